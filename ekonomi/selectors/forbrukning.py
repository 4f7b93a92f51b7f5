"""Every insats's money to date; a fixed number of queries."""

from decimal import Decimal

from ekonomi.models import Rakenskapsar
from ekonomi.selectors.insatsutfall import insatsutfall
from finsam.models import Forbund
from finsam.money import NOLL, kronor
from finsam.periods import Period
from insatser.calculations.forbrukningsrad import Forbrukning, Kvotgranser, egen_plan
from insatser.calculations.medel import Medelslage
from insatser.models import Insats, Insatsbudget
from insatser.selectors import insatsunderlag
from insatser.selectors.medel import medelslagen


def forbrukningar(period: Period) -> tuple[Forbrukning, ...]:
    """The insatser that run in the period or have money for its year, by number; 9 queries."""
    utfall = insatsutfall(period)
    lagen = {nr: lage for (nr, ar), lage in _lagen_per_nr().items() if ar == period.ar}
    planer = _planer(period)
    return tuple(
        Forbrukning(
            insats=insats,
            period=period,
            lage=lagen.get(insats.nr, Medelslage()),
            utfall=None if utfall is None else utfall.get(insats.projektkod or "", NOLL),
            plan=planer.get(insats.nr),
        )
        for insats in insatsunderlag()
        if insats.nr in lagen or (insats.start <= period.slut and insats.slut >= period.start)
    )


def kvotgranser() -> Kvotgranser:
    """The association's limits; its defaults before it is set up."""
    forbund = Forbund.objects.first() or Forbund()
    return Kvotgranser(forbund.kvot_lag, forbund.kvot_hog)


def senaste_ar() -> int | None:
    """The latest year that has a ledger."""
    return (
        Rakenskapsar.objects.order_by("-verksamhetsar")
        .values_list("verksamhetsar", flat=True)
        .first()
    )


def _lagen_per_nr() -> dict[tuple[int, int], Medelslage]:
    nummer = dict(Insats.objects.values_list("pk", "nr"))
    return {(nummer[pk], ar): lage for (pk, ar), lage in medelslagen().items()}


def _planer(period: Period) -> dict[int, Decimal]:
    kvartal = ("kvartal1", "kvartal2", "kvartal3", "kvartal4")
    rader = Insatsbudget.objects.filter(verksamhetsar=period.ar)
    planer = {
        nr: egen_plan([None if b is None else kronor(b) for b in belopp], period)
        for nr, *belopp in rader.values_list("insats__nr", *kvartal)
    }
    return {nr: plan for nr, plan in planer.items() if plan is not None}
