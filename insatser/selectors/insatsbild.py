"""What the page of an insats shows of its money; a fixed number of queries."""

from dataclasses import dataclass
from decimal import Decimal

from finsam.money import kronor, summa
from insatser.calculations.medel import Medelslage
from insatser.models import Insats, Insatsbudget
from insatser.selectors.medel import medelslagen


@dataclass(frozen=True)
class Arsrad:
    """A year: its budget (None: only moved or claimed money) and how much is left to claim."""

    ar: int
    budget: Insatsbudget | None
    lage: Medelslage

    @property
    def plan(self) -> tuple[Decimal, ...]:
        """The four quarters in kr; empty without a plan."""
        b = self.budget
        if b is None or b.kvartal1 is None:
            return ()
        return tuple(kronor(kr) for kr in (b.kvartal1, b.kvartal2, b.kvartal3, b.kvartal4))


@dataclass(frozen=True)
class Medel:
    """The years of an insats and their sums, in kr."""

    aren: tuple[Arsrad, ...]

    @property
    def beviljat(self) -> Decimal:
        return summa(rad.lage.beviljat for rad in self.aren)

    @property
    def rekvirerat(self) -> Decimal:
        return summa(rad.lage.rekvirerat for rad in self.aren)

    @property
    def kvar(self) -> Decimal:
        return summa(rad.lage.kvar for rad in self.aren)

    @property
    def har_plan(self) -> bool:
        return any(rad.plan for rad in self.aren)


def medel(insats: Insats) -> Medel:
    """The money by year; 4 queries."""
    budgetar = {budget.verksamhetsar: budget for budget in insats.budgetar.all()}
    lagen = medelslagen(Insats.objects.filter(pk=insats.pk))
    return Medel(tuple(Arsrad(ar, budgetar.get(ar), lage) for (_, ar), lage in lagen.items()))
