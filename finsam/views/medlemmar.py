"""Members, and the association itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy

from finsam.filters import MedlemFilter
from finsam.forms import ForbundForm, MedlemForm
from finsam.formularvyer import Andravy, Skapavy
from finsam.listor import Listvy
from finsam.models import Forbund, Medlem
from finsam.permissions import Ratt, require
from finsam.tables import MedlemTable


class MedlemListView(Listvy):
    model = Medlem
    table_class = MedlemTable
    filterset_class = MedlemFilter
    ratt = Ratt.FORBUND_LASA
    rubrik = "Medlemmar"
    ny_url = reverse_lazy("finsam:medlem_create")
    ny_text = "Ny medlem"
    ny_ratt = Ratt.FORBUND_ANDRA


@require(Ratt.FORBUND_LASA)
def medlem_detail(request: HttpRequest, pk: int) -> HttpResponse:
    medlem = get_object_or_404(Medlem, pk=pk)
    return render(
        request,
        "finsam/medlem_detail.html",
        {"medlem": medlem, "folkmangder": medlem.folkmangder.all()},
    )


class MedlemCreateView(Skapavy):
    model = Medlem
    form_class = MedlemForm
    ratt = Ratt.FORBUND_ANDRA
    rubrik = "Ny medlem"
    tillbaka = reverse_lazy("finsam:medlem_list")


class MedlemUpdateView(Andravy):
    model = Medlem
    form_class = MedlemForm
    ratt = Ratt.FORBUND_ANDRA
    rubrik = "Ändra medlem"


class ForbundUpdateView(Andravy):
    model = Forbund
    form_class = ForbundForm
    ratt = Ratt.FORBUND_ANDRA
    rubrik = "Förbundets uppgifter"
    success_url = reverse_lazy("finsam:medlem_list")

    def get_object(self, queryset: object = None) -> Forbund:
        return get_object_or_404(Forbund)

    def get_tillbaka(self) -> str:
        return str(self.success_url)
