"""What would be otherwise today: two kept reports, cell by cell. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile
from typing import Any, NamedTuple

from finsam.rapporter.render.json_las import skriven
from finsam.typografi import HARDBLANK, INGET

Rad = dict[str, Any]
TEXT = "text"
# A period as the columns of statements have it, on two lines in print.
PERIOD = re.compile(r"(\d{4}-\d\d-\d\d)\s(?=\d{4}-\d\d-\d\d)")
# How much of a text is shown from where it begins to differ.
LANGST = 160


class Skillnad(NamedTuple):
    """A cell or a text that differs, as kept: rounded and in `enhet`; None is "nothing"."""

    tabell: str
    rad: str
    kolumn: str
    da: Any
    nu: Any
    enhet: str = TEXT

    @property
    def ar_text(self) -> bool:
        """Whether words stand on either side, which are read from the left."""
        return any(isinstance(varde, str) for varde in (self.da, self.nu))

    @property
    def da_i_ord(self) -> str:
        """What stood then, as it was printed; of a text what differs."""
        return self._skrivet(self.da, self.nu)

    @property
    def nu_i_ord(self) -> str:
        """What would stand now, in the same way."""
        return self._skrivet(self.nu, self.da)

    @property
    def skillnad_i_ord(self) -> str:
        """Now less then, of what is shown: "−72 000 kr", "2 procentenheter"; "–" of no numbers."""
        if not all(isinstance(varde, int | float) for varde in (self.da, self.nu)):
            return INGET
        tal = Decimal(str(self.nu)) - Decimal(str(self.da))
        if self.enhet != "procent":
            return skriven(_enkelt(tal), self.enhet)
        enheter = "procentenhet" if abs(tal) == 1 else "procentenheter"
        return f"{skriven(_enkelt(tal), 'procent').removesuffix('%')}{enheter}"

    def _skrivet(self, varde: Any, annat: Any) -> str:
        if not isinstance(varde, str):
            return skriven(varde, self.enhet)
        return med_streck(_fran_skillnaden(varde, annat) if isinstance(annat, str) else varde)


def med_streck(text: str) -> str:
    """The text with its periods written as spans: "2021-01-01–2021-06-30"."""
    return PERIOD.sub(r"\1–", text)


def _enkelt(tal: Decimal) -> int | float:
    return int(tal) if tal == tal.to_integral_value() else float(tal)


def _fran_skillnaden(text: str, annan: str) -> str:
    """The text from the first word that the other does not have, and not without end."""
    ord_ = text.split(" ")
    lika = len(
        list(takewhile(lambda par: par[0] == par[1], zip(ord_, annan.split(" "), strict=False)))
    )
    forst = max(0, min(lika, len(ord_) - 1) - 3)
    kvar = " ".join(ord_[forst:])
    kort = kvar if len(kvar) <= LANGST else f"{kvar[:LANGST].rsplit(' ', 1)[0]}{HARDBLANK}…"
    return f"…{HARDBLANK}{kort}" if forst else kort


def skillnader(da: dict[str, Any], nu: dict[str, Any]) -> list[Skillnad]:
    """Every cell that differs between two reports as `json_.som_data` wrote them, then texts."""
    gamla, nya = _rader(da), _rader(nu)
    # The order of the report as it was decided, with what has come since at the end.
    nycklar = list(dict.fromkeys([*gamla, *nya]))
    celler = [s for nyckel in nycklar for s in _celler(gamla.get(nyckel), nya.get(nyckel))]
    return [*celler, *_texter(da, nu)]


def _rader(data: dict[str, Any]) -> dict[tuple[str, str], tuple[Rad, Rad]]:
    return {
        (tabell["id"], rad["id"] or rad["label"]): (tabell, rad)
        for tabell in data["tables"]
        for rad in tabell["rows"]
    }


def _celler(da: tuple[Rad, Rad] | None, nu: tuple[Rad, Rad] | None) -> Iterator[Skillnad]:
    par = da or nu
    if par is None:
        return
    tabell, rad = par
    kolumner = tabell["columns"]
    fore = da[1]["values"] if da else [None] * len(kolumner)
    efter = nu[1]["values"] if nu else [None] * len(kolumner)
    enheter = rad.get("units") or [tabell["unit"]] * len(kolumner)
    for kolumn, gammalt, nytt, enhet in zip(kolumner, fore, efter, enheter, strict=False):
        if gammalt != nytt:
            titel, etikett = tabell["title"], med_streck(rad["label"])
            yield Skillnad(titel, etikett, med_streck(kolumn), gammalt, nytt, enhet)


def _texter(da: dict[str, Any], nu: dict[str, Any]) -> Iterator[Skillnad]:
    gamla, nya = _avsnittstexter(da), _avsnittstexter(nu)
    for rubrik in dict.fromkeys([*gamla, *nya]):
        if gamla.get(rubrik) != nya.get(rubrik):
            yield Skillnad("Text", rubrik, "", gamla.get(rubrik), nya.get(rubrik))


def _avsnittstexter(data: dict[str, Any]) -> dict[str, str]:
    return {
        avsnitt["heading"]: block["markdown"]
        for avsnitt in data["sections"]
        for block in avsnitt["blocks"]
        if block["kind"] == "text"
    }
