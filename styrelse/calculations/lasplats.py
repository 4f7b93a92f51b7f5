"""Where a reader is in a pack, as it is kept: "punkt/12", "bilaga/34" or "bilaga/34/3". Pure."""

import re
from dataclasses import dataclass

FORM = re.compile(
    r"(?P<slag>punkt|bilaga)/(?P<nyckel>[1-9]\d{0,17})(?:/(?P<stalle>[A-Za-z0-9_-]{1,70}))?"
)


@dataclass(frozen=True)
class Plats:
    """An item or an annex by its key, and where in the annex: a page, or a section's id."""

    slag: str
    nyckel: int
    stalle: str = ""

    def __str__(self) -> str:
        return f"{self.slag}/{self.nyckel}" + (f"/{self.stalle}" if self.stalle else "")

    @property
    def sida(self) -> int | None:
        """The page of a handed-in annex, None where the place is no page."""
        return int(self.stalle) if self.stalle.isascii() and self.stalle.isdigit() else None


def las_plats(text: str) -> Plats:
    """The place that the text names. Raises ValueError for any other text."""
    traff = FORM.fullmatch(text)
    if not traff:
        raise ValueError(f"{text!r} är ingen plats")
    return Plats(traff["slag"], int(traff["nyckel"]), traff["stalle"] or "")
