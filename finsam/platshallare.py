"""`{namn|format}` in the association's own words: how it is written, and what it may ask for.

`{arets_resultat|tkr}` is a figure by its name, shown in tkr; `|abs` last drops the sign.
"""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

PLATSHALLARE = re.compile(
    r"\{\s*(?P<namn>[a-z0-9_.åäö-]+)\s*(?:\|\s*(?P<format>[a-z]+)\s*)?(?P<absolut>\|\s*abs\s*)?\}",
    re.IGNORECASE,
)
# A brace that no figure has taken, and the word that follows it.
OAVSLUTAD = re.compile(r"\{[^{}\n]*\}|\{[^\s{}]*|\}")
PENGAR = frozenset({"kr", "tkr", "mkr"})
FORMAT = ("kr", "tkr", "mkr", "procent", "antal")


class OkandFigur(ValueError):
    """A placeholder that binds to nothing; the message names it and what comes nearest."""

    @classmethod
    def med_forslag(cls, namn: str, kanda: Iterable[str]) -> Self:
        liknande = narmaste(namn, kanda)
        forslag = f" Närmast: {', '.join(liknande)}." if liknande else ""
        return cls(f"Siffran ”{namn}” finns inte.{forslag}")


@dataclass(frozen=True)
class Figurreferens:
    """One placeholder: the figure's name, how it is to be shown, and the line it stands on."""

    namn: str
    format: str
    absolut: bool
    rad: int = 0


def las_referens(traff: re.Match[str]) -> Figurreferens:
    """What a match of PLATSHALLARE asks for."""
    format_ = (traff["format"] or "").lower()
    absolut = bool(traff["absolut"]) or format_ == "abs"
    return Figurreferens(traff["namn"], "" if format_ == "abs" else format_, absolut)


def narmaste(namn: str, kanda: Iterable[str], antal: int = 3) -> list[str]:
    """The names that look most like an unknown one, best first."""
    return difflib.get_close_matches(namn, list(kanda), n=antal, cutoff=0.5)


def visad_enhet(referens: Figurreferens, egen: str) -> str:
    """The unit that a figure in the unit `egen` is shown in. Raises OkandFigur in Swedish."""
    enhet = referens.format or egen
    if enhet not in FORMAT:
        raise OkandFigur(f"Formatet ”{enhet}” finns inte. Välj bland {', '.join(FORMAT)}.")
    if enhet != egen and not {enhet, egen} <= PENGAR:
        raise OkandFigur(f"Siffran ”{referens.namn}” är i {egen} och kan inte visas i {enhet}.")
    return enhet
