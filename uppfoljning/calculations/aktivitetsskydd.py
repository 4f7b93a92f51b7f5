"""Small counts of those who came to activities: what a published table does not show. Pure.

One rule for all who are counted, professionals too. A count of at least one and of fewer than the
smallest number that is shown is hidden: who they were by sex with all three of women, men and
unknown, since each is what the others leave. What is hidden must be several rows that together
are not small, or the row of sums, which would give it back, is hidden as well.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from uppfoljning.calculations.aktiviteter import Aktivitetsrad

Tal = Callable[[Aktivitetsrad], tuple[int, ...]]


@dataclass(frozen=True)
class Aktivitetsskydd:
    """The rows, by place, whose number of participants and whose division by sex is hidden.

    The row of sums has the place after the last kind.
    """

    antal: frozenset[int] = frozenset()
    kon: frozenset[int] = frozenset()


OSKYDDAT = Aktivitetsskydd()


def skydda(rader: Sequence[Aktivitetsrad], summa: Aktivitetsrad, troskel: int) -> Aktivitetsskydd:
    """What is hidden among the kinds and their sum, where counts under `troskel` are not shown."""
    alla = (*rader, summa)
    antal = _doljda(alla, _deltagare, frozenset(), troskel)
    return Aktivitetsskydd(antal, _doljda(alla, _per_kon, antal, troskel))


def _doljda(
    alla: Sequence[Aktivitetsrad], tal: Tal, redan: frozenset[int], troskel: int
) -> frozenset[int]:
    """The small ones, those that must be hidden (`redan`), and what would give them back."""
    summan = len(alla) - 1
    dolda = redan | {nr for nr, rad in enumerate(alla) if _liten(tal(rad), troskel)}
    kvar = sorted(
        (nr for nr in range(summan) if nr not in dolda and _deltagare(alla[nr])[0]),
        key=lambda nr: (_deltagare(alla[nr]), nr),
    )
    while dolda and summan not in dolda and _ges_igen([tal(alla[nr]) for nr in dolda], troskel):
        dolda |= {kvar.pop(0) if kvar else summan}
    return dolda


def _ges_igen(dolda: Sequence[tuple[int, ...]], troskel: int) -> bool:
    """Whether the sums less what is shown tell of one row, or of a few persons in several."""
    tillsammans = tuple(sum(delar) for delar in zip(*dolda, strict=True))
    return len(dolda) == 1 or _liten(tillsammans, troskel)


def _liten(tal: tuple[int, ...], troskel: int) -> bool:
    return any(0 < ett < troskel for ett in tal)


def _deltagare(rad: Aktivitetsrad) -> tuple[int, ...]:
    return (rad.deltagare or 0,)


def _per_kon(rad: Aktivitetsrad) -> tuple[int, ...]:
    return (rad.kvinnor or 0, rad.man or 0, rad.okant or 0)
