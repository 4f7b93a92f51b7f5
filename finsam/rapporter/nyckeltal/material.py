"""What the key figures are made from, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from finsam.money import summa
from finsam.periods import Period
from insatser.calculations.nyckeltal import budget_till
from uppfoljning.calculations.underlag import Insatsfakta, Uppfoljningsunderlag


@dataclass(frozen=True)
class Insatsmaterial:
    """An insats with its money: costs by month, the year's grant and its own plan, kr positive.

    `kostnad` is None where the year has no ledger or the insats no projekt in it.
    """

    fakta: Insatsfakta
    adress: str
    projektkod: str = ""
    kostnad: Mapping[int, Decimal] | None = None
    budget: Decimal | None = None
    plan: tuple[Decimal, ...] | None = None

    def kostnad_till(self, period: Period, manad: int) -> Decimal | None:
        """kr from the period's first month to the end of `manad`."""
        if self.kostnad is None:
            return None
        return summa(belopp for nr, belopp in self.kostnad.items() if nr <= manad)

    def budget_till(self, period: Period, manad: int) -> Decimal | None:
        """kr from the period's first month to the end of `manad` (F13)."""
        if self.budget is None:
            return None
        return budget_till(self.budget, self.fakta.start, self.fakta.slut, period, manad, self.plan)


@dataclass(frozen=True)
class Nyckeltalsmaterial:
    """A period's follow-up and money.

    `bokford_manad` is the last month with a movement on any insats, 0 for none. `kompetens` and
    `totalt` are the costs of competence activities and of all insatser, None where the layout of
    the accounts does not tell.
    """

    period: Period
    forbund: str
    insatser: tuple[Insatsmaterial, ...]
    underlag: Uppfoljningsunderlag
    bokford_manad: int = 0
    kompetens: Decimal | None = None
    totalt: Decimal | None = None

    @property
    def manader(self) -> range:
        return range(self.period.forsta_manad, self.period.sista_manad + 1)
