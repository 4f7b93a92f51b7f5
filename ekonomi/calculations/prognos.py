"""Forecasts: what a year is thought to end at, and how right earlier ones were.

Amounts are kr with the sign of print. Pure.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from finsam.money import NOLL, andel
from insatser.calculations.forbrukningsrad import Kvotgranser

# What a line of a year is told apart by: account, cost block and insats.
N = TypeVar("N", bound=Hashable)


def foresla(utfall: Mapping[N, Decimal], aterstar: Mapping[N, Decimal]) -> dict[N, Decimal]:
    """The year by line: its outcome to date and what is budgeted for the months that remain.

    A line with outcome and no budget is there, and so is one with budget and no outcome. Where
    the outcome to date is the budget to date, the forecast is the budget.
    """
    nycklar = dict.fromkeys((*aterstar, *utfall))
    return {n: utfall.get(n, NOLL) + aterstar.get(n, NOLL) for n in nycklar}


@dataclass(frozen=True)
class Prognosrad(Generic[N]):
    """A line of a forecast beside what it is judged by.

    `utfall` is the outcome to date, `budget` the whole year's, `forslag` the outcome to date and
    the budget of the months that remain. `prognos` is what somebody thinks.
    """

    nyckel: N
    utfall: Decimal
    budget: Decimal
    forslag: Decimal
    prognos: Decimal
    kommentar: str = ""

    @property
    def diff(self) -> Decimal:
        """Forecast less budget: positive is better than budget."""
        return self.prognos - self.budget

    def saknar_kommentar(self, granser: Kvotgranser) -> bool:
        """Whether it leaves the budget by more than the association's limits, without a word."""
        if self.kommentar or not self.diff:
            return False
        return not (self.budget and granser.inom(self.prognos / self.budget))


@dataclass(frozen=True)
class Traff:
    """A forecast of a line against what the year ended at."""

    prognos: Decimal
    utfall: Decimal

    @property
    def fel(self) -> Decimal:
        """Outcome less forecast: positive when the year ended better than was thought."""
        return self.utfall - self.prognos

    @property
    def andel(self) -> Decimal | None:
        """How far off, as a share of the outcome whatever its sign; None when that is nothing."""
        return andel(self.fel, abs(self.utfall))


def dagar_kvar(upprattad: date, verksamhetsar: int) -> int:
    """Days from the forecast to the year's end; negative for one that was made after it."""
    return (date(verksamhetsar, 12, 31) - upprattad).days
