"""Pages of discharge: the decisions, and a year with who remains."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils import timezone

from finsam.formularvyer import Andravy, Skapavy
from finsam.listor import Listvy
from finsam.permissions import Ratt, require
from styrelse.filters.ansvarsfrihet import AnsvarsfrihetFilter
from styrelse.forms.ansvarsfrihet import AnsvarsfrihetForm
from styrelse.models import Ansvarsfrihet
from styrelse.selectors.ansvarsfrihet import provade_ar, provning
from styrelse.tables.ansvarsfrihet import AnsvarsfrihetTable

LISTA = ("Ansvarsfrihet", reverse_lazy("styrelse:ansvarsfrihet_list"))


class AnsvarsfrihetListView(Listvy):
    queryset = Ansvarsfrihet.objects.select_related("medlem")
    table_class = AnsvarsfrihetTable
    filterset_class = AnsvarsfrihetFilter
    ratt = Ratt.STYRELSE_LASA
    rubrik = "Ansvarsfrihet"
    tomt = "Inga beslut än. Anteckna det första, eller läs in filen ansvarsfrihet."
    ny_url = reverse_lazy("styrelse:ansvarsfrihet_create")
    ny_text = "Anteckna beslut"
    ny_ratt = Ratt.STYRELSE_ANDRA


@require(Ratt.STYRELSE_LASA)
def ansvarsfrihet_ar(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    """Every member of the year: what it has decided, or that it remains."""
    bild = provning(verksamhetsar)
    aren = sorted({*provade_ar(), verksamhetsar, timezone.localdate().year - 1}, reverse=True)
    return render(request, "styrelse/ansvarsfrihet_ar.html", {"bild": bild, "aren": aren})


def _arets_sida(beslut: Any) -> str:
    return reverse("styrelse:ansvarsfrihet_ar", args=[beslut.verksamhetsar])


class AnsvarsfrihetCreateView(Skapavy):
    model = Ansvarsfrihet
    form_class = AnsvarsfrihetForm
    ratt = Ratt.STYRELSE_ANDRA
    rubrik = "Anteckna beslut om ansvarsfrihet"
    lista = LISTA

    def get_initial(self) -> dict[str, Any]:
        """Last year, or the year and member that a link asks for."""
        i_fjol = timezone.localdate().year - 1
        fraga = self.request.GET
        return {"verksamhetsar": fraga.get("ar", i_fjol), "medlem": fraga.get("medlem", "")}

    def get_success_url(self) -> str:
        return _arets_sida(self.object)


class AnsvarsfrihetUpdateView(Andravy):
    model = Ansvarsfrihet
    form_class = AnsvarsfrihetForm
    template_name = "styrelse/ansvarsfrihet_form.html"
    ratt = Ratt.STYRELSE_ANDRA
    rubrik = "Ändra beslut om ansvarsfrihet"
    lista = LISTA

    def get_tillbaka(self) -> str:
        return _arets_sida(self.object)

    def get_success_url(self) -> str:
        return _arets_sida(self.object)
