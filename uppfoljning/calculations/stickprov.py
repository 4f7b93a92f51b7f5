"""Drawing a sample so that anybody can draw it again.

Each row of the frame is ranked by SHA-256 of the text "seed|key"; the sample is the rows with the
lowest digests. The draw follows from the seed and the keys alone: not from the order in which the
rows stand in the database, nor from any language's random numbers, and whoever has the keys can
repeat it with a pocket tool. A larger sample with the same seed holds the smaller one.
"""

import hashlib
from collections.abc import Iterable


def dra(fro: int, nycklar: Iterable[str], antal: int) -> tuple[str, ...]:
    """The `antal` keys drawn, in the order of the draw; all of them where there are fewer."""
    rangordnade = sorted(set(nycklar), key=lambda nyckel: (_rang(fro, nyckel), nyckel))
    return tuple(rangordnade[:antal])


def _rang(fro: int, nyckel: str) -> str:
    return hashlib.sha256(f"{fro}|{nyckel}".encode()).hexdigest()


def ramsumma(nycklar: Iterable[str]) -> str:
    """A digest of the frame's keys, whatever their order: SHA-256 of them sorted, one a line."""
    return hashlib.sha256("\n".join(sorted(set(nycklar))).encode()).hexdigest()
