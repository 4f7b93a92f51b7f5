"""What a reading did or would do: file by file, row by row, for the command and the page alike."""

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from finsam.tabular.location import Anmarkning


class Handling(StrEnum):
    NY = "ny"
    ANDRAD = "andrad"


@dataclass(frozen=True)
class Andring:
    """One value of one row, before and after, as text."""

    kolumn: str
    fore: str
    efter: str


@dataclass(frozen=True)
class Planrad:
    """A row that is written: where it stands, what it is in words, and how."""

    rad: int | None
    vad: str
    handling: Handling
    andringar: tuple[Andring, ...] = ()


@dataclass
class Filrapport:
    """The outcome for one file. Any `fel` means that nothing at all is stored."""

    fil: str
    rubrik: str
    rader: list[Planrad] = field(default_factory=list)
    oforandrade: int = 0
    # Rows that the database has and the file does not name: they are left as they are.
    kvar: int = 0
    fel: list[Anmarkning] = field(default_factory=list)
    varningar: list[Anmarkning] = field(default_factory=list)

    @property
    def nya(self) -> list[Planrad]:
        return [rad for rad in self.rader if rad.handling == Handling.NY]

    @property
    def andrade(self) -> list[Planrad]:
        return [rad for rad in self.rader if rad.handling == Handling.ANDRAD]


@dataclass
class Inlasningsrapport:
    """The outcome for a whole folder; `sparad` only when every file was without fault."""

    filer: list[Filrapport] = field(default_factory=list)
    fel: list[Anmarkning] = field(default_factory=list)
    sparad: bool = False

    @property
    def avtryck(self) -> str:
        """A hash of all that was or would be done: equal when a second reading does the same."""
        innehall = [(fil.fil, fil.rader, fil.oforandrade, fil.fel) for fil in self.filer]
        return sha256(repr((innehall, self.fel)).encode()).hexdigest()

    @property
    def alla_fel(self) -> list[Anmarkning]:
        return self.fel + [fel for fil in self.filer for fel in fil.fel]

    @property
    def antal_nya(self) -> int:
        return sum(len(fil.nya) for fil in self.filer)

    @property
    def antal_andrade(self) -> int:
        return sum(len(fil.andrade) for fil in self.filer)

    @property
    def antal_oforandrade(self) -> int:
        return sum(fil.oforandrade for fil in self.filer)
