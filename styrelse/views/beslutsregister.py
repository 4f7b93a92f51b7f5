"""The decision register, and what is to be done because of it."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils import timezone

from finsam.formularvyer import Andravy, Skapavy
from finsam.listor import Listvy
from finsam.permissions import Ratt
from styrelse.filters.beslutsregister import AtgardFilter, BeslutFilter
from styrelse.forms.atgarder import AtgardForm
from styrelse.models import Atgard
from styrelse.selectors.beslutsregister import atgarderna, besluten
from styrelse.tables.beslutsregister import AtgardTable, BeslutTable

ATGARDER = ("Åtgärder", reverse_lazy("styrelse:atgard_list"))


class BeslutListView(Listvy):
    """Every decision of a held meeting."""

    table_class = BeslutTable
    filterset_class = BeslutFilter
    ratt = Ratt.MOTE_LASA
    rubrik = "Beslut"
    tomt = "Inga beslut än. De visas här när ett möte har hållits."

    def get_queryset(self) -> QuerySet[Any]:
        return besluten()


class AtgardListView(Listvy):
    """What is to be done, by whom and when; a new one is entered from its decision."""

    table_class = AtgardTable
    filterset_class = AtgardFilter
    ratt = Ratt.MOTE_LASA
    rubrik = "Åtgärder"
    tomt = "Inga åtgärder än. Lägg till dem från beslutet i listan Beslut."
    ny_ratt = Ratt.MOTE_ANDRA

    def get_queryset(self) -> QuerySet[Any]:
        return atgarderna(timezone.localdate())


class AtgardCreateView(Skapavy):
    """From the decision that asks for it."""

    model = Atgard
    form_class = AtgardForm
    ratt = Ratt.MOTE_ANDRA
    rubrik = "Ny åtgärd"
    lista = ATGARDER
    success_url = reverse_lazy("styrelse:atgard_list")

    def get_form_kwargs(self) -> dict[str, Any]:
        beslut = get_object_or_404(besluten(), pk=self.kwargs["pk"])
        return {**super().get_form_kwargs(), "instance": Atgard(beslut=beslut)}


class AtgardUpdateView(Andravy):
    """Its one page: also where it is marked as done."""

    queryset = Atgard.objects.select_related("beslut__punkt__mote")
    form_class = AtgardForm
    ratt = Ratt.MOTE_ANDRA
    rubrik = "Ändra åtgärd"
    tillbaka = success_url = reverse_lazy("styrelse:atgard_list")

    def get_brodsmulor(self) -> list[Any]:
        return [ATGARDER]

    def get_tillbaka(self) -> Any:
        return self.tillbaka
