"""Where in a file something stands, and what is wrong there, in Swedish."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plats:
    """A place in a file: row as a spreadsheet numbers it, column by its heading."""

    fil: str
    blad: str = ""
    rad: int | None = None
    kolumn: str = ""

    def __str__(self) -> str:
        delar = [self.fil]
        if self.blad:
            delar.append(f"bladet ”{self.blad}”")
        if self.rad is not None:
            delar.append(f"rad {self.rad}")
        if self.kolumn:
            delar.append(f"kolumnen ”{self.kolumn}”")
        return ", ".join(delar)


@dataclass(frozen=True)
class Anmarkning:
    """A fault or a warning: the place, and a sentence with the value and what would be right."""

    plats: Plats
    text: str

    def __str__(self) -> str:
        return f"{self.plats}: {self.text}"


class Filfel(Exception):
    """The file as a whole cannot be read."""

    def __init__(self, plats: Plats, text: str) -> None:
        super().__init__(text)
        self.anmarkning = Anmarkning(plats, text)
