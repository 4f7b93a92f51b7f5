"""A year's fees beside those of other versions and years, payer by payer. Whole kr."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ekonomi.calculations.avgifter import Avgifter, Avgiftsrad, halvarsavgifter
from finsam.money import andel


@dataclass(frozen=True)
class Jamforelserad:
    """A payer's fee, and the same payer's in each of the others; None where it pays nothing."""

    rad: Avgiftsrad
    andra: tuple[int | None, ...]

    @property
    def forandring(self) -> int | None:
        """The fee less that of the last of the others."""
        fore = self.andra[-1] if self.andra else None
        return None if fore is None else self.rad.belopp - fore

    @property
    def andel(self) -> Decimal | None:
        """The change as a share of what it is compared with."""
        fore = self.andra[-1] if self.andra else None
        return None if not fore else andel(self.rad.belopp - fore, fore)


def jamfor(avgifter: Avgifter, andra: Sequence[Avgifter | None]) -> tuple[Jamforelserad, ...]:
    """Every payer in order, then the sum. A payer is the same when the member is."""
    uppslag = [_per_betalare(ett) for ett in andra]
    rader = [
        Jamforelserad(rad, tuple(ett.get(_nyckel(rad)) for ett in uppslag))
        for rad in avgifter.rader
    ]
    summa = Avgiftsrad("Summa", "", avgifter.total)
    return (*rader, Jamforelserad(summa, tuple(ett.total if ett else None for ett in andra)))


def _nyckel(rad: Avgiftsrad) -> int | str:
    return rad.namn if rad.medlem is None else rad.medlem


def _per_betalare(avgifter: Avgifter | None) -> dict[int | str, int]:
    return {_nyckel(rad): rad.belopp for rad in avgifter.rader} if avgifter else {}


@dataclass(frozen=True)
class Halvarsrad:
    """What a payer's fee earns in each half of the year, whole kr (F9)."""

    namn: str
    forsta: int
    andra: int


def halvarsrader(avgifter: Avgifter) -> tuple[Halvarsrad, ...]:
    """Every payer, then the sum; the halves of each add to its year."""
    h1, h2 = halvarsavgifter(avgifter)
    rader = (
        Halvarsrad(forsta.namn, forsta.belopp, andra.belopp)
        for forsta, andra in zip(h1.rader, h2.rader, strict=True)
    )
    return (*rader, Halvarsrad("Summa", h1.total, h2.total))
