"""The counts of participants as a list: what stands behind every figure about them."""

from typing import Any

from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse_lazy

from finsam import typografi
from finsam.listor import Listvy
from finsam.permissions import Ratt
from finsam.sma_tal import krav_pa_sma_tal
from uppfoljning.choices import Matt
from uppfoljning.filters.antal import AntalFilter
from uppfoljning.models import Deltagarantal, Kvartalsrapport
from uppfoljning.selectors.deltagare import summa_antal
from uppfoljning.tables.antal import AntalTable

# The order of the form, not of the alphabet.
MATTORDNING = Case(*(When(matt=matt, then=Value(nr)) for nr, matt in enumerate(Matt.values)))


class AntalListView(Listvy):
    queryset = Deltagarantal.objects.select_related("rapport__insats__insatsagare").order_by(
        "-rapport__period", "rapport__insats__nr", "manad", MATTORDNING, "kategori", "kon"
    )
    table_class = AntalTable
    filterset_class = AntalFilter
    ratt = Ratt.UPPFOLJNING_LASA
    rubrik = "Deltagare"
    ny_url = reverse_lazy("uppfoljning:antal_inlasning")
    ny_text = "Läs in från fil"
    ny_ratt = Ratt.RAPPORTERA
    tomt = "Inga antal i urvalet. De kommer ur kvartalsrapporter som är inlämnade."

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        krav_pa_sma_tal(request)
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Deltagarantal]:
        # By key: PostgreSQL joins the newest versions badly with tables it has not counted yet.
        gallande = Kvartalsrapport.objects.gallande().order_by().values_list("pk", flat=True)
        return super().get_queryset().filter(rapport__in=list(gallande))

    def get_summering(self, queryset: QuerySet[Any]) -> str:
        summa = summa_antal(queryset)
        return "" if summa is None else f"Summa: {typografi.antal(summa)}"
