"""The first page after login, and the user's own account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from finsam.arshjul import lage, plikter
from finsam.history import handelser, tysta_slag
from finsam.models import Forbund, Sigill
from finsam.nasta import det_som_ar_nasta
from finsam.permissions import Ratt, far

SENASTE = 5


def start(request: HttpRequest) -> HttpResponse:
    """Where am I, what is due, what can I do."""
    idag = timezone.localdate()
    senaste: list[Sigill] = []
    if far(request.user, Ratt.HISTORIK_LASA):
        rader = Sigill.objects.exclude(tabell__in=tysta_slag()).select_related("anvandare")
        senaste = list(rader[:SENASTE])
    innehall = {
        "har_forbund": Forbund.objects.exists(),
        "ar": str(idag.year),
        "nasta": det_som_ar_nasta(request.user, idag),
        "plikter": plikter(request.user, idag),
        "lage": lage(request.user, idag),
        "senaste": handelser(senaste).values(),
    }
    return render(request, "finsam/start.html", innehall)


def mitt_konto(request: HttpRequest) -> HttpResponse:
    """Links to the user's own password, second factor and open sessions."""
    return render(request, "finsam/mitt_konto.html")
