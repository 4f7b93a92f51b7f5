"""Accounts and the layout of the statements."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from ekonomi.filters.bokforing import KontoFilter
from ekonomi.models import Konto, Uppstallning
from ekonomi.selectors.balanser import balanser_for_konto
from ekonomi.synlighet import synliga_ar
from ekonomi.tables.bokforing import KontoTable
from finsam.listor import Listvy
from finsam.permissions import Ratt, require


class KontoListView(Listvy):
    model = Konto
    table_class = KontoTable
    filterset_class = KontoFilter
    ratt = Ratt.UNDERLAG_LASA
    rubrik = "Kontoplan"
    tomt = "Kontoplanen är tom. Läs in filen kontoplan."


@require(Ratt.UNDERLAG_LASA)
def konto_detail(request: HttpRequest, nummer: str) -> HttpResponse:
    konto = get_object_or_404(Konto, nummer=nummer)
    synliga = set(synliga_ar(request.user).values_list("verksamhetsar", flat=True))
    balanser = [b for b in balanser_for_konto(konto) if b.verksamhetsar in synliga]
    return render(
        request,
        "ekonomi/konto_detail.html",
        {"konto": konto, "balanser": balanser},
    )


@require(Ratt.EKONOMI_LASA)
def uppstallning_detail(request: HttpRequest, giltig_fran: int) -> HttpResponse:
    uppstallning = get_object_or_404(Uppstallning, giltig_fran=giltig_fran)
    andra = Uppstallning.objects.exclude(pk=uppstallning.pk)
    return render(
        request,
        "ekonomi/uppstallning_detail.html",
        {"uppstallning": uppstallning, "andra": andra},
    )
