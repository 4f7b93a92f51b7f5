"""Decisions taken for the board: those of this room, and those that other rooms have.

Imports point to the left: this room knows no insats. A room where such decisions are taken has a
module `delegationsbeslut.py` with `DELEGATIONSSLAG`, an `Anmalningsslag`; it is asked here without
being known (finsam/rummen.py).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from finsam.models import Anvandare
from finsam.rummen import rummens
from styrelse.models import Punkt


@dataclass(frozen=True)
class Delegerat:
    """A decision taken for the board, as it is told of; `adress` is its page.

    `namn` is what it is called by ("D 2021:3", "Insatsbeslut 2021/7"); `beslut` its words
    where the heading does not say it all; `delegat` who took it, empty where that is not kept.
    """

    namn: str
    datum: date
    rubrik: str
    beslut: str
    adress: str
    delegat: str = ""

    @property
    def text(self) -> str:
        """In one line: "D 2021:3, 2021-10-01: Inköp av dator (Åsa Ek)"."""
        nar = ", ".join(filter(None, (self.namn, self.datum.isoformat())))
        vem = f" ({self.delegat})" if self.delegat else ""
        return f"{nar}: {self.rubrik}{vem}"


@dataclass(frozen=True)
class Anmalningsslag:
    """Decisions of one room that the board is to be told of.

    - `vantar(senast)`: those taken up to that day that nobody has told of, oldest first.
    - `anmalda(punkt)`: those that were told of at the item.
    - `anmal(punkt, anvandare)`: marks those that wait, taken up to the day of its meeting, as told
      of there; inside the caller's transaction.
    """

    vantar: Callable[[date], list[Delegerat]]
    anmalda: Callable[[Punkt], list[Delegerat]]
    anmal: Callable[[Punkt, Anvandare | None], None]


def anmalningsslagen() -> Iterator[Anmalningsslag]:
    """What the other rooms have to tell of."""
    yield from rummens("delegationsbeslut", "DELEGATIONSSLAG")
