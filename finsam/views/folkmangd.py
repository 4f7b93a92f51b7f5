"""Populations: the list, one at a time, and all municipalities of a day at once."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.dateparse import parse_date

from finsam.actions.folkmangd import spara_folkmangd
from finsam.filters import FolkmangdFilter
from finsam.forms import FolkmangdDagForm, FolkmangdForm
from finsam.formularvyer import Andravy, Skapavy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.models import Folkmangd, Medlem
from finsam.permissions import Ratt, require
from finsam.tables import FolkmangdTable

LISTA = ("Folkmängd", reverse_lazy("finsam:folkmangd_list"))


class FolkmangdListView(Listvy):
    queryset = Folkmangd.objects.select_related("medlem")
    table_class = FolkmangdTable
    filterset_class = FolkmangdFilter
    ratt = Ratt.FORBUND_LASA
    rubrik = "Folkmängd"
    tomt = "Ingen folkmängd än. Fyll i en dag, eller läs in filen folkmangd."
    ny_url = reverse_lazy("finsam:folkmangd_dag")
    ny_text = "Fyll i en dag"
    ny_ratt = Ratt.FORBUND_ANDRA


class FolkmangdCreateView(Skapavy):
    model = Folkmangd
    form_class = FolkmangdForm
    ratt = Ratt.FORBUND_ANDRA
    rubrik = "Ny folkmängd"
    lista = LISTA

    def get_initial(self) -> dict[str, object]:
        return {"medlem": self.request.GET.get("medlem")}

    def get_success_url(self) -> str:
        return self.object.medlem.get_absolute_url()  # type: ignore[union-attr]  # saved by now


class FolkmangdUpdateView(Andravy):
    model = Folkmangd
    form_class = FolkmangdForm
    ratt = Ratt.FORBUND_ANDRA
    rubrik = "Ändra folkmängd"
    lista = LISTA
    success_url = LISTA[1]

    def get_tillbaka(self) -> str:
        return str(self.success_url)


@require(Ratt.FORBUND_ANDRA)
def folkmangd_dag(request: HttpRequest) -> HttpResponse:
    """Every municipality's population on one day, from one source."""
    start: dict[str, Any] = {"datum": _dag(request.GET.get("datum", ""))}
    form = FolkmangdDagForm(request.POST or None, initial=start, kommuner=Medlem.objects.kommuner())
    if form.is_valid():
        dag, kalla = form.cleaned_data["datum"], form.cleaned_data["kalla"]
        try:
            antal = spara_folkmangd(dag, form.antal, kalla, inloggad(request))
        except ValidationError as fel:
            form.add_error("datum", fel)
        else:
            messages.success(request, f"Sparade folkmängder: {antal}.")
            return redirect("finsam:folkmangd_list")
    sammanhang = {
        "form": form,
        "rubrik": "Folkmängd en dag",
        "tillbaka": LISTA[1],
        "brodsmulor": [LISTA],
    }
    return render(request, "finsam/formular.html", sammanhang)


def _dag(text: str) -> Any:
    """The day in the address; empty for one that is none."""
    try:
        return parse_date(text) or ""
    except ValueError:
        return ""
