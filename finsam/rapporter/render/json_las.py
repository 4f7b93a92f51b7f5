"""A report read back from the JSON that was kept of it: the decided version, printed again.

What was shown is all that is kept, so figures come back as shown; those of tables lead to what
they came from.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from finsam.money import ENHETSDELARE
from finsam.periods import las_period
from finsam.rapporter.dokument import (
    DOLD,
    Avsnitt,
    Block,
    Cell,
    Diagram,
    Figur,
    Kalla,
    Kontrollutfall,
    Lage,
    Lista,
    Rad,
    Rapport,
    Tabell,
    Text,
    Undertryckt,
    Varde,
)
from finsam.rapporter.tal import DECIMALER, visat
from finsam.typografi import INGET


def las(data: dict[str, Any]) -> Rapport:
    """The report that `json_.som_data` wrote: the same when written again."""
    tabeller = {t["id"]: _tabell(t) for t in data["tables"]}
    return Rapport(
        slag=data["slag"],
        titel=data["titel"],
        period=las_period(data["period"]["kod"]),
        forbund=data["forbund"],
        avsnitt=tuple(_avsnitt(a, tabeller) for a in data["sections"]),
        figurer={n: _figur(f["value"], f["unit"]) for n, f in data["figures"].items()},
        kontroller=tuple(_kontroll(k) for k in data["checks"]),
        # Versions kept before anything was hidden say nothing of it.
        publicering=data.get("hidden_below") or 0,
    )


def skriven(varde: int | float | str | None, enhet: str) -> str:
    """A kept value as its table prints it, money with its unit: "−1 864 tkr", "46 %", "–"."""
    if varde is None or isinstance(varde, str):
        return varde or INGET
    return visat(_varde(varde, enhet), med_enhet=True)


def _figur(tal: int | float | str | None, enhet: str) -> Figur:
    return Undertryckt() if isinstance(tal, str) else _varde(tal, enhet)


def _varde(tal: int | float | None, enhet: str) -> Varde:
    if tal is None:
        return Varde(None, enhet)
    exakt = Decimal(str(tal))
    exponent = exakt.as_tuple().exponent
    decimaler = -exponent if isinstance(exponent, int) else 0
    faktor = Decimal("0.01") if enhet == "procent" else ENHETSDELARE.get(enhet, Decimal(1))
    return Varde(exakt * faktor, enhet, decimaler=max(decimaler, DECIMALER[enhet]) or None)


def _tabell(data: dict[str, Any]) -> Tabell:
    return Tabell(
        id=data["id"],
        titel=data["title"],
        enhet=data["unit"],
        kolumner=tuple(data["columns"]),
        rader=tuple(_rad(rad, data["unit"]) for rad in data["rows"]),
        etikettrubrik=data["label_heading"],
        anmarkningar=tuple(data["remarks"]),
        kolumngrupper=tuple((text, antal) for text, antal in data.get("column_groups", ())),
        etikett_upprepas=data.get("label_repeated", False),
    )


def _rad(data: dict[str, Any], enhet: str) -> Rad:
    enheter = data.get("units") or [enhet] * len(data["values"])
    # Versions kept before figures had sources lack them.
    kallor = data.get("sources") or [None] * len(data["values"])
    farger = data.get("states") or [None] * len(data["values"])
    delar = zip(data["values"], enheter, kallor, farger, strict=True)
    return Rad(
        etikett=data["label"],
        varden=tuple(_cell(*del_) for del_ in delar),
        slag=data["kind"],
        niva=data["level"],
        not_=(data["note"] or "").removeprefix("Not "),
        id=data["id"],
    )


def _cell(
    varde: int | float | str | None, enhet: str, kalla: dict[str, str] | None, farg: str | None
) -> Cell:
    if isinstance(varde, int | float):
        return replace(_varde(varde, enhet), kalla=_kalla(kalla))
    if varde == DOLD:
        return Undertryckt()
    return varde if farg is None or varde is None else Lage(varde, farg, _kalla(kalla))


def _kalla(data: dict[str, str] | None) -> Kalla | None:
    return Kalla(data["address"], data["text"]) if data else None


def _kontroll(data: dict[str, Any]) -> Kontrollutfall:
    return Kontrollutfall(
        id=data["id"],
        rubrik=data["title"],
        ok=data["ok"],
        vanster=data["left"],
        hoger=data["right"],
        var=data["where"],
        text=data["text"],
        undantag=data["waived"],
    )


def _avsnitt(data: dict[str, Any], tabeller: dict[str, Tabell]) -> Avsnitt:
    return Avsnitt(
        id=data["id"],
        rubrik=data["heading"],
        niva=data["level"],
        block=tuple(_block(block, tabeller) for block in data["blocks"]),
    )


def _block(data: dict[str, Any], tabeller: dict[str, Tabell]) -> Block:
    match data["kind"]:
        case "table":
            return tabeller[data["id"]]
        case "text":
            return Text(data["id"], data["markdown"])
        case "list":
            poster = tuple((term, text) for term, text in data["items"])
            return Lista(data["id"], poster, data["list_kind"])
        case _:
            return Diagram(
                id=data["id"],
                titel=data["title"],
                slutsats=data["conclusion"],
                svg=data["svg"],
                tabell=_tabell(data["table"]),
            )
