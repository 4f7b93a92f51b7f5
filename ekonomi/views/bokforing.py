"""The ledger as it can be leafed through: years, verifikationer, konteringar."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Count, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ekonomi.actions.rakenskapsar import oppna_rakenskapsar, stang_rakenskapsar
from ekonomi.calculations.verifikation import debet_och_kredit
from ekonomi.filters.bokforing import (
    InlasningFilter,
    KonteringFilter,
    RakenskapsarFilter,
    VerifikationFilter,
)
from ekonomi.models import Inlasning, Kontering, Rakenskapsar, Verifikation
from ekonomi.selectors.balanser import (
    kontobalanser,
    summa_balanser,
    summa_konteringar,
)
from ekonomi.synlighet import synliga_ar
from ekonomi.tables.bokforing import (
    InlasningTable,
    KonteringTable,
    RakenskapsarTable,
    VerifikationTable,
)
from finsam import typografi
from finsam.listor import Listvy
from finsam.permissions import Ratt, require


class RakenskapsarListView(Listvy):
    queryset = Rakenskapsar.objects.annotate(antal=Count("verifikationer")).order_by(
        "-verksamhetsar"
    )
    table_class = RakenskapsarTable
    filterset_class = RakenskapsarFilter
    ratt = Ratt.UNDERLAG_LASA
    rubrik = "Räkenskapsår"
    tomt = "Ingen bokföring är inläst än. Läs in årets SIE-fil."

    def get_queryset(self) -> QuerySet[Rakenskapsar]:
        return super().get_queryset().filter(pk__in=synliga_ar(self.request.user))


@require(Ratt.UNDERLAG_LASA)
def rakenskapsar_detail(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    """Every account of the year with opening balance, movement and closing balance."""
    ar = get_object_or_404(synliga_ar(request.user), verksamhetsar=verksamhetsar)
    balanser = kontobalanser(ar)
    return render(
        request,
        "ekonomi/rakenskapsar_detail.html",
        {
            "ar": ar,
            "balanser": balanser,
            "summor": summa_balanser(balanser),
            "inlasningar": ar.inlasningar.select_related("inlast_av"),
        },
    )


@require(Ratt.EKONOMI_ANDRA)
def rakenskapsar_stang(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    ar = get_object_or_404(Rakenskapsar, verksamhetsar=verksamhetsar)
    foljd = f"Bokföringen för {ar} kan inte ersättas av en ny SIE-fil så länge året är stängt."
    return _bekrafta(request, ar, f"Stäng {ar}", foljd, stang_rakenskapsar)


@require(Ratt.EKONOMI_ANDRA)
def rakenskapsar_oppna(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    ar = get_object_or_404(Rakenskapsar, verksamhetsar=verksamhetsar)
    foljd = f"En ny SIE-fil kan ersätta bokföringen för {ar}. Det syns i historiken."
    return _bekrafta(request, ar, f"Öppna {ar}", foljd, oppna_rakenskapsar)


def _bekrafta(
    request: HttpRequest, ar: Rakenskapsar, rubrik: str, foljd: str, gor: Callable[..., None]
) -> HttpResponse:
    """Asks once, in words; a POST does it."""
    if request.method == "POST":
        gor(ar, request.user)
        messages.success(request, f"Räkenskapsåret {ar} är nu {ar.lage.lower()}.")
        return redirect(ar)
    sammanhang = {"ar": ar, "rubrik": rubrik, "foljd": foljd}
    return render(request, "ekonomi/rakenskapsar_bekrafta.html", sammanhang)


class VerifikationListView(Listvy):
    queryset = Verifikation.objects.all()
    table_class = VerifikationTable
    filterset_class = VerifikationFilter
    ratt = Ratt.UNDERLAG_LASA
    rubrik = "Verifikationer"
    tomt = "Inga verifikationer i urvalet."

    def get_queryset(self) -> QuerySet[Verifikation]:
        return super().get_queryset().filter(rakenskapsar__in=synliga_ar(self.request.user))


@require(Ratt.UNDERLAG_LASA)
def verifikation_detail(request: HttpRequest, pk: int) -> HttpResponse:
    rader = Kontering.objects.select_related("konto", "kostnadsblock", "projekt")
    verifikation = get_object_or_404(
        Verifikation.objects.select_related("rakenskapsar").prefetch_related(
            Prefetch("konteringar", rader.order_by("radnr"))
        ),
        pk=pk,
        rakenskapsar__in=synliga_ar(request.user),
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

    def get_queryset(self) -> QuerySet[Kontering]:
        ar = synliga_ar(self.request.user)
        return super().get_queryset().filter(verifikation__rakenskapsar__in=ar)

    def get_summering(self, queryset: QuerySet[Any]) -> str:
        antal, summa = summa_konteringar(queryset)
        rader = "rad" if antal == 1 else "rader"
        return f"Summa alla {typografi.antal(antal)} {rader}: {typografi.kr(summa, 2)} kr"


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
