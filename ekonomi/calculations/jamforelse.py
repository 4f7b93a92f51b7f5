"""Outcome against budget and allocation (F16, F17, F19)."""

from decimal import Decimal

from finsam.money import andel


def diff_mot_budget(utfall: Decimal, budget: Decimal) -> Decimal:
    """outcome − budget in kr, costs negative: positive is better than budget, income too (F16)."""
    return utfall - budget


def utfall_mot_budget(utfall: Decimal, budget: Decimal) -> Decimal | None:
    """Outcome as a share of budget, the whole year's in F17; None without budget."""
    return andel(utfall, budget)


def andel_av_tilldelning(kostnad: Decimal, tilldelning: Decimal) -> Decimal | None:
    """A block's cost as a share of the year's allocation (F19); the blocks may exceed 1.

    kostnad: kr, positive. Shown with one decimal.
    """
    return andel(kostnad, tilldelning)
