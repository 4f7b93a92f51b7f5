"""What the follow-up of the budget is made from; a fixed number of queries."""

from dataclasses import dataclass

from django.db.models import Max

from ekonomi.calculations.budgetuppfoljning import (
    Budgetuppfoljning,
    Postkommentar,
    budgetuppfoljning,
)
from ekonomi.models import Budget, Prognos, Prognospost, Saldo
from ekonomi.selectors.arsplaner import budget_for, prognos_for
from ekonomi.selectors.forbrukning import kvotgranser
from ekonomi.selectors.uppstallning import berakning
from ekonomi.uppstallning import Berakning
from ekonomi.uppstallning.saldon import projektkod
from finsam.periods import ACKUMULERAD, Period


@dataclass(frozen=True)
class Uppfoljningsunderlag:
    """A follow-up, with the engine behind it and the budget and forecast that it reads.

    `bokford`: the last month of the year that has bookings, 0 when it has none.
    """

    uppfoljning: Budgetuppfoljning
    berakning: Berakning
    budget: Budget | None
    prognos: Prognos | None
    bokford: int


def uppfoljningsunderlag(period: Period) -> Uppfoljningsunderlag:
    """The follow-up of a period that begins with its year; 17 queries. Raises as berakning."""
    ekonomi = berakning(period)
    prognos = prognos_for(period)
    kommentarer = _kommentarer(prognos, ekonomi) if prognos else ()
    return Uppfoljningsunderlag(
        uppfoljning=budgetuppfoljning(ekonomi, kvotgranser(), kommentarer),
        berakning=ekonomi,
        budget=budget_for(period),
        prognos=prognos,
        bokford=bokforda_manader().get(period.ar, 0),
    )


def bokforda_manader() -> dict[int, int]:
    """The last month with bookings of each year that has a ledger; 1 query."""
    rader = Saldo.objects.values_list("rakenskapsar__verksamhetsar")
    return dict(rader.annotate(sista=Max("manad")).order_by())


def senaste_period() -> Period | None:
    """The year so far as it was last booked; None without bookings."""
    bokforda = {ar: manad for ar, manad in bokforda_manader().items() if manad}
    if not bokforda:
        return None
    ar = max(bokforda)
    return Period(ar, ACKUMULERAD, bokforda[ar])


def _kommentarer(prognos: Prognos, ekonomi: Berakning) -> tuple[Postkommentar, ...]:
    projekt = {insats.nr: projektkod(insats) for insats in ekonomi.underlag.insatser}
    poster = Prognospost.objects.filter(prognos=prognos).exclude(kommentar="")
    falt = ("konto__nummer", "kostnadsblock__kod", "insats__nr", "kommentar")
    return tuple(
        Postkommentar(konto, block, projekt.get(insats), text)
        for konto, block, insats, text in poster.order_by("konto__nummer", "pk").values_list(*falt)
    )
