"""How much of a year's granted money is left to claim."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from finsam.money import NOLL
from finsam.periods import Period
from finsam.typografi import kr

ATERGAR = "Ej nyttjade medel {x}\u00a0kr återgår till förbundet om ingen avvikelse godkänns."


def ej_nyttjat(kvar: Decimal, period: Period, slut: date) -> str:
    """The sentence about money left over, in kr, when the period is the last for it; else empty.

    That is the last of the year, or the one in which the insats ends on the day `slut`. What an
    approved deviation has moved to next year is not part of what is left.
    """
    sista = period.sista_manad == 12 or period.start <= slut <= period.slut
    return ATERGAR.format(x=kr(kvar)) if sista and kvar > 0 else ""


def upptar(summa: Decimal) -> Decimal:
    """What a claim of `summa` kr takes of the grant while it waits for attest.

    One that gives money back makes no room until two persons have attested that it does.
    """
    return max(summa, NOLL)


@dataclass(frozen=True)
class Medelslage:
    """An insats's money of one year, in kr, all positive.

    `overfort_in` and `overfort_ut` are what approved deviations moved from the year before and
    to the year after. `inlamnat` is handed in and not yet attested by two; `attesterat` is. See
    `upptar` for what a claim that is waiting adds to `inlamnat`.
    """

    beviljat: Decimal = NOLL
    overfort_in: Decimal = NOLL
    overfort_ut: Decimal = NOLL
    inlamnat: Decimal = NOLL
    attesterat: Decimal = NOLL

    @property
    def tak(self) -> Decimal:
        """What may be claimed for the year: the grant, with what was moved in and out."""
        return self.beviljat + self.overfort_in - self.overfort_ut

    @property
    def rekvirerat(self) -> Decimal:
        return self.inlamnat + self.attesterat

    @property
    def kvar(self) -> Decimal:
        return self.tak - self.rekvirerat

    def overskridande(self, belopp: Decimal) -> Decimal:
        """How far one more claim of `belopp` would go beyond what is left; 0 when it fits."""
        return max(belopp - self.kvar, NOLL)

    def utan(self, inlamnat: Decimal) -> "Medelslage":
        """The same without a handed-in claim of that size, to weigh that claim itself."""
        return replace(self, inlamnat=self.inlamnat - upptar(inlamnat))
