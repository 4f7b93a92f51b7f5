"""Forecasts: dated versions of what a year is thought to end at."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from ekonomi.filters import PrognosFilter
from ekonomi.models import Prognos
from ekonomi.synlighet import synliga_prognoser
from ekonomi.tables import PrognosTable
from finsam.listor import Listvy
from finsam.money import summa
from finsam.permissions import Ratt, require


class PrognosListView(Listvy):
    model = Prognos
    table_class = PrognosTable
    filterset_class = PrognosFilter
    ratt = Ratt.UNDERLAG_LASA
    rubrik = "Prognoser"
    tomt = "Ingen prognos än. Läs in filen prognoser."

    def get_queryset(self) -> QuerySet[Prognos]:
        return synliga_prognoser(self.request.user)


@require(Ratt.UNDERLAG_LASA)
def prognos_detail(request: HttpRequest, pk: int) -> HttpResponse:
    prognos = get_object_or_404(synliga_prognoser(request.user), pk=pk)
    poster = list(prognos.poster.select_related("konto", "kostnadsblock", "insats__insatsagare"))
    return render(
        request,
        "ekonomi/prognos_detail.html",
        {"prognos": prognos, "poster": poster, "summa": summa(p.belopp for p in poster)},
    )
