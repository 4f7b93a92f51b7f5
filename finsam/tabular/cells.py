"""What a cell may hold: text in, value out, and back again.

`las` raises Cellfel with a Swedish sentence that shows the value and the right form; the text it
gets is trimmed and never empty. `skriv` gives the text that `las` reads as the same value.
`format` is the export's: values of another format than text are written as they are.
"""

import json
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, ClassVar, Protocol

from django.db.models import TextChoices
from django.utils import timezone

from finsam.formfields import MELLANSLAG, las_belopp
from finsam.periods import OgiltigPeriod, las_period
from finsam.tabular.export import taltext
from finsam.typografi import klockslag

DATUM = re.compile(r"\d{4}-\d{2}-\d{2}")
KLOCKSLAG = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:]00)?")
HELTAL = re.compile(r"-?\d{1,18}")
JA = frozenset({"ja", "j", "sant", "true", "x"})
NEJ = frozenset({"nej", "n", "falskt", "false"})


class Cellfel(ValueError):
    """The text cannot be the value that the column wants."""


class Celltyp(Protocol):
    format: ClassVar[str]

    def las(self, text: str) -> Any: ...

    def skriv(self, varde: Any) -> str: ...


@dataclass(frozen=True)
class Text:
    """Any text; line ends become one kind."""

    format: ClassVar[str] = "text"

    def las(self, text: str) -> str:
        return "\n".join(text.splitlines()).strip()

    def skriv(self, varde: str) -> str:
        return "\n".join(varde.splitlines()).strip()


@dataclass(frozen=True)
class Heltal:
    """A whole number; spaces between thousands are read."""

    format: ClassVar[str] = "heltal"

    def las(self, text: str) -> int:
        rent = _utan_mellanslag(text)
        if not HELTAL.fullmatch(rent):
            raise Cellfel(f"”{text}” är inget heltal. Skriv till exempel 1 250.")
        return int(rent)

    def skriv(self, varde: int) -> str:
        return str(varde)


@dataclass(frozen=True)
class Belopp:
    """An amount in kr with at most two decimals."""

    format: ClassVar[str] = "kr"

    def las(self, text: str) -> Decimal:
        try:
            return las_belopp(text)
        except ValueError as fel:
            raise Cellfel(str(fel)) from fel

    def skriv(self, varde: Decimal) -> str:
        return taltext(varde, "kr")


@dataclass(frozen=True)
class Decimaltal:
    """A number with decimal comma (a point is read too)."""

    format: ClassVar[str] = "tal"
    decimaler: int = 2

    def las(self, text: str) -> Decimal:
        rent = _utan_mellanslag(text).replace(",", ".")
        if not re.fullmatch(rf"-?\d{{1,15}}(\.\d{{1,{self.decimaler}}})?", rent):
            raise Cellfel(
                f"”{text}” är inget tal med högst {self.decimaler} decimaler. "
                "Skriv till exempel 4,5."
            )
        return Decimal(rent)

    def skriv(self, varde: Decimal) -> str:
        return taltext(varde)


@dataclass(frozen=True)
class Datum:
    """A day as 2024-12-31."""

    format: ClassVar[str] = "datum"

    def las(self, text: str) -> date:
        try:
            if not DATUM.fullmatch(text):
                raise ValueError
            return date.fromisoformat(text)
        except ValueError:
            raise Cellfel(f"”{text}” är inget datum. Skriv till exempel 2024-12-31.") from None

    def skriv(self, varde: date) -> str:
        return varde.isoformat()


@dataclass(frozen=True)
class Tidpunkt:
    """A moment in the association's own time, 2024-12-31 14:32:05; a day alone is its midnight."""

    format: ClassVar[str] = "text"

    def las(self, text: str) -> datetime:
        try:
            stund = datetime.fromisoformat(text)
        except ValueError:
            raise Cellfel(f"”{text}” är ingen tidpunkt. Skriv 2024-12-31 14:32.") from None
        return stund if stund.tzinfo else timezone.make_aware(stund)

    def skriv(self, varde: datetime) -> str:
        return f"{timezone.localtime(varde):%Y-%m-%d %H:%M:%S}"


@dataclass(frozen=True)
class Klockslag:
    """A time of day as 09.00; a colon is read too."""

    format: ClassVar[str] = "text"

    def las(self, text: str) -> time:
        traff = KLOCKSLAG.fullmatch(text)
        try:
            if not traff:
                raise ValueError
            return time(int(traff[1]), int(traff[2]))
        except ValueError:
            raise Cellfel(f"”{text}” är inget klockslag. Skriv till exempel 09.00.") from None

    def skriv(self, varde: time) -> str:
        return klockslag(varde)


@dataclass(frozen=True)
class JaNej:
    format: ClassVar[str] = "ja_nej"

    def las(self, text: str) -> bool:
        if text.casefold() in JA:
            return True
        if text.casefold() in NEJ:
            return False
        raise Cellfel(f"”{text}” är varken ja eller nej.")

    def skriv(self, varde: bool) -> str:
        return "ja" if varde else "nej"


@dataclass(frozen=True)
class Data:
    """What a form said, as JSON on one line; an empty one is an empty cell."""

    format: ClassVar[str] = "text"

    def las(self, text: str) -> Any:
        try:
            return json.loads(text)
        except ValueError:
            raise Cellfel(f"”{text}” är inte data som systemet har skrivit.") from None

    def skriv(self, varde: Any) -> str:
        return json.dumps(varde, ensure_ascii=False, sort_keys=True) if varde else ""


@dataclass(frozen=True)
class Periodkod:
    """A period by its code: 2024, 2021-H1, 2021-T2, 2021-K3."""

    format: ClassVar[str] = "text"

    def las(self, text: str) -> str:
        try:
            return las_period(text).kod
        except OgiltigPeriod as fel:
            raise Cellfel(str(fel)) from fel

    def skriv(self, varde: str) -> str:
        return varde


@dataclass(frozen=True)
class Val:
    """One of a closed list, by its label or its stored value; written as label."""

    format: ClassVar[str] = "text"
    lista: type[TextChoices]

    def las(self, text: str) -> str:
        sokt = text.casefold()
        for varde, etikett in self.lista.choices:
            if sokt in (varde.casefold(), str(etikett).casefold()):
                return str(varde)
        raise Cellfel(f"”{text}” känns inte igen. Välj ett av: {', '.join(self.etiketter)}.")

    def skriv(self, varde: str) -> str:
        return str(self.lista(varde).label)

    @property
    def etiketter(self) -> list[str]:
        return [str(etikett) for etikett in self.lista.labels]


def _utan_mellanslag(text: str) -> str:
    """The number without spaces between groups of three digits, and with a plain minus."""
    for tecken in MELLANSLAG:
        text = text.replace(tecken, " ")
    text = text.replace("\u2212", "-")
    return re.sub(r"(?<=\d) (?=\d{3}(\D|$))", "", text)
