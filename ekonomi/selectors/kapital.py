"""The reads behind equity against the cap."""

from datetime import date
from decimal import Decimal

from django.db.models import Sum

from ekonomi.calculations.trappan import Kapitalprovning
from ekonomi.models import Prognospost
from ekonomi.selectors.arsplaner import prognos_for
from ekonomi.selectors.avgifter import arsavgifter
from ekonomi.selectors.bokslut import fullstandiga_ar
from ekonomi.selectors.uppstallning import UppstallningSaknas, berakning
from ekonomi.uppstallning import UppstallningFel
from ekonomi.uppstallning.roller import rollvarde
from finsam.money import kronor
from finsam.periods import Period

KAPITAL = "eget_kapital"


def eget_kapital(verksamhetsar: int, idag: date) -> Decimal | None:
    """Equity at the year's end, kr; None until its ledger is complete, and without such a row."""
    period = Period(verksamhetsar)
    if verksamhetsar not in fullstandiga_ar(idag):
        return None
    try:
        return rollvarde(berakning(period), KAPITAL, period)
    except (UppstallningSaknas, UppstallningFel):
        return None


def kapitalprovningar(verksamhetsar: int, idag: date) -> tuple[Kapitalprovning, ...]:
    """Equity against the cap at the end of the year before and of the year itself.

    A year that is not over has a forecast instead of an outcome: what it opened with and the
    result that the latest forecast gives (F32). A year without allocation has nothing to hold its
    equity against, and is left out. Raises AvgiftFel when a year's fees cannot be shared.
    """
    funna = (_provning(ar, idag) for ar in (verksamhetsar - 1, verksamhetsar))
    return tuple(ett for ett in funna if ett is not None)


def _provning(ar: int, idag: date) -> Kapitalprovning | None:
    avgifter = arsavgifter(ar)
    if avgifter is None:
        return None
    slag, kapital = "utfall", eget_kapital(ar, idag)
    if kapital is None:
        slag, kapital = "prognos", _prognostiserat(ar, idag)
    if kapital is None:
        return None
    return Kapitalprovning(ar, slag, kapital, Decimal(avgifter.total), Decimal(avgifter.stat))


def _prognostiserat(ar: int, idag: date) -> Decimal | None:
    """What the year opened with and its forecast result; None without a forecast or an opening.

    A year before whose ledger is not complete is closed as it is forecast.
    """
    prognos = prognos_for(Period(ar))
    if prognos is None:
        return None
    fore = eget_kapital(ar - 1, idag)
    if fore is None:
        fore = _prognostiserat(ar - 1, idag)
    if fore is None:
        return None
    resultat = Prognospost.objects.filter(prognos=prognos).aggregate(summa=Sum("belopp"))["summa"]
    return fore + kronor(resultat)
