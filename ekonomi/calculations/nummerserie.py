"""A series of numbers that should follow on each other."""

from collections.abc import Iterable
from itertools import pairwise


def luckor(nummer: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The runs of numbers that are missing between the lowest and the highest, first and last."""
    ordnade = sorted(set(nummer))
    return tuple((fore + 1, efter - 1) for fore, efter in pairwise(ordnade) if efter - fore > 1)
