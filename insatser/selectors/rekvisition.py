"""A claim beside its year's money, as its pages show it."""

from dataclasses import dataclass
from decimal import Decimal

from finsam.money import NOLL, kronor
from finsam.periods import Period, las_period
from insatser.calculations.medel import Medelslage
from insatser.choices import Kostnadsslag
from insatser.models import Rekvisition
from insatser.selectors.medel import GALLANDE, medelslage


@dataclass(frozen=True)
class Lagesbild:
    """The year's money without this claim, the claim's own sum, and what is left after it; kr."""

    period: Period
    poster: tuple[tuple[str, Decimal], ...]
    lage: Medelslage
    belopp: Decimal

    @property
    def kvar_efter(self) -> Decimal:
        return self.lage.kvar - self.belopp

    @property
    def overskridande(self) -> Decimal:
        return self.lage.overskridande(self.belopp)


def lagesbild(rekvisition: Rekvisition, belopp: Decimal | None = None) -> Lagesbild:
    """4 queries. `belopp` in kr stands in for the stored sum while amounts are being typed."""
    period = las_period(rekvisition.period)
    sparade = {post.kostnadsslag: kronor(post.belopp) for post in rekvisition.poster.all()}
    sparad = sum(sparade.values(), NOLL)
    lage = medelslage(rekvisition.insats, period.ar)
    if rekvisition.status in GALLANDE:
        lage = lage.utan(sparad)
    return Lagesbild(
        period=period,
        poster=tuple((s.label, sparade[s.value]) for s in Kostnadsslag if s.value in sparade),
        lage=lage,
        belopp=sparad if belopp is None else belopp,
    )
