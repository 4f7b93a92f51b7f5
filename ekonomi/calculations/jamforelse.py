"""Outcome against budget (F16, F17)."""

from decimal import Decimal

from finsam.money import andel


def diff_mot_budget(utfall: Decimal, budget: Decimal) -> Decimal:
    """outcome − budget in kr, costs negative: positive is better than budget, income too (F16)."""
    return utfall - budget


def utfall_mot_budget(utfall: Decimal, budget: Decimal) -> Decimal | None:
    """Outcome as a share of budget, the whole year's in F17; None without budget."""
    return andel(utfall, budget)
