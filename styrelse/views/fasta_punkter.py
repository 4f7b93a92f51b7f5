"""The fixed items that each meeting of an organ has."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.views.decorators.http import require_POST

from finsam.formularvyer import Andravy, Skapavy, Tabortvy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, require
from styrelse.actions.arsarenden import lagg_till_vanliga_punkter
from styrelse.filters.arsarenden import DagordningsmallFilter
from styrelse.forms.arsarenden import DagordningsmallForm
from styrelse.models import Dagordningsmall
from styrelse.tables.arsarenden import DagordningsmallTable

ADRESS = reverse_lazy("styrelse:dagordningsmall_list")
LISTA = ("Fasta punkter", ADRESS)


class DagordningsmallListView(Listvy):
    model = Dagordningsmall
    table_class = DagordningsmallTable
    filterset_class = DagordningsmallFilter
    template_name = "styrelse/dagordningsmall_list.html"
    ratt = Ratt.MOTE_BEREDA
    rubrik = "Fasta punkter"
    tomt = "Inga fasta punkter än. Lägg till mötets öppnande, val av justerare och avslutande."
    ny_url = reverse_lazy("styrelse:dagordningsmall_create")
    ny_text = "Ny fast punkt"
    ny_ratt = Ratt.MOTE_ANDRA


@require_POST
@require(Ratt.MOTE_ANDRA)
def dagordningsmall_vanliga(request: HttpRequest) -> HttpResponse:
    antal = lagg_till_vanliga_punkter(inloggad(request))
    text = f"{antal} punkter är tillagda." if antal else "Alla organ har redan fasta punkter."
    messages.success(request, text)
    return redirect(str(ADRESS))


class DagordningsmallCreateView(Skapavy):
    model = Dagordningsmall
    form_class = DagordningsmallForm
    ratt = Ratt.MOTE_ANDRA
    rubrik = "Ny fast punkt"
    lista = LISTA
    success_url = ADRESS


class DagordningsmallUpdateView(Andravy):
    model = Dagordningsmall
    form_class = DagordningsmallForm
    template_name = "styrelse/dagordningsmall_form.html"
    ratt = Ratt.MOTE_ANDRA
    rubrik = "Ändra fast punkt"
    tillbaka = success_url = ADRESS
    lista = LISTA


class DagordningsmallDeleteView(Tabortvy):
    model = Dagordningsmall
    ratt = Ratt.MOTE_ANDRA
    lista = LISTA
    tillbaka = success_url = ADRESS
    foljd = "Möten som redan har punkten behåller den."
