"""One insats's money to date as a row: budget, plan, outcome, ratios and what may be wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from finsam.money import NOLL, andel, avrunda, summa
from finsam.periods import Period
from finsam.typografi import kr
from insatser.calculations.forbrukning import (
    Insatsunderlag,
    budget_i_period,
    forbrukningskvot,
    plan_i_period,
)
from insatser.calculations.medel import Medelslage, ej_nyttjat

KVOTVARNING = "Förbrukningskvoten {p}\u00a0% avviker från målvärdet 100\u00a0%."
UTAN_BUDGET = "{x}\u00a0kr är bokfört utan beviljade medel för året."
# The recommended split of the money: on individuals, on structures, on competence (F41).
FORDELNINGSMAL = {"individ": 60, "struktur": 30, "kompetenshojande": 10}
# A pre-study prepares the work with structures and is counted with it.
FORDELAS_SOM = {"forstudie": "struktur"}


@dataclass(frozen=True)
class Kvotgranser:
    """Between which per cents a ratio says nothing."""

    lag: int
    hog: int

    def inom(self, kvot: Decimal) -> bool:
        return self.lag <= avrunda(kvot * 100) <= self.hog


def kvotvarning(kvot: Decimal | None, granser: Kvotgranser) -> str:
    """A sentence where the ratio (F13), in whole per cent, lies outside the limits; else empty."""
    if kvot is None or granser.inom(kvot):
        return ""
    return KVOTVARNING.format(p=str(avrunda(kvot * 100)).replace("-", "−"))


@dataclass(frozen=True)
class Forbrukning:
    """kr, positive. `utfall` None where the year has no ledger; `plan` is the insats's own."""

    insats: Insatsunderlag
    period: Period
    lage: Medelslage
    utfall: Decimal | None
    plan: Decimal | None

    @property
    def arsbudget(self) -> Decimal:
        """What may be used in the year: the grant, with what was moved between years."""
        return self.lage.tak

    @property
    def linjar(self) -> Decimal:
        """The year's budget to date by active months (F13)."""
        start, slut = self.insats.start, self.insats.slut
        return budget_i_period(self.arsbudget, start, slut, self.period)

    @property
    def till_datum(self) -> Decimal:
        """The budget to date: the insats's own plan where it has one, else even (F13)."""
        return self.linjar if self.plan is None else self.plan

    @property
    def kvot(self) -> Decimal | None:
        """Outcome as a share of the budget to date (F13)."""
        return None if self.utfall is None else andel(self.utfall, self.till_datum)

    @property
    def kvot_linjar(self) -> Decimal | None:
        if self.utfall is None:
            return None
        insats = self.insats
        return forbrukningskvot(self.utfall, self.arsbudget, insats.start, insats.slut, self.period)

    @property
    def kvot_ar(self) -> Decimal | None:
        """Outcome as a share of the year's budget (F14)."""
        return None if self.utfall is None else andel(self.utfall, self.arsbudget)

    @property
    def kvar(self) -> Decimal | None:
        """Of the year's budget; at the year's end what goes back to the association (F15)."""
        return None if self.utfall is None else self.arsbudget - self.utfall

    def varningar(self, granser: Kvotgranser) -> tuple[str, ...]:
        """What is to be said of the row: the ratio, and at the end the money not used."""
        over = ej_nyttjat(self.kvar or NOLL, self.period, self.insats.slut)
        utan = "" if self.arsbudget else self._utan_budget()
        return tuple(text for text in (self.kvotvarning(granser), utan, over) if text)

    def _utan_budget(self) -> str:
        return UTAN_BUDGET.format(x=kr(self.utfall)) if self.utfall else ""

    def kvotvarning(self, granser: Kvotgranser) -> str:
        """A sentence where the ratio lies outside the limits; else empty."""
        return kvotvarning(self.kvot, granser)


@dataclass(frozen=True)
class Fordelning:
    """A kind's share of what the insatser used, beside its target in per cent (F41)."""

    slag: str
    utfall: Decimal
    andel: Decimal | None
    mal: int


def egen_plan(kvartal: Sequence[Decimal | None], period: Period) -> Decimal | None:
    """The insats's own plan for the period in kr; None unless all four quarters are planned."""
    givna = [belopp for belopp in kvartal if belopp is not None]
    return plan_i_period(givna, period) if len(givna) == 4 else None


def fordelning(
    utfall_per_slag: Iterable[tuple[str, Decimal]], totalt: Decimal | None = None
) -> tuple[Fordelning, ...]:
    """60-30-10: what each kind used, of `totalt` kr or of all that the insatser used (F41)."""
    alla: dict[str, list[Decimal]] = {slag: [] for slag in FORDELNINGSMAL}
    for slag, utfall in utfall_per_slag:
        alla[FORDELAS_SOM.get(slag, slag)].append(utfall)
    summor = {slag: summa(belopp) for slag, belopp in alla.items()}
    helhet = sum(summor.values(), NOLL) if totalt is None else totalt
    return tuple(
        Fordelning(slag, belopp, andel(belopp, helhet), FORDELNINGSMAL[slag])
        for slag, belopp in summor.items()
    )
