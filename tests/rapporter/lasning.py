"""Published documents as a reader gets them: the figures of their tables, and all their numbers.

Each form is read by itself and by what it looks like, not by what the product knows of it.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

# Table, row and column, counted from 0.
Plats = tuple[str, int, int]
TAL = re.compile(r"\d[\d\u00a0\u202f]*(?:,\d+)?")


def tal(text: str) -> float | None:
    """What is written "1 234", "−5" or "31 %"; None for a dot, a dash and words."""
    rent = re.sub(r"[\s\u00a0\u202f%]", "", text).replace("−", "-").replace(",", ".")
    return float(rent) if re.fullmatch(r"-?\d+(\.\d+)?", rent) else None


def i_json(data: dict[str, Any]) -> Iterator[tuple[Plats, Any]]:
    for tabell in data["tables"]:
        for nr, rad in enumerate(tabell["rows"]):
            for kolumn, varde in enumerate(rad["values"]):
                yield (tabell["id"], nr, kolumn), varde


def i_excel(bok: bytes, data: dict[str, Any]) -> Iterator[tuple[Plats, Any]]:
    """A sheet per table; its rows stand below the headings and are found by their labels."""
    for blad, tabell in zip(load_workbook(BytesIO(bok)), data["tables"], strict=True):
        rader = blad.iter_rows()
        rubriker, antal = tabell["columns"], len(tabell["columns"])
        next(r for r in rader if [c.value or "" for c in r[-antal:]] == rubriker)
        for nr, rad in enumerate(tabell["rows"]):
            celler = next(r for r in rader if r[0].value == (rad["label"] or None))
            for kolumn, cell in enumerate(celler[-antal:]):
                procent = cell.number_format.endswith("%") and isinstance(cell.value, int | float)
                yield (tabell["id"], nr, kolumn), cell.value * 100 if procent else cell.value


class _Sida(HTMLParser):
    """The cells of the tables, and all text that is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.celler: dict[Plats, str] = {}
        self.text: list[str] = []
        self._tabell = ""
        self._rad = self._kolumn = -1
        self._i_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        egna = dict(attrs)
        if tag == "table":
            self._tabell, self._rad = (egna.get("id") or "")[2:], -1
        elif tag == "th" and egna.get("scope") == "row":
            self._rad, self._kolumn = self._rad + 1, -1
        elif tag == "td" and egna.get("class") != "notkolumn" and self._rad >= 0:
            self._kolumn, self._i_cell = self._kolumn + 1, True
            self.celler[self._tabell, self._rad, self._kolumn] = ""

    def handle_endtag(self, tag: str) -> None:
        self._i_cell = self._i_cell and tag != "td"

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if self._i_cell:
            self.celler[self._tabell, self._rad, self._kolumn] += data


def i_html(html: str) -> Iterator[tuple[Plats, Any]]:
    sida = _Sida()
    sida.feed(html)
    yield from sida.celler.items()


def text_i(html: str) -> str:
    sida = _Sida()
    sida.feed(html)
    return " ".join(sida.text)


def tal_i(text: str) -> set[str]:
    """Every whole number that stands in it, as a count of persons does."""
    alla = (re.sub(r"[\u00a0\u202f]", "", traff) for traff in TAL.findall(text))
    return {ett for ett in alla if "," not in ett}
