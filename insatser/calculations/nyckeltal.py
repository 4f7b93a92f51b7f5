"""Key figures of the insatser: cost per participant (F42), the 60-30-10 split (F41)."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from finsam.money import andel, summa
from finsam.periods import MANADER_PER_DEL, Period, manader_mellan

KVARTALSMANADER = MANADER_PER_DEL["K"]
# How the money should be shared: individual, overall and competence, in whole per cent.
FORDELNINGSMAL = (60, 30, 10)


@dataclass(frozen=True)
class Kostnadsgrupp:
    """What is needed for the cost per participant; kr positive, None where it is not known.

    `budget` is the year's grant, `forvantat` the participants it was granted for in a year;
    `utfall` and `deltagare` are of the period.
    """

    budget: Decimal | None
    forvantat: int | None
    utfall: Decimal | None
    deltagare: int | None

    @property
    def forvantad_kostnad(self) -> Decimal | None:
        """kr per participant as granted (F42)."""
        return per_deltagare(self.budget, self.forvantat)

    @property
    def faktisk_kostnad(self) -> Decimal | None:
        """kr per participant of the period (F42)."""
        return per_deltagare(self.utfall, self.deltagare)


def per_deltagare(belopp: Decimal | None, deltagare: int | None) -> Decimal | None:
    """kr / participants, unrounded; None where either is missing or nobody takes part."""
    return None if belopp is None or deltagare is None else andel(belopp, deltagare)


def sammanlagd(grupper: Sequence[Kostnadsgrupp]) -> Kostnadsgrupp:
    """Several insatser as one. Each side is of those alone that have both its parts, so that no
    cost is shared by the participants of another.
    """
    vantade = [(g.budget, g.forvantat) for g in grupper if g.budget is not None and g.forvantat]
    faktiska = [(g.utfall, g.deltagare) for g in grupper if g.utfall is not None and g.deltagare]
    return Kostnadsgrupp(
        budget=summa(belopp for belopp, _ in vantade) if vantade else None,
        forvantat=sum(antal for _, antal in vantade) if vantade else None,
        utfall=summa(belopp for belopp, _ in faktiska) if faktiska else None,
        deltagare=sum(antal for _, antal in faktiska) if faktiska else None,
    )


def budget_till(
    arsbudget: Decimal,
    start: date,
    slut: date,
    period: Period,
    manad: int,
    plan: Sequence[Decimal] | None = None,
) -> Decimal:
    """The budget from the period's first month to the end of `manad`, in kr, unrounded (F13).

    Even over the active months of the year, or, where the insats has its own `plan` of four
    quarters, even over the months of each quarter. A year without active months counts in full.
    """
    if plan is not None:
        return summa(
            plan[(nr - 1) // KVARTALSMANADER] / KVARTALSMANADER
            for nr in range(period.forsta_manad, manad + 1)
        )
    i_aret = manader_mellan(start, slut, period.ar)
    if not i_aret:
        return arsbudget
    forsta = max(start, period.start)
    sista = min(slut, date(period.ar, manad, calendar.monthrange(period.ar, manad)[1]))
    return arsbudget * manader_mellan(forsta, sista, period.ar) / i_aret


@dataclass(frozen=True)
class Fordelningsdel:
    """A part of the money: its kr, its share of the whole and the share aimed at, per cent."""

    belopp: Decimal
    andel: Decimal | None
    mal: int | None


def fordelning(
    individ: Decimal, overgripande: Decimal, kompetens: Decimal, totalt: Decimal
) -> tuple[Fordelningsdel, ...]:
    """Individual, overall, competence, and what belongs to none of them (F41); kr, positive."""
    delar = (individ, overgripande, kompetens)
    ovrigt = totalt - summa(delar)
    return (
        *(
            Fordelningsdel(b, andel(b, totalt), m)
            for b, m in zip(delar, FORDELNINGSMAL, strict=True)
        ),
        Fordelningsdel(ovrigt, andel(ovrigt, totalt), None),
    )
