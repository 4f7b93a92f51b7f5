"""Moving an application in time: its days, and its money month by month. kr."""

import calendar
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from finsam.fordelning import storsta_rest
from finsam.money import NOLL, ORE, kronor
from finsam.periods import manader_mellan

KRONA = Decimal(1)


def flytta_manader(dag: date, manader: int) -> date:
    """The same day of the month `manader` months later; the last day of a month stays the last."""
    ar, manad = divmod(dag.year * 12 + dag.month - 1 + manader, 12)
    sista = calendar.monthrange(ar, manad + 1)[1]
    slutdag = (dag + timedelta(days=1)).day == 1
    return date(ar, manad + 1, sista if slutdag else min(dag.day, sista))


def flyttat_per_ar(
    per_ar: Mapping[int, Decimal], start: date, slut: date, manader: int
) -> dict[int, Decimal]:
    """The amounts of an application start–slut by year, when it is moved `manader` months.

    The rule: a year's amount is even over the application's months in that year (over all twelve
    when it has none there), and each month takes its money along. What is moved out of a year is
    shared in whole kronor by largest remainder, in öre when the amount has öre, so that the sum
    is kept exactly. Years without money are left out.
    """
    ut: dict[int, Decimal] = defaultdict(lambda: NOLL)
    for ar, belopp in per_ar.items():
        for nytt_ar, del_ in _ett_ar(ar, belopp, start, slut, manader).items():
            ut[nytt_ar] += del_
    return {ar: ut[ar] for ar in sorted(ut) if ut[ar]}


def _ett_ar(ar: int, belopp: Decimal, start: date, slut: date, manader: int) -> dict[int, Decimal]:
    """One year's amount by the years that its months come to."""
    antal = manader_mellan(start, slut, ar) or 12
    forsta = start.month if start.year == ar and manader_mellan(start, slut, ar) else 1
    nya: dict[int, int] = defaultdict(int)
    for manad in range(forsta, forsta + antal):
        nya[(ar * 12 + manad - 1 + manader) // 12] += 1
    aren = sorted(nya)
    steg = KRONA if belopp == belopp.to_integral_value() else ORE
    tecken = -1 if belopp < 0 else 1
    delar = storsta_rest(int(abs(belopp) / steg), [nya[nytt_ar] for nytt_ar in aren])
    return {
        nytt_ar: kronor(tecken * del_ * steg) for nytt_ar, del_ in zip(aren, delar, strict=True)
    }
