"""A year's discharge: which members have decided, and who remains (26 §). Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from styrelse.calculations.besattning import Medlemsplats, medlemsordning
from styrelse.choices import Ansvarsfrihetsutfall


@dataclass(frozen=True)
class Medlemsbeslut:
    """What a member decided, and when; `utfall` is an Ansvarsfrihetsutfall, `nyckel` its row."""

    nyckel: int
    utfall: str
    beslutad: date
    anmarkning: str = ""

    @property
    def ord_(self) -> str:
        return str(Ansvarsfrihetsutfall(self.utfall).label)

    @property
    def farg(self) -> str:
        """The colour that goes with the word (components/status.html)."""
        return Ansvarsfrihetsutfall(self.utfall).farg


@dataclass(frozen=True)
class Provning:
    """A member, and its decision; None while it remains."""

    medlem: Medlemsplats
    beslut: Medlemsbeslut | None


@dataclass(frozen=True)
class Arsprovning:
    """A year's members with their decisions: the state first, then region and municipalities."""

    verksamhetsar: int
    rader: tuple[Provning, ...]

    @property
    def aterstar(self) -> tuple[Medlemsplats, ...]:
        """Those who have not decided."""
        return tuple(rad.medlem for rad in self.rader if rad.beslut is None)

    @property
    def klar(self) -> bool:
        return bool(self.rader) and not self.aterstar

    def antal(self, *utfall: str) -> int:
        """How many members have decided so."""
        return sum(rad.beslut is not None and rad.beslut.utfall in utfall for rad in self.rader)


def arsprovning(
    ar: int, medlemmar: Iterable[Medlemsplats], beslut: Mapping[int, Medlemsbeslut]
) -> Arsprovning:
    """The year's members, each with its decision by key of member."""
    i_ordning = sorted(medlemmar, key=lambda m: medlemsordning((), m.typ, m.namn))
    return Arsprovning(ar, tuple(Provning(m, beslut.get(m.medlem)) for m in i_ordning))
