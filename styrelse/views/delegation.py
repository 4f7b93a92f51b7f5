"""Pages of decisions taken for the board."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy

from finsam.formularvyer import Andravy, Skapavy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, far, require
from styrelse.actions.delegation import andra, registrera
from styrelse.filters.delegation import DelegationsbeslutFilter
from styrelse.forms.delegation import DelegationsbeslutForm
from styrelse.models import Delegationsbeslut
from styrelse.tables.delegation import DelegationsbeslutTable

LISTA = ("Delegationsbeslut", reverse_lazy("styrelse:delegationsbeslut_list"))


def _synliga(user: Any) -> "QuerySet[Delegationsbeslut]":
    """All of them; for those who do not prepare meetings, what the board has been told of."""
    rader = Delegationsbeslut.objects.select_related(
        "delegat", "anmalt_vid__mote", "anmalt_vid__paragraf"
    )
    return rader if far(user, Ratt.MOTE_BEREDA) else rader.filter(anmalt_vid__isnull=False)


class DelegationsbeslutListView(Listvy):
    table_class = DelegationsbeslutTable
    filterset_class = DelegationsbeslutFilter
    ratt = Ratt.MOTE_LASA
    rubrik = "Delegationsbeslut"
    tomt = "Inga delegationsbeslut än. De som läggs in anmäls av sig själva vid nästa möte."
    ny_url = reverse_lazy("styrelse:delegationsbeslut_create")
    ny_text = "Nytt delegationsbeslut"
    ny_ratt = Ratt.DELEGATIONSBESLUT

    def get_queryset(self) -> "QuerySet[Delegationsbeslut]":
        return _synliga(self.request.user)


@require(Ratt.MOTE_LASA)
def delegationsbeslut_detail(request: HttpRequest, pk: int) -> HttpResponse:
    beslut = get_object_or_404(_synliga(request.user), pk=pk)
    return render(request, "styrelse/delegationsbeslut_detail.html", {"beslut": beslut})


class DelegationsbeslutCreateView(Skapavy):
    model = Delegationsbeslut
    form_class = DelegationsbeslutForm
    ratt = Ratt.DELEGATIONSBESLUT
    rubrik = "Nytt delegationsbeslut"
    lista = LISTA

    def form_valid(self, form: Any) -> HttpResponse:
        return redirect(registrera(form.instance, inloggad(self.request)))


class DelegationsbeslutUpdateView(Andravy):
    """Until the board has been told."""

    queryset = Delegationsbeslut.objects.filter(anmalt_vid=None)
    form_class = DelegationsbeslutForm
    ratt = Ratt.DELEGATIONSBESLUT
    rubrik = "Ändra delegationsbeslut"
    lista = LISTA

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            andra(form.instance, inloggad(self.request))
        except ValidationError as fel:
            form.add_error(None, fel)
            return self.form_invalid(form)
        return redirect(form.instance)
