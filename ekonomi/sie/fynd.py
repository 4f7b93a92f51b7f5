"""What is found wrong with a ledger file: a sentence, and where."""

from dataclasses import dataclass
from typing import Literal

FEL: Literal["fel"] = "fel"
VARNING: Literal["varning"] = "varning"


@dataclass(frozen=True, slots=True)
class Fynd:
    """One finding. `fel` refuses the file, `varning` is a remark that is kept with the reading.

    text: what is wrong, in words; rad: row of the file, counted from 1, None for the file as a
    whole; varde: what stood there; ratt: what would be right.
    """

    slag: Literal["fel", "varning"]
    text: str
    rad: int | None = None
    varde: str = ""
    ratt: str = ""

    @property
    def mening(self) -> str:
        """The finding in one line: where, what, the value, and what would be right."""
        plats = f"Rad {self.rad}: " if self.rad else ""
        varde = f" ({self.varde})" if self.varde and self.varde not in self.text else ""
        return " ".join(filter(None, [f"{plats}{self.text}{varde}", self.ratt]))

    @property
    def ar_fel(self) -> bool:
        return self.slag == FEL


def fel(text: str, rad: int | None = None, varde: str = "", ratt: str = "") -> Fynd:
    return Fynd(FEL, text, rad, varde, ratt)


def varning(text: str, rad: int | None = None, varde: str = "", ratt: str = "") -> Fynd:
    return Fynd(VARNING, text, rad, varde, ratt)


class SieFel(ValueError):
    """The file can not be used; `fynd` says why, each with row and value."""

    def __init__(self, filnamn: str, fynd: list[Fynd]) -> None:
        self.filnamn = filnamn
        self.fynd = fynd
        super().__init__("\n".join(f"{filnamn}: {ett.mening}" for ett in fynd))
