"""Pages of the insatser."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy

from finsam.formularvyer import Andravy, Skapavy
from finsam.listor import Listvy
from finsam.permissions import Ratt, require
from insatser.filters.insatser import InsatsFilter
from insatser.forms.insatser import InsatsbudgetForm, InsatsForm
from insatser.models import Insats, Insatsbudget
from insatser.tables.insatser import InsatsTable


class InsatsListView(Listvy):
    queryset = Insats.objects.select_related("insatsagare")
    table_class = InsatsTable
    filterset_class = InsatsFilter
    ratt = Ratt.INSATSER_LASA
    rubrik = "Insatser"
    tomt = "Inga insatser än. Lägg till den första, eller läs in filen insatser."
    ny_url = reverse_lazy("insatser:insats_create")
    ny_text = "Ny insats"
    ny_ratt = Ratt.INSATSER_ANDRA


@require(Ratt.INSATSER_LASA)
def insats_detail(request: HttpRequest, pk: int) -> HttpResponse:
    insats = get_object_or_404(Insats.objects.select_related("insatsagare"), pk=pk)
    return render(
        request,
        "insatser/insats_detail.html",
        {
            "insats": insats,
            "parter": insats.parter.all(),
            "budgetar": insats.budgetar.order_by("verksamhetsar"),
        },
    )


class InsatsCreateView(Skapavy):
    model = Insats
    form_class = InsatsForm
    ratt = Ratt.INSATSER_ANDRA
    rubrik = "Ny insats"
    tillbaka = reverse_lazy("insatser:insats_list")


class InsatsUpdateView(Andravy):
    model = Insats
    form_class = InsatsForm
    ratt = Ratt.INSATSER_ANDRA
    rubrik = "Ändra insats"


class InsatsbudgetCreateView(Skapavy):
    model = Insatsbudget
    form_class = InsatsbudgetForm
    ratt = Ratt.INSATSER_ANDRA

    @property
    def rubrik(self) -> str:  # type: ignore[override]
        return f"Budget för {self.insats}"

    @property
    def insats(self) -> Insats:
        return get_object_or_404(Insats.objects.select_related("insatsagare"), pk=self.kwargs["pk"])

    def get_initial(self) -> dict[str, Any]:
        return {"insats": self.insats}

    def get_tillbaka(self) -> str:
        return self.insats.get_absolute_url()

    def get_success_url(self) -> str:
        return self.insats.get_absolute_url()


class InsatsbudgetUpdateView(Andravy):
    model = Insatsbudget
    form_class = InsatsbudgetForm
    ratt = Ratt.INSATSER_ANDRA
    rubrik = "Ändra insatsens budget"

    def get_tillbaka(self) -> str:
        return str(self.object.insats.get_absolute_url())

    def get_success_url(self) -> str:
        return self.get_tillbaka()
