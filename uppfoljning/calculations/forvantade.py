"""Which reports are to be handed in, and by when."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from finsam.periods import MANADER_PER_DEL, Period, dagen_efter, delperioder

# A conference or a training is followed up as an activity: it has no steering group to report.
UTAN_RAPPORT = frozenset({"kompetenshojande"})
ETT_AR = timedelta(days=365)


@dataclass(frozen=True)
class Insatstid:
    """What decides which reports an insats hands in."""

    nyckel: int
    insatstyp: str
    start: date
    slut: date


def rapporterar(insatstyp: str) -> bool:
    """Whether insatser of the type hand in reports at all."""
    return insatstyp not in UTAN_RAPPORT


def forfaller(period: Period) -> date:
    """The last day to hand in: one month after the period's end, the month's last day."""
    efter = dagen_efter(period.slut)
    return efter.replace(day=calendar.monthrange(efter.year, efter.month)[1])


def period_med(dag: date, rytm: str) -> Period:
    """The reporting period ("K" or "T") that the day lies in."""
    return Period(dag.year, rytm, (dag.month - 1) // MANADER_PER_DEL[rytm] + 1)


def fore(period: Period) -> Period:
    """The period of the same kind before this one."""
    return period_med(period.start - timedelta(days=1), period.slag)


def forsta_period(angiven: Period | None, rytm: str, idag: date) -> Period:
    """From when reports are waited for: as the association says, else the last year's."""
    return period_med(angiven.start if angiven else idag - ETT_AR, rytm)


def perioder(forsta: Period, idag: date) -> tuple[Period, ...]:
    """The periods from `forsta` to the one that the day lies in, in order."""
    alla = (
        period
        for ar in range(forsta.ar, idag.year + 1)
        for period in delperioder(Period(ar), forsta.slag)
    )
    return tuple(period for period in alla if forsta <= period and period.start <= idag)


def vantade(
    insatser: Iterable[Insatstid], perioder: Iterable[Period]
) -> tuple[tuple[int, Period], ...]:
    """(insats, period) for each insats that runs some day of the period and reports."""
    alla = tuple(insats for insats in insatser if rapporterar(insats.insatstyp))
    return tuple(
        (insats.nyckel, period)
        for period in perioder
        for insats in alla
        if insats.start <= period.slut and insats.slut >= period.start
    )


def ar_ny(start: date, period: Period, *, forlangning: bool) -> bool:
    """Whether the insats is asked if it started in time: in its first year, never a renewal."""
    return not forlangning and start.year == period.ar
