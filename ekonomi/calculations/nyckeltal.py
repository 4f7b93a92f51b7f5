"""Key figures of the overview (F1, F2, F4). Shares are 0-1, unrounded."""

from decimal import Decimal

from finsam.money import andel


def soliditet(eget_kapital: Decimal, totalt_kapital: Decimal) -> Decimal | None:
    """Equity as a share of total capital (F1); None without capital."""
    return andel(eget_kapital, totalt_kapital)


def kassalikviditet(
    omsattningstillgangar: Decimal, kortfristiga_skulder: Decimal
) -> Decimal | None:
    """Current assets as a share of current debts (F2); None without debts."""
    return andel(omsattningstillgangar, kortfristiga_skulder)


def personalomsattning(
    slutat: int, bytt_tjanst: int, tjanster: Decimal, tjanster_fore: Decimal
) -> Decimal | None:
    """Left and moved as a share of the mean of this and last year's posts (F4).

    The documents print the bracket wrong, "(a + b/2)"; their own figures follow the mean.
    """
    return andel(slutat + bytt_tjanst, (tjanster + tjanster_fore) / 2)
