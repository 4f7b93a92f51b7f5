"""Pages of offices: the register, a seat, and the one who takes it over."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone

from finsam.formularvyer import Andravy, Skapavy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, require
from styrelse.actions.uppdrag import lamna_over
from styrelse.calculations.besattning import mandatperiod
from styrelse.filters.uppdrag import UppdragFilter
from styrelse.forms.uppdrag import EftertradareForm, UppdragForm
from styrelse.models import Person, Uppdrag
from styrelse.tables.uppdrag import UppdragTable

LISTAN = ("Uppdrag", reverse_lazy("styrelse:uppdrag_list"))


class UppdragListView(Listvy):
    queryset = Uppdrag.objects.select_related("person", "medlem")
    table_class = UppdragTable
    filterset_class = UppdragFilter
    ratt = Ratt.STYRELSE_LASA
    rubrik = "Uppdrag i styrelsen"
    tomt = "Inga uppdrag än. Lägg till det första, eller läs in filen uppdrag."
    ny_url = reverse_lazy("styrelse:uppdrag_create")
    ny_text = "Nytt uppdrag"
    ny_ratt = Ratt.STYRELSE_ANDRA


@require(Ratt.STYRELSE_LASA)
def uppdrag_detail(request: HttpRequest, pk: int) -> HttpResponse:
    uppdrag = get_object_or_404(Uppdrag.objects.select_related("person", "medlem"), pk=pk)
    andra = uppdrag.person.uppdrag.select_related("medlem").exclude(pk=pk).order_by("-fran")
    return render(request, "styrelse/uppdrag_detail.html", {"uppdrag": uppdrag, "andra": andra})


class Personlas:
    """One form at a time about a person: nobody is given two members by two forms at once."""

    @transaction.atomic
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        namn = " ".join(request.POST.get("namn", "").split())
        Person.objects.select_for_update().filter(namn=namn).first()
        return super().post(request, *args, **kwargs)  # type: ignore[misc,no-any-return]


class UppdragCreateView(Personlas, Skapavy):
    model = Uppdrag
    form_class = UppdragForm
    ratt = Ratt.STYRELSE_ANDRA
    rubrik = "Nytt uppdrag"
    lista = LISTAN

    def get_initial(self) -> dict[str, Any]:
        """The term that runs, and the seat that a link asks for."""
        fran, tom = mandatperiod(timezone.localdate())
        given = {falt: self.request.GET.get(falt) for falt in ("medlem", "roll", "organ")}
        return {"fran": fran, "tom": tom, **{falt: v for falt, v in given.items() if v}}


class UppdragUpdateView(Personlas, Andravy):
    model = Uppdrag
    form_class = UppdragForm
    ratt = Ratt.STYRELSE_ANDRA
    rubrik = "Ändra uppdrag"
    lista = LISTAN


@require(Ratt.STYRELSE_ANDRA)
def uppdrag_overlamna(request: HttpRequest, pk: int) -> HttpResponse:
    """One who leaves and one who takes over, in one form."""
    uppdrag = get_object_or_404(Uppdrag.objects.select_related("person", "medlem"), pk=pk)
    tom = uppdrag.tom or mandatperiod(timezone.localdate())[1]
    form = EftertradareForm(request.POST or None, initial={"tom": tom})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data["sista"], form.eftertradare(), inloggad(request)
        try:
            return redirect(lamna_over(uppdrag, *data))
        except ValidationError as fel:
            form.add_error(None, fel.messages)
    sammanhang = {
        "form": form,
        "rubrik": f"Efterträdare till {uppdrag.person}",
        "tillbaka": uppdrag.get_absolute_url(),
        "brodsmulor": [LISTAN, (str(uppdrag), uppdrag.get_absolute_url())],
    }
    return render(request, "finsam/formular.html", sammanhang)
