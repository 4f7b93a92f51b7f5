"""What would be otherwise today: two kept reports, cell by cell. Pure."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from finsam.typografi import INGET, antal

Rad = dict[str, Any]


class Skillnad(NamedTuple):
    """A cell or a text that differs; None is "nothing"."""

    tabell: str
    rad: str
    kolumn: str
    da: Any
    nu: Any

    @property
    def da_i_ord(self) -> str:
        return _i_ord(self.da)

    @property
    def nu_i_ord(self) -> str:
        return _i_ord(self.nu)


def skillnader(da: dict[str, Any], nu: dict[str, Any]) -> list[Skillnad]:
    """Every cell that differs between two reports as `json_.som_data` wrote them, then texts."""
    gamla, nya = _rader(da), _rader(nu)
    # The order of the report as it was decided, with what has come since at the end.
    nycklar = list(dict.fromkeys([*gamla, *nya]))
    celler = [s for nyckel in nycklar for s in _celler(gamla.get(nyckel), nya.get(nyckel))]
    return [*celler, *_texter(da, nu)]


def _i_ord(varde: Any) -> str:
    """What was kept, as it is written: "−600 000", "12,5", "–" for nothing, a text as it is."""
    if isinstance(varde, bool) or not isinstance(varde, int | float):
        return INGET if varde is None else str(varde)
    exakt = Decimal(str(varde))
    exponent = exakt.as_tuple().exponent
    return antal(exakt, max(-exponent, 0) if isinstance(exponent, int) else 0)


def _rader(data: dict[str, Any]) -> dict[tuple[str, str], tuple[str, list[str], Rad]]:
    return {
        (tabell["id"], rad["id"] or rad["label"]): (tabell["title"], tabell["columns"], rad)
        for tabell in data["tables"]
        for rad in tabell["rows"]
    }


def _celler(
    da: tuple[str, list[str], Rad] | None, nu: tuple[str, list[str], Rad] | None
) -> Iterator[Skillnad]:
    titel, kolumner, rad = da or nu or ("", [], {})
    fore = da[2]["values"] if da else [None] * len(kolumner)
    efter = nu[2]["values"] if nu else [None] * len(kolumner)
    for kolumn, gammalt, nytt in zip(kolumner, fore, efter, strict=False):
        if gammalt != nytt:
            yield Skillnad(titel, rad["label"], kolumn, gammalt, nytt)


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
