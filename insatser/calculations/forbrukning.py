"""What an insats may use and has used: grant per year, usage ratios, money not used (F12-F15)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from finsam.alfabet import svensk_ordning
from finsam.money import andel, avrunda, summa
from finsam.periods import Period, manader_mellan

# Municipalities first, then regions, then the state's two members, as the documents list them.
AGARORDNING = {"kommun": 0, "region": 1}


@dataclass(frozen=True)
class Agare:
    """The member that owns an insats; `typ` kommun, region, fk or af."""

    namn: str
    kortnamn: str
    typ: str

    @property
    def i_tabell(self) -> str:
        """As the board's papers write it: a region by its whole name, the others short."""
        return self.namn if self.typ == "region" else self.kortnamn


@dataclass(frozen=True)
class Insatsunderlag:
    """An insats as calculations need it; `budget` is granted kr per year, positive."""

    nr: int
    namn: str
    kortnamn: str
    insatstyp: str
    agare: Agare
    start: date
    slut: date
    projektkod: str | None = None
    agartext: str = ""
    budget: Mapping[int, Decimal] = field(default_factory=dict)

    @property
    def ordning(self) -> tuple[int, str, int]:
        """Sort key of lists: owner's kind, owner in Swedish order, number."""
        return (
            AGARORDNING.get(self.agare.typ, 2),
            svensk_ordning(self.agare.kortnamn),
            self.nr,
        )


@dataclass(frozen=True)
class Nyttjande:
    """How much of the granted money a set of insatser used, in kr (F15)."""

    utfall: Decimal
    budget: Decimal

    @property
    def grad(self) -> Decimal | None:
        return andel(self.utfall, self.budget)

    @property
    def aterlamnat(self) -> Decimal:
        return self.budget - self.utfall


def beviljat_per_ar(
    belopp: Decimal, start: date, slut: date, steg: Decimal = Decimal(1000)
) -> dict[int, Decimal]:
    """A grant in kr shared over its calendar years by active months (F12).

    Each year is rounded to whole `steg` kr but takes no more than is left; the last year takes the
    rest, so that the years add to the grant. Raises ValueError when the end lies before the start.
    """
    if slut < start:
        raise ValueError("Slutdatum får inte ligga före startdatum.")
    aren = range(start.year, slut.year + 1)
    manader = {ar: manader_mellan(start, slut, ar) for ar in aren}
    alla = sum(manader.values())
    delar, kvar = {}, belopp
    for ar in aren[:-1]:
        delar[ar] = min(avrunda(belopp * manader[ar] / alla / steg) * steg, kvar, key=abs)
        kvar -= delar[ar]
    return {**delar, slut.year: kvar}


def aktiva_manader(start: date, slut: date, period: Period) -> tuple[int, int]:
    """Active months (in the period, in its whole year) of what runs start–slut."""
    i_perioden = manader_mellan(max(start, period.start), min(slut, period.slut), period.ar)
    return i_perioden, manader_mellan(start, slut, period.ar)


def budget_i_period(arsbudget: Decimal, start: date, slut: date, period: Period) -> Decimal:
    """The year's budget × active months in the period ÷ active months of the year (F13).

    kr, unrounded, the sign of `arsbudget`. A budget for a year without active months counts in
    full: someone decided it, and a table that dropped it would no longer add up.
    """
    i_perioden, i_aret = aktiva_manader(start, slut, period)
    return arsbudget * i_perioden / i_aret if i_aret else arsbudget


def plan_i_period(kvartal: Sequence[Decimal], period: Period) -> Decimal | None:
    """An insats's own plan for the period, from its four quarters in kr.

    None for a period that is not made of whole quarters.
    """
    if (period.forsta_manad - 1) % 3 or period.sista_manad % 3:
        return None
    return summa(kvartal[(period.forsta_manad - 1) // 3 : period.sista_manad // 3])


def forbrukningskvot(
    utfall: Decimal, arsbudget: Decimal, start: date, slut: date, period: Period
) -> Decimal | None:
    """Outcome as a share of the period's budget (F13; at year-end the same as F14).

    utfall, arsbudget: kr with the same sign. None when there is no budget for the period.
    """
    return andel(utfall, budget_i_period(arsbudget, start, slut, period))


def nyttjande(utfall_och_budget: Iterable[Sequence[Decimal]]) -> Nyttjande:
    """Σ outcome and Σ year budget over insatser, both positive kr (F15)."""
    par = list(utfall_och_budget)
    return Nyttjande(summa(utfall for utfall, _ in par), summa(budget for _, budget in par))
