"""What a meeting had in its annex and what stands there now: the differences, in words. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from finsam.typografi import HARDBLANK, INGET, kr

# So many differences are told one by one; the rest by number.
VISADE = 3


class Cell(NamedTuple):
    """A figure or a text of a document as it is shown, and what it is called."""

    namn: str
    ord: str


# By the row's id (its label where it has none) and the column.
Celler = Mapping[tuple[str, str], Cell]


@dataclass(frozen=True)
class Skillnad:
    """What is otherwise: `da` and `nu` as they are shown, "–" for nothing."""

    namn: str
    da: str
    nu: str


def kronor_i_ord(belopp: Decimal | int | None) -> str:
    """ "6 850 000 kr", "–" for nothing."""
    return INGET if belopp is None else f"{kr(belopp)}{HARDBLANK}kr"


def beloppen(data: Mapping[str, Any], tabell: str) -> dict[tuple[str, str], Cell]:
    """The first column of a frozen table in kr, headings and subtotals left out.

    `data` is the document as it was frozen. Empty for a document without the table.
    """
    return {
        (rad["id"] or rad["label"], ""): Cell(rad["label"], _belopp(rad["values"][0]))
        for rad in _rader(data, tabell)
        if rad["kind"] in ("line", "total")
    }


def texterna(data: Mapping[str, Any], tabell: str) -> dict[tuple[str, str], Cell]:
    """Every cell of a frozen table of words, each row's label as one of them."""
    svar: dict[tuple[str, str], Cell] = {}
    for rad in _rader(data, tabell):
        if rad["kind"] == "heading":
            continue
        nyckel, etikett = rad["id"] or rad["label"], rad["label"]
        svar[nyckel, ""] = Cell(etikett, f"”{etikett}”")
        for kolumn, varde in zip(_kolumner(data, tabell), rad["values"], strict=True):
            ord_ = INGET if varde is None else f"”{varde}”"
            svar[nyckel, kolumn] = Cell(f"{etikett}, {kolumn.lower()}", ord_)
    return svar


def skillnader(da: Celler, nu: Celler) -> tuple[Skillnad, ...]:
    """What differs, in the order of the document, with what has come since at the end."""
    return tuple(
        Skillnad(
            (da.get(nyckel) or nu[nyckel]).namn,
            da[nyckel].ord if nyckel in da else INGET,
            nu[nyckel].ord if nyckel in nu else INGET,
        )
        for nyckel in dict.fromkeys([*da, *nu])
        if (da[nyckel].ord if nyckel in da else INGET)
        != (nu[nyckel].ord if nyckel in nu else INGET)
    )


def i_ord(alla: Sequence[Skillnad], fore: str = "styrelsen hade") -> str:
    """A sentence per difference, "Totalt: styrelsen hade 100 kr, i dag står 90 kr."."""
    meningar = [
        f"{s.namn}: {fore} {_ett_ord(s.da)}, i dag står {_ett_ord(s.nu)}." for s in alla[:VISADE]
    ]
    resten = len(alla) - VISADE
    if resten > 0:
        meningar.append(f"{resten} {'rad' if resten == 1 else 'rader'} till skiljer.")
    return " ".join(meningar)


def _ett_ord(visat: str) -> str:
    """A dash for nothing cannot be read in a sentence."""
    return "inget" if visat == INGET else visat


def _belopp(varde: int | float | str | None) -> str:
    return varde if isinstance(varde, str) else kronor_i_ord(_tal(varde))


def _tal(varde: int | float | None) -> Decimal | None:
    return None if varde is None else Decimal(str(varde))


def _rader(data: Mapping[str, Any], tabell: str) -> list[dict[str, Any]]:
    return [rad for ett in data["tables"] if ett["id"] == tabell for rad in ett["rows"]]


def _kolumner(data: Mapping[str, Any], tabell: str) -> list[str]:
    return next(ett["columns"] for ett in data["tables"] if ett["id"] == tabell)
