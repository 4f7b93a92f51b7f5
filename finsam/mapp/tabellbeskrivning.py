"""What a table file is: its columns, its rows, and what must hold of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.skrivning import Tabell
from finsam.permissions import Ratt


@dataclass(frozen=True)
class Foralder:
    """The row that several rows of the file share, its columns repeated on each of them.

    `falt` is the child's foreign key; it takes part in the child's natural key by that name. With
    `saknas`, a sentence, the shared row must be there already: a file that only points at it.
    """

    falt: str
    tabell: Tabell
    saknas: str = ""

    def pekare(self) -> list[str]:
        """What the shared row points at, by path from the child."""
        return [f"{self.falt}__{k.falt}" for k in self.tabell.kolumner if isinstance(k.typ, Ref)]


@dataclass(frozen=True)
class Tabellbeskrivning:
    """What a room says of one of its tables; `namn` is the file's, without ending."""

    namn: str
    rubrik: str
    ratt: Ratt
    forklaring: str
    tabell: Tabell
    foralder: Foralder | None = None
    # Rules over the file as a whole, asked when every row was good: sentences that refuse it.
    kontroller: tuple[Callable[[], Iterable[str]], ...] = ()
    # The same, but only told: sentences about what looks wrong and may be right.
    misstankar: tuple[Callable[[], Iterable[str]], ...] = ()

    # Which of the rows that may leave the system; the others are read, never written.
    att_skriva: Callable[[Iterable[Any]], list[Any]] = list

    @property
    def kolumner(self) -> tuple[Kolumn, ...]:
        delade = self.foralder.tabell.kolumner if self.foralder else ()
        return delade + self.tabell.kolumner

    def kravs(self, kolumn: Kolumn) -> bool:
        """Whether every row must have a value in the column."""
        if self.foralder and kolumn in self.foralder.tabell.kolumner:
            return self.foralder.tabell.kravs(kolumn)
        return self.tabell.kravs(kolumn)
