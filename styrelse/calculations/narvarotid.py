"""How long somebody was at a meeting, in minutes: the hours that are paid. Pure.

A time that was noted is the clock's: who came late is there from then, who left until then, and
of an absence within the meeting the noted time is when they left. Where no time was noted the §
decides: the meeting's time is shared evenly between its §§, so that the third of six §§ of a
meeting of two hours begins 40 minutes into it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Borta:
    """Away from the item `fran`, up to but not with `till` (None: to the end).

    Items are places in the agenda, the first one 0; `minut` is the noted time as minutes of the
    day: of who came late the arrival, of the others the departure.
    """

    fran: int
    till: int | None = None
    minut: int | None = None


def kom_sent(fran: int, till: int | None, forsta: int = 0) -> bool:
    """Whether an absence is a late arrival: from the first item that was taken up, but not all.

    Items by their place, or by § where `forsta` is the first one; what was struck before it is
    no item that anybody was away from.
    """
    return till is not None and fran <= forsta


def narvarotid(borjan: int, slut: int, punkter: int, borta: Iterable[Borta]) -> int:
    """Minutes at a meeting from `borjan` to `slut` (minutes of the day), of so many items.

    Absences that overlap are counted once, and what lies outside the meeting is not counted. Half
    a minute is rounded up, in favour of who was there; never below 0.
    """
    bort = _sammanslagna(_tid(en, borjan, slut, punkter) for en in borta)
    kvar = Fraction(max(slut - borjan, 0)) - sum((till - fran for fran, till in bort), Fraction(0))
    return max(int(kvar + Fraction(1, 2)), 0)


def _tid(en: Borta, borjan: int, slut: int, punkter: int) -> tuple[Fraction, Fraction]:
    """The absence by the clock, within the meeting."""
    fran, till = _vid(en.fran, borjan, slut, punkter), Fraction(slut)
    if en.till is not None:
        till = _vid(en.till, borjan, slut, punkter)
    if en.minut is not None:
        noterad = Fraction(min(max(en.minut, borjan), max(slut, borjan)))
        if kom_sent(en.fran, en.till):
            till = noterad
        else:
            fran = noterad
    return fran, max(till, fran)


def _vid(punkt: int, borjan: int, slut: int, punkter: int) -> Fraction:
    """When the item begins, if the items took as long each."""
    return borjan + Fraction(max(slut - borjan, 0) * punkt, max(punkter, 1))


def _sammanslagna(tider: Iterable[tuple[Fraction, Fraction]]) -> list[tuple[Fraction, Fraction]]:
    ut: list[tuple[Fraction, Fraction]] = []
    for fran, till in sorted(tider):
        if ut and fran <= ut[-1][1]:
            ut[-1] = (ut[-1][0], max(ut[-1][1], till))
        else:
            ut.append((fran, till))
    return ut
