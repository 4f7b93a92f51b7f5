"""Pages of offices and auditors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy

from finsam.formularvyer import Andravy, Skapavy
from finsam.listor import Listvy
from finsam.permissions import Ratt, require
from styrelse.filters.uppdrag import RevisorFilter, UppdragFilter
from styrelse.forms.uppdrag import RevisorForm, UppdragForm
from styrelse.models import Revisor, Uppdrag
from styrelse.tables.uppdrag import RevisorTable, UppdragTable


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


class UppdragCreateView(Skapavy):
    model = Uppdrag
    form_class = UppdragForm
    ratt = Ratt.STYRELSE_ANDRA
    rubrik = "Nytt uppdrag"
    tillbaka = reverse_lazy("styrelse:uppdrag_list")


class UppdragUpdateView(Andravy):
    model = Uppdrag
    form_class = UppdragForm
    ratt = Ratt.STYRELSE_ANDRA
    rubrik = "Ändra uppdrag"


class RevisorListView(Listvy):
    model = Revisor
    table_class = RevisorTable
    filterset_class = RevisorFilter
    ratt = Ratt.STYRELSE_LASA
    rubrik = "Revisorer"
    tomt = "Inga revisorer än. Lägg till den första, eller läs in filen revisorer."
    ny_url = reverse_lazy("styrelse:revisor_create")
    ny_text = "Ny revisor"
    ny_ratt = Ratt.STYRELSE_ANDRA


class RevisorCreateView(Skapavy):
    model = Revisor
    form_class = RevisorForm
    ratt = Ratt.STYRELSE_ANDRA
    rubrik = "Ny revisor"
    tillbaka = success_url = reverse_lazy("styrelse:revisor_list")


class RevisorUpdateView(Andravy):
    model = Revisor
    form_class = RevisorForm
    ratt = Ratt.STYRELSE_ANDRA
    rubrik = "Ändra revisor"
    tillbaka = success_url = reverse_lazy("styrelse:revisor_list")
