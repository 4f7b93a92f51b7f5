"""Whole units shared by weight so that the parts add to the whole (largest remainder)."""

from collections.abc import Sequence
from fractions import Fraction


def storsta_rest(helhet: int, vikter: Sequence[int | Fraction]) -> list[int]:
    """`helhet` shared in proportion to `vikter`, in their order; the parts add to it exactly.

    Everyone gets the floor of the exact share; the units still missing go one each to the largest
    fractions. Equal fractions: the one that stands first, so the caller's order is the tie rule.
    Raises ValueError when a weight is negative or all are zero.
    """
    summa = sum(vikter)
    if summa <= 0 or any(vikt < 0 for vikt in vikter):
        raise ValueError("Vikterna ska vara noll eller större, och någon större än noll.")
    exakta = [Fraction(helhet) * Fraction(vikt) / Fraction(summa) for vikt in vikter]
    delar = [exakt.__floor__() for exakt in exakta]
    efter_rest = sorted(range(len(vikter)), key=lambda i: delar[i] - exakta[i])
    for i in efter_rest[: helhet - sum(delar)]:
        delar[i] += 1
    return delar
