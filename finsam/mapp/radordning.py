"""The order in which rows of one file are written when they point at each other."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

R = TypeVar("R")


def utpekade_forst(
    rader: Sequence[R],
    namn: Callable[[R], Iterable[Hashable]],
    pekar_pa: Callable[[R], Hashable | None],
) -> list[R]:
    """The same rows, each after the one it points at; else in the order they came.

    `namn` are what a row may be called, `pekar_pa` the name of another row or nothing. Rows in
    a ring come in the order they stand: the last of them then points at what is not there yet.
    """
    efter_namn = {ett: nr for nr, rad in enumerate(rader) for ett in namn(rad) if ett}
    ut: list[int] = []
    klara: set[int] = set()
    for nr in range(len(rader)):
        kedja: list[int] = []
        nasta: int | None = nr
        while nasta is not None and nasta not in klara:
            klara.add(nasta)
            kedja.append(nasta)
            pekad = pekar_pa(rader[nasta])
            nasta = efter_namn.get(pekad) if pekad else None
        ut.extend(reversed(kedja))
    return [rader[nr] for nr in ut]
