"""One column's cells: from what a file holds to a value, each different value read once."""

import re
from collections.abc import Callable, Hashable, Mapping
from datetime import date, datetime
from typing import Any

TANKSTRECK = re.compile("[\u2010-\u2015\u2212]")
DATUM = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")
JA = frozenset({"ja", "j", "x", "sant", "true", "1"})
NEJ = frozenset({"nej", "n", "falskt", "false", "0", ""})


class Cellfel(ValueError):
    """The value cannot be what the column wants; the sentence says what would be right."""


class Kolumn:
    """Reads the cells of one column, and remembers what each different value came to."""

    def __init__(self, rubrik: str, plats: int, las: Callable[[Any], Any]) -> None:
        self.rubrik = rubrik
        self.plats = plats
        self._las = las
        self._lasta: dict[Hashable, Any] = {}

    def las(self, varden: tuple[Any, ...]) -> Any:
        """The value of the row's cell. Raises Cellfel."""
        varde = varden[self.plats] if self.plats < len(varden) else None
        # A flag and a number may be equal as keys: True is 1.
        nyckel = (varde, True) if varde is True or varde is False else varde
        try:
            return self._lasta[nyckel]
        except KeyError:
            svar = self._lasta[nyckel] = self._las(varde)
            return svar


def normal(varde: Any) -> str:
    """Text as it is compared: one space, no case, plain dashes, numbers without decimals."""
    if varde is None:
        return ""
    if isinstance(varde, float) and varde.is_integer():
        varde = int(varde)
    return " ".join(TANKSTRECK.sub("-", str(varde)).casefold().split())


def val(lista: Mapping[str, str], ratt: str, tomt: str | None = None) -> Callable[[Any], str]:
    """Reader of a closed list by its words; `tomt` is what an empty cell means, None refuses it."""
    ord_ = {normal(namn): varde for namn, varde in lista.items()}

    def las(varde: Any) -> str:
        text = normal(varde)
        if not text and tomt is not None:
            return tomt
        if text in ord_:
            return ord_[text]
        raise Cellfel(f"Cellen är tom. {ratt}" if not text else f"Värdet känns inte igen. {ratt}")

    return las


def dag(varde: Any) -> date | None:
    """A day, or None for an empty cell. Raises Cellfel."""
    if isinstance(varde, datetime):
        return varde.date()
    if varde is None or isinstance(varde, date):
        return varde
    text = str(varde).strip()
    if not text:
        return None
    traff = DATUM.fullmatch(text.removesuffix(" 00:00:00"))
    try:
        if traff:
            return date(*(int(del_) for del_ in traff.groups()))
    except ValueError:
        pass
    raise Cellfel("Cellen är inget datum. Skriv till exempel 2024-12-31.")


def kravd_dag(varde: Any) -> date:
    svar = dag(varde)
    if svar is None:
        raise Cellfel("Datumet saknas. Skriv till exempel 2024-12-31.")
    return svar


def heltal(varde: Any) -> int | None:
    """A whole number of 0 or more, or None for an empty cell. Raises Cellfel."""
    text = normal(varde).replace(" ", "")
    if not text:
        return None
    if isinstance(varde, bool) or not re.fullmatch(r"\d{1,9}", text):
        raise Cellfel("Cellen är inget heltal. Skriv till exempel 12.")
    return int(text)


def ja_nej(varde: Any) -> bool:
    """Raises Cellfel for what is neither; an empty cell is no."""
    if isinstance(varde, bool):
        return varde
    text = normal(varde)
    if text in JA or text in NEJ:
        return text in JA
    raise Cellfel("Skriv ja eller nej.")
