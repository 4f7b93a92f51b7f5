"""Matters that come every year, and when they are to be decided."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.views.decorators.http import require_POST

from finsam.formularvyer import Andravy, Skapavy, Tabortvy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, require
from styrelse.actions.arsarenden import lagg_till_lagstadgade
from styrelse.filters.arsarenden import ArsarendeFilter
from styrelse.forms.arsarenden import ArsarendeForm
from styrelse.models import Arsarende
from styrelse.tables.arsarenden import ArsarendeTable

ADRESS = reverse_lazy("styrelse:arsarende_list")
LISTA = ("Årliga ärenden", ADRESS)


class ArsarendeListView(Listvy):
    model = Arsarende
    table_class = ArsarendeTable
    filterset_class = ArsarendeFilter
    template_name = "styrelse/arsarende_list.html"
    ratt = Ratt.MOTE_BEREDA
    rubrik = "Årliga ärenden"
    tomt = "Inga årliga ärenden än. Lägg till de lagstadgade och ändra dem sedan."
    ny_url = reverse_lazy("styrelse:arsarende_create")
    ny_text = "Nytt årligt ärende"
    ny_ratt = Ratt.MOTE_ANDRA


@require_POST
@require(Ratt.MOTE_ANDRA)
def arsarende_lagstadgade(request: HttpRequest) -> HttpResponse:
    antal = lagg_till_lagstadgade(inloggad(request))
    messages.success(
        request, f"{antal} ärenden är tillagda." if antal else "Alla fanns redan. Inget ändrades."
    )
    return redirect(str(ADRESS))


class ArsarendeCreateView(Skapavy):
    model = Arsarende
    form_class = ArsarendeForm
    ratt = Ratt.MOTE_ANDRA
    rubrik = "Nytt årligt ärende"
    lista = LISTA
    success_url = ADRESS


class ArsarendeUpdateView(Andravy):
    model = Arsarende
    form_class = ArsarendeForm
    template_name = "styrelse/arsarende_form.html"
    ratt = Ratt.MOTE_ANDRA
    rubrik = "Ändra årligt ärende"
    lista = LISTA
    success_url = ADRESS

    def get_tillbaka(self) -> str:
        return str(ADRESS)


class ArsarendeDeleteView(Tabortvy):
    """One that no year has used."""

    queryset = Arsarende.objects.filter(arenden__isnull=True)
    ratt = Ratt.MOTE_ANDRA
    lista = LISTA
    success_url = ADRESS
