"""A report as JSON: what others read, and what is kept when the board has decided.

Numbers are JSON numbers as shown, in the table's unit (a tkr column holds rounded tkr); nothing
is null, what must not be shown is "•". "sections" holds the document in reading order, texts with
their figures written out.
"""

import json
from decimal import Decimal
from typing import Any

from finsam.rapporter import texter
from finsam.rapporter.dokument import (
    DOLD,
    Avsnitt,
    Block,
    Cell,
    Diagram,
    Figur,
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
from finsam.rapporter.tal import avrundat


def som_data(rapport: Rapport) -> dict[str, Any]:
    """The report as plain data, ready for JSON; the same report gives the same data."""
    return {
        "slag": rapport.slag,
        "titel": rapport.titel,
        "forbund": rapport.forbund,
        "period": {
            "kod": rapport.period.kod,
            "from": rapport.period.start.isoformat(),
            "to": rapport.period.slut.isoformat(),
        },
        "hidden_below": rapport.publicering or None,
        "tables": [_tabell(t) for t in rapport.alla_tabeller],
        "figures": {namn: _figur(figur) for namn, figur in sorted(rapport.figurer.items())},
        "checks": [_kontroll(k) for k in rapport.kontroller],
        "sections": [_avsnitt(a) for a in rapport.avsnitt],
    }


def skriv(rapport: Rapport) -> str:
    """The report as JSON text, Swedish letters as they are."""
    return json.dumps(som_data(rapport), ensure_ascii=False, indent=1)


def _tal(varde: Varde) -> int | float | None:
    tal = avrundat(varde)
    if tal is None:
        return None
    return int(tal) if tal == tal.to_integral_value() else float(tal)


def _figur(figur: Figur) -> dict[str, Any]:
    if isinstance(figur, Undertryckt):
        return {"value": DOLD, "unit": "text"}
    return {"value": _tal(figur), "unit": figur.enhet}


def _cell(cell: Cell) -> int | float | str | None:
    if isinstance(cell, Varde):
        return _tal(cell)
    if isinstance(cell, Lage):
        return cell.ord_
    return DOLD if isinstance(cell, Undertryckt) else cell


def _tabell(tabell: Tabell) -> dict[str, Any]:
    return {
        **({"label_repeated": True} if tabell.etikett_upprepas else {}),
        "id": tabell.id,
        "title": tabell.titel,
        "unit": tabell.enhet,
        "label_heading": tabell.etikettrubrik,
        "columns": list(tabell.kolumner),
        "column_groups": [list(grupp) for grupp in tabell.kolumngrupper],
        "rows": [_rad(rad, tabell.enhet) for rad in tabell.rader],
        "remarks": list(tabell.anmarkningar),
    }


def _rad(rad: Rad, enhet: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": rad.id,
        "label": rad.etikett,
        "level": rad.niva,
        "kind": rad.slag,
        "note": f"Not {rad.not_}" if rad.not_ else None,
        "values": [_cell(cell) for cell in rad.varden],
    }
    if any(isinstance(cell, Varde) and cell.enhet != enhet for cell in rad.varden):
        data["units"] = [c.enhet if isinstance(c, Varde) else "text" for c in rad.varden]
    if any(isinstance(cell, Lage) for cell in rad.varden):
        data["states"] = [c.farg if isinstance(c, Lage) else None for c in rad.varden]
    kallor = [_kalla(cell) for cell in rad.varden]
    if any(kallor):
        data["sources"] = kallor
    return data


def _kalla(cell: Cell) -> dict[str, str] | None:
    """Where a figure or a status that is shown comes from."""
    if not isinstance(cell, Varde | Lage) or cell.kalla is None:
        return None
    if isinstance(cell, Varde) and cell.tal is None:
        return None
    return {"address": cell.kalla.adress, "text": cell.kalla.text}


def _kontroll(utfall: Kontrollutfall) -> dict[str, Any]:
    return {
        "id": utfall.id,
        "title": utfall.rubrik,
        "ok": utfall.ok,
        "left": _jamforbart(utfall.vanster),
        "right": _jamforbart(utfall.hoger),
        "where": utfall.var,
        "text": utfall.text,
        "waived": utfall.undantag,
    }


def _jamforbart(varde: Decimal | int | str | None) -> int | float | str | None:
    if isinstance(varde, Decimal):
        return int(varde) if varde == varde.to_integral_value() else float(varde)
    return varde


def _avsnitt(avsnitt: Avsnitt) -> dict[str, Any]:
    return {
        "id": avsnitt.id,
        "heading": avsnitt.rubrik,
        "level": avsnitt.niva,
        "blocks": [_block(block) for block in avsnitt.block],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Tabell():
            return {"kind": "table", "id": block.id}
        case Text():
            markdown = texter.bunden(block.markdown, block.figurer)
            return {"kind": "text", "id": block.id, "markdown": markdown}
        case Lista():
            return {
                "kind": "list",
                "id": block.id,
                "list_kind": block.slag,
                "items": [list(post) for post in block.poster],
            }
        case Diagram():
            return {
                "kind": "chart",
                "id": block.id,
                "title": block.titel,
                "conclusion": block.slutsats,
                "svg": block.svg,
                "table": _tabell(block.tabell),
            }
