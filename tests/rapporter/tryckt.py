"""A printed report, kept in tests/golden/, against the one the demo folder gives.

`<namn>.json` holds the printed tables, each row under the label it has here; a cell that was
printed empty is null and not compared. Cells where the print contradicts itself or its own
rounding stand in `<namn>-tryckfel.csv` with what is right, and why.
"""

import csv
import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from finsam.rapporter.dokument import Rapport
from finsam.rapporter.render.json_ import som_data

GOLDEN = Path(__file__).parent.parent / "golden"
MAPP = Path(__file__).parent.parent.parent / "fixtures" / "uppsala"
Cell = tuple[str, str, str, str]


def skilda_celler(rapport: Rapport, namn: str, bara: Collection[str] = ()) -> set[Cell]:
    """(table, row, column, what came) for every cell that differs from the print.

    `bara` names the tables to hold against it; without it every printed one.
    """
    tabeller = {tabell["id"]: tabell for tabell in som_data(rapport)["tables"]}
    tryckta = json.loads((GOLDEN / f"{namn}.json").read_text(encoding="utf-8"))
    valda = [tryckt for tryckt in tryckta if not bara or tryckt["id"] in bara]
    return {cell for tryckt in valda for cell in _skilda(tryckt, tabeller[tryckt["id"]])}


def tryckfel(namn: str) -> set[Cell]:
    """The same for the known misprints, with what is right."""
    with (GOLDEN / f"{namn}-tryckfel.csv").open(encoding="utf-8") as fil:
        return {
            (r["Tabell"], r["Rad"], r["Kolumn"], _text(r["Rätt"]))
            for r in csv.DictReader(fil, delimiter=";")
        }


def _text(varde: Any) -> str:
    """A cell as it is compared: numbers by value, words by their letters and digits."""
    if varde is None:
        return ""
    try:
        return f"{float(varde):.3f}"
    except ValueError:
        return re.sub(r"\W", "", varde).casefold()


def _skilda(tryckt: dict[str, Any], fick: dict[str, Any]) -> Iterator[Cell]:
    """Rows must stand in the print's order; the marks of footnotes are not compared."""
    rader = iter(fick["rows"])
    for etikett, varden in tryckt["rader"]:
        rad = next((r for r in rader if r["label"].rstrip("*") == etikett.rstrip("*")), None)
        assert rad, f"{tryckt['id']}: raden ”{etikett}” saknas eller står på fel plats."
        for kolumn, trycktes, kom in zip(tryckt["kolumner"], varden, rad["values"], strict=True):
            if trycktes is not None and _text(trycktes) != _text(kom):
                yield tryckt["id"], etikett, kolumn, _text(kom)
