"""Money: kronor as Decimal with two decimals, one sum, one rounding.

Amounts are kept in kr and rounded once, at the edge. A ratio is computed from kr, never from
rounded thousands (rounding rule of the documents: half away from zero).
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

ORE = Decimal("0.01")
NOLL = Decimal("0.00")
ENHETSDELARE = {"kr": Decimal(1), "tkr": Decimal(1_000), "mkr": Decimal(1_000_000)}


def kronor(varde: Decimal | int | float | str | None) -> Decimal:
    """The amount in kr with exactly two decimals; None is 0.

    SQLite returns sums as floating point (0.1 × 3 comes back as 0.30000000000000004); this is
    the one place where such a sum is made exact again.
    """
    if varde is None:
        return NOLL
    if isinstance(varde, float):
        varde = repr(varde)
    return Decimal(varde).quantize(ORE, rounding=ROUND_HALF_UP)


def summa(belopp: Iterable[Decimal]) -> Decimal:
    """The sum in kr of amounts in kr, exact to the öre; 0.00 for none."""
    return sum(belopp, NOLL).quantize(ORE)


def avrunda(tal: Decimal, decimaler: int = 0) -> Decimal:
    """The number rounded half away from zero; never "-0"."""
    return tal.quantize(Decimal(1).scaleb(-decimaler), rounding=ROUND_HALF_UP) + 0


def i_enhet(belopp: Decimal, enhet: str, decimaler: int = 0) -> Decimal:
    """An amount in kr as a rounded number of `enhet` (kr, tkr or mkr), sign kept."""
    return avrunda(belopp / ENHETSDELARE[enhet], decimaler)


def andel(del_: Decimal | int, helhet: Decimal | int) -> Decimal | None:
    """del_ / helhet as an unrounded share (1 = 100 %); None when the whole is 0."""
    return Decimal(del_) / Decimal(helhet) if helhet else None
