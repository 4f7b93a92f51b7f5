"""The page that is opened each month: the budget to date against the outcome."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ekonomi.selectors.budgetuppfoljning import (
    bokforda_manader,
    senaste_period,
    uppfoljningsunderlag,
)
from ekonomi.selectors.uppstallning import UppstallningSaknas
from ekonomi.uppstallning import UppstallningFel
from ekonomi.views.budgetuppfoljningsbild import bild, manadsval
from finsam.periods import ACKUMULERAD, OgiltigPeriod, Period
from finsam.permissions import Ratt, require

# What is written with four digits and is no year is no month's either.
AREN = range(1990, 2200)


@require(Ratt.EKONOMI_LASA)
def budgetuppfoljning(request: HttpRequest) -> HttpResponse:
    """The month asked for as `per=2021-08`, else the last that is booked."""
    period = _period(request.GET.get("per", ""))
    sammanhang = {"period": period, "val": manadsval(period, bokforda_manader())}
    try:
        sammanhang["bild"] = bild(uppfoljningsunderlag(period))
    except (UppstallningSaknas, UppstallningFel) as fel:
        sammanhang["fel"] = str(fel)
    return render(request, "ekonomi/budgetuppfoljning.html", sammanhang)


def _period(per: str) -> Period:
    """The year so far at the end of the month. Raises Http404 for what names no month."""
    if not per:
        idag = timezone.localdate()
        return senaste_period() or Period(idag.year, ACKUMULERAD, idag.month)
    ar, _, manad = per.partition("-")
    if not (ar.isdecimal() and manad.isdecimal() and len(ar) == 4):
        raise Http404
    if int(ar) not in AREN:
        raise Http404
    try:
        return Period(int(ar), ACKUMULERAD, int(manad))
    except OgiltigPeriod as fel:
        raise Http404(str(fel)) from fel
