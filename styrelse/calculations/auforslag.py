"""What the committee proposes to the board: its clauses as the board would decide them. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# "att föreslå styrelsen att besluta att …", "att föreslå förbundsstyrelsen besluta …" and the like.
FORESLAR = re.compile(
    r"att\s+(?:föreslå|rekommendera)\s+(?:förbunds)?styrelsen\b:?"
    r"(?:\s+(?:att\s+)?besluta\b:?)?(?:\s+att\b:?)?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Auforslag:
    """The committee's clauses to the board; `andrat` says that they are not the office's."""

    satser: tuple[str, ...]
    andrat: bool


def till_styrelsen(satser: Sequence[str]) -> tuple[str, ...]:
    """The committee's clauses as clauses of the board: without "föreslå styrelsen att".

    Where some of them propose to the board, the others are the committee's own and left out; where
    none says so, all of them are the proposal.
    """
    for nr, sats in enumerate(satser):
        if FORESLAR.fullmatch(sats):
            return tuple(satser[nr + 1 :])
    foreslar = [sats for sats in satser if FORESLAR.match(sats)]
    return tuple(f"att {FORESLAR.sub('', sats, count=1)}" for sats in foreslar) or tuple(satser)
