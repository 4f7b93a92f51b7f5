"""The guard against persons: numbers, names and addresses refuse the file, wherever they stand."""

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from finsam.tabular.identity import PERSONUPPGIFTER, identitet
from finsam.tabular.location import Filfel, Plats

EPOST = re.compile(r"\S@\S+\.\S")
# Two or three words with a capital each, as a person writes a name.
NAMN = re.compile(r"[A-ZÅÄÖÉ][a-zåäöé]+(-[A-ZÅÄÖ][a-zåäöé]+)?( [A-ZÅÄÖÉ][\w\-åäöé]+){1,2}")
# What a column is called that says who somebody is.
RUBRIKER = {
    "personnummer": r"person-?\s?(nummer|nr)|pnr|persnr|ssn",
    "samordningsnummer": r"samordnings-?\s?(nummer|nr)",
    "namn": r"(för|efter|till?tals|mellan)?-?namn|deltagare(ns namn)?|initialer|person",
    "födelsedatum": r"födelse(datum|dag)|född",
    "adress": r"(gatu|post|hem|bostads)?adress|postnummer",
    "telefonnummer": r"(mobil|tele)?telefon(nummer|nr)?|mobil(nummer|nr)?|tfn",
    "e-postadress": r"e-?post(adress)?|e-?mail|mejl(adress)?",
}
_RUBRIKER = [(vad, re.compile(monster)) for vad, monster in RUBRIKER.items()]


class Vakt:
    """Looks at every value once: a file of many rows holds few different values."""

    def __init__(self) -> None:
        self._sedda: set[Hashable] = {None, ""}

    def granska(self, plats: Plats, nr: int, varden: Sequence[Any]) -> None:
        """Raises Filfel with the row and what it looks like, never with the value itself."""
        sedda = self._sedda
        nya = [varde for varde in varden if varde not in sedda]
        for varde in nya:
            if vad := persontecken(_text(varde)):
                raise vagran(Plats(plats.fil, plats.blad, nr), vad)
        sedda.update(nya)


def vagran(plats: Plats, vad: str) -> Filfel:
    """The refusal of a file that seems to hold personal data."""
    return Filfel(plats, PERSONUPPGIFTER.format(vad=vad))


def persontecken(text: str) -> str:
    """What in the text tells of a person: "personnummer", "e-postadress" …, else ""."""
    if identitet(text):
        return identitet(text)
    return "e-postadress" if "@" in text and EPOST.search(text) else ""


def personrubrik(rubrik: str) -> str:
    """What a heading asks for that no file of counts may hold; "" for any other heading."""
    rent = " ".join(rubrik.casefold().split())
    return next((vad for vad, monster in _RUBRIKER if monster.fullmatch(rent)), "")


def ser_ut_som_namn(varde: Any) -> bool:
    """Whether a value that no list knows may be somebody's name."""
    return isinstance(varde, str) and bool(NAMN.fullmatch(" ".join(varde.split())))


def granska_rubriker(plats: Plats, nr: int, varden: Iterable[Any]) -> None:
    """Raises Filfel where a cell is the heading of a column about persons."""
    for varde in varden:
        if isinstance(varde, str) and (vad := personrubrik(varde)):
            raise vagran(Plats(plats.fil, plats.blad, nr), vad)


def _text(varde: Any) -> str:
    if isinstance(varde, float) and varde.is_integer():
        return str(int(varde))
    return str(varde)
