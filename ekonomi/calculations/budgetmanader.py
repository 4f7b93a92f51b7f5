"""A year's budget by month: as planned, or even over the months in which the money is used."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from finsam.money import NOLL, kronor, summa
from finsam.periods import Period, manader_mellan

Spann = tuple[date, date]


def arets_manader(ar: int, spann: Spann | None = None) -> tuple[int, ...]:
    """The months of the year that an even budget is shared over, in order.

    An insats uses its own active months (F13). Without a span, or with one that has no month in
    the year, all twelve: somebody decided the money, and the parts of a year must add to it.
    """
    if spann is None:
        return tuple(range(1, 13))
    start, slut = spann
    aktiva = manader_mellan(start, slut, ar)
    forsta = start.month if start.year == ar else 1
    return tuple(range(forsta, forsta + aktiva)) if aktiva else tuple(range(1, 13))


def budget_i_delen(
    arsbudget: Decimal,
    period: Period,
    manader: Sequence[Decimal] | None = None,
    spann: Spann | None = None,
) -> Decimal:
    """What the period has of the year's budget, in kr to the öre, with the sign of `arsbudget`.

    `manader`, when given, are the year's twelve amounts; otherwise the budget is even over the
    months of `arets_manader`. The sum to date is rounded, not the part: so halves, tertials and
    quarters each add to the year to the öre.
    """
    if manader is not None:
        return summa(manader[period.forsta_manad - 1 : period.sista_manad])
    aktiva = arets_manader(period.ar, spann)
    fore = _till_och_med(arsbudget, period.forsta_manad - 1, aktiva)
    return _till_och_med(arsbudget, period.sista_manad, aktiva) - fore


def jamna_manader(arsbudget: Decimal, ar: int, spann: Spann | None = None) -> tuple[Decimal, ...]:
    """The twelve months of an even budget, in kr to the öre; they add to the year."""
    aktiva = arets_manader(ar, spann)
    tom = [_till_och_med(arsbudget, manad, aktiva) for manad in range(13)]
    return tuple(tom[manad] - tom[manad - 1] for manad in range(1, 13))


def _till_och_med(arsbudget: Decimal, manad: int, aktiva: Sequence[int]) -> Decimal:
    """The budget of the months up to this one, rounded to the öre."""
    passerade = sum(1 for aktiv in aktiva if aktiv <= manad)
    return kronor(arsbudget * passerade / len(aktiva)) if passerade else NOLL
