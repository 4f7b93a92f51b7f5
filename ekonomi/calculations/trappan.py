"""The cap on equity that Nationella rådet recommends ("trappan", F28). Amounts in kr."""

from collections.abc import Sequence
from decimal import Decimal

from finsam.money import kronor

# Share of each part of the year's contributions, up to the limit in kr (None: all above).
# Source: Nationella rådet 2013-10-02, as cited in the state's decision on discharge for 2020.
STEG: tuple[tuple[Decimal | None, Decimal], ...] = (
    (Decimal(7_000_000), Decimal("0.20")),
    (Decimal(15_000_000), Decimal("0.15")),
    (None, Decimal("0.10")),
)


def trappans_tak(bidrag: Decimal, steg: Sequence[tuple[Decimal | None, Decimal]] = STEG) -> Decimal:
    """The highest recommended equity in kr for a year's contributions from all members.

    Marginal: each share counts on its own part, so that more in contributions never lowers it.
    """
    tak, under = Decimal(0), Decimal(0)
    for grans, andel in steg:
        over = bidrag if grans is None else min(bidrag, grans)
        tak += max(over - under, Decimal(0)) * andel
        under = max(over, under)
    return kronor(tak)
