"""The ledger as it can be leafed through: years, verifikationer, konteringar."""

from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from ekonomi.calculations.verifikation import debet_och_kredit
from ekonomi.filters import (
    InlasningFilter,
    KonteringFilter,
    RakenskapsarFilter,
    VerifikationFilter,
)
from ekonomi.models import Inlasning, Kontering, Rakenskapsar, Verifikation
from ekonomi.selectors.balanser import kontobalanser, summa_konteringar
from ekonomi.tables import InlasningTable, KonteringTable, RakenskapsarTable, VerifikationTable
from finsam import typografi
from finsam.listor import Listvy
from finsam.permissions import Ratt, require


class RakenskapsarListView(Listvy):
    queryset = Rakenskapsar.objects.annotate(antal=Count("verifikationer")).order_by(
        "-verksamhetsar"
    )
    table_class = RakenskapsarTable
    filterset_class = RakenskapsarFilter
    ratt = Ratt.EKONOMI_LASA
    rubrik = "Räkenskapsår"
    tomt = "Ingen bokföring är inläst än. Läs in årets SIE-fil."


@require(Ratt.UNDERLAG_LASA)
def rakenskapsar_detail(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    """The year's balance list: every account with opening balance, movement and closing balance."""
    ar = get_object_or_404(Rakenskapsar, verksamhetsar=verksamhetsar)
    return render(
        request,
        "ekonomi/rakenskapsar_detail.html",
        {
            "ar": ar,
            "balanser": kontobalanser(ar),
            "inlasningar": ar.inlasningar.select_related("inlast_av"),
        },
    )


class VerifikationListView(Listvy):
    queryset = Verifikation.objects.all()
    table_class = VerifikationTable
    filterset_class = VerifikationFilter
    ratt = Ratt.UNDERLAG_LASA
    rubrik = "Verifikationer"
    tomt = "Inga verifikationer i urvalet."


@require(Ratt.UNDERLAG_LASA)
def verifikation_detail(request: HttpRequest, pk: int) -> HttpResponse:
    rader = Kontering.objects.select_related("konto", "kostnadsblock", "projekt")
    verifikation = get_object_or_404(
        Verifikation.objects.select_related("rakenskapsar").prefetch_related(
            Prefetch("konteringar", rader.order_by("radnr"))
        ),
        pk=pk,
    )
    konteringar = list(verifikation.konteringar.all())
    return render(
        request,
        "ekonomi/verifikation_detail.html",
        {
            "verifikation": verifikation,
            "konteringar": konteringar,
            "summor": debet_och_kredit(k.belopp for k in konteringar if k.raknas),
        },
    )


class KonteringListView(Listvy):
    # The order of the source file: by key, so that page 1 of a long list is read from an index.
    queryset = Kontering.objects.select_related(
        "verifikation", "konto", "kostnadsblock", "projekt"
    ).order_by("verifikation_id", "radnr")
    table_class = KonteringTable
    filterset_class = KonteringFilter
    ratt = Ratt.UNDERLAG_LASA
    rubrik = "Konteringar"
    tomt = "Inga konteringar i urvalet."

    def get_summering(self, queryset: QuerySet[Any]) -> str:
        antal, summa = summa_konteringar(queryset)
        return f"Summa alla {typografi.antal(antal)} rader: {typografi.kr(summa, 2)} kr"


class InlasningListView(Listvy):
    queryset = Inlasning.objects.select_related("rakenskapsar", "inlast_av")
    table_class = InlasningTable
    filterset_class = InlasningFilter
    ratt = Ratt.EKONOMI_LASA
    rubrik = "Inläsningar av bokföring"
    tomt = "Ingen bokföring är inläst än."


@require(Ratt.EKONOMI_LASA)
def inlasning_detail(request: HttpRequest, pk: int) -> HttpResponse:
    inlasning = get_object_or_404(
        Inlasning.objects.select_related("rakenskapsar", "inlast_av", "ersatter"), pk=pk
    )
    return render(request, "ekonomi/inlasning_detail.html", {"inlasning": inlasning})
