"""Posts pasted as tab separated rows: account, block, insats, amount, and months if any."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from ekonomi.actions.budget import Postinnehall
from ekonomi.calculations.budgetposter import Postnyckel
from ekonomi.imports.budget import BUDGET, MANADSNAMN
from ekonomi.models.budget import MANADER
from finsam.mapp.kolumner import Kolumn, Ref
from finsam.money import summa
from finsam.tabular.cells import Cellfel

ORDNING = ("Konto", "Kostnadsblock", "Insats", "Belopp")
HALVFYLLD = "Fyll i alla tolv månaderna, med 0 där inget budgeteras, eller ingen."
SKILJER = "Månaderna summerar inte till beloppet. Lämna beloppet tomt, så räknas det ut."


@dataclass(frozen=True)
class Inklistradrad:
    """A row as it was pasted, with what it says or the sentences that refuse it."""

    nr: int
    celler: tuple[str, ...]
    nyckel: Postnyckel | None = None
    innehall: Postinnehall | None = None
    fel: tuple[str, ...] = ()


@dataclass(frozen=True)
class Inklistrat:
    """All the rows, in order."""

    rader: tuple[Inklistradrad, ...] = field(default=())

    @property
    def antal_fel(self) -> int:
        return sum(1 for rad in self.rader if rad.fel)

    def innehall(self) -> dict[Postnyckel, Postinnehall]:
        """The posts by what they are about, of rows that can all be read."""
        return {rad.nyckel: rad.innehall for rad in self.rader if rad.nyckel and rad.innehall}


def tolka(text: str, kommentarer: Mapping[Postnyckel, str]) -> Inklistrat:
    """The rows of the text; `kommentarer` are those of posts that are there already, and stay.

    A first row of headings says in which order the columns stand; otherwise it is account, block,
    insats, amount, January … December. A constant number of queries.
    """
    rader = [
        (nr, [cell.strip() for cell in rad.split("\t")])
        for nr, rad in enumerate(text.splitlines(), start=1)
        if rad.strip()
    ]
    rubriker: Sequence[str] = (*ORDNING, *MANADSNAMN)
    if rader and _ar_rubriker(rader[0][1]):
        rubriker = rader.pop(0)[1]
    lasare = _Lasare(rubriker)
    ut: list[Inklistradrad] = []
    sedda: dict[Postnyckel, int] = {}
    for nr, celler in rader:
        rad = lasare.rad(nr, celler, kommentarer)
        if rad.nyckel and rad.nyckel in sedda:
            fel = f"Raden upprepar rad {sedda[rad.nyckel]}."
            rad = Inklistradrad(nr, rad.celler, fel=(*rad.fel, fel))
        elif rad.nyckel:
            sedda[rad.nyckel] = nr
        ut.append(rad)
    return Inklistrat(tuple(ut))


def _ar_rubriker(celler: Sequence[str]) -> bool:
    return any(cell.casefold() == "konto" for cell in celler)


class _Lasare:
    """Reads cells as the table file's own columns do."""

    def __init__(self, rubriker: Sequence[str]) -> None:
        kolumner = {kolumn.rubrik.casefold(): kolumn for kolumn in BUDGET.tabell.kolumner}
        self.kolumner = [kolumner.get(rubrik.casefold()) for rubrik in rubriker]
        self.typer = {
            k.falt: k.typ.uppslag() if isinstance(k.typ, Ref) else k.typ
            for k in BUDGET.tabell.kolumner
        }

    def rad(
        self, nr: int, celler: Sequence[str], kommentarer: Mapping[Postnyckel, str]
    ) -> Inklistradrad:
        fel: list[str] = []
        varden: dict[str, Any] = {}
        for kolumn, cell in zip(self.kolumner, celler, strict=False):
            if kolumn and cell:
                varden[kolumn.falt] = self._cell(kolumn, cell, fel)
        nyckel = _nyckel(varden, fel)
        innehall = _innehall(varden, fel)
        if fel or nyckel is None or innehall is None:
            return Inklistradrad(nr, tuple(celler), fel=tuple(fel))
        kommentar = varden.get("kommentar") or kommentarer.get(nyckel, "")
        post = Postinnehall(innehall.belopp, kommentar, innehall.manader)
        return Inklistradrad(nr, tuple(celler), nyckel, post)

    def _cell(self, kolumn: Kolumn, cell: str, fel: list[str]) -> Any:
        try:
            return self.typer[kolumn.falt].las(cell)
        except Cellfel as felet:
            text = str(felet)
            fel.append(text if text.startswith("Beloppet") else f"{kolumn.rubrik}: {text}")
            return None


def _nyckel(varden: Mapping[str, Any], fel: list[str]) -> Postnyckel | None:
    konto, block, insats = (varden.get(f) for f in ("konto", "kostnadsblock", "insats"))
    if konto is None:
        if "konto" not in varden:
            fel.append("Ange konto.")
        return None
    return Postnyckel(konto.nummer, block.kod if block else None, insats.nr if insats else None)


def _innehall(varden: Mapping[str, Any], fel: list[str]) -> Postinnehall | None:
    """The amounts of a row; with months, the year is their sum."""
    manader: list[Decimal | None] = [varden.get(manad) for manad in MANADER]
    kanda = [belopp for belopp in manader if belopp is not None]
    belopp = varden.get("belopp")
    if fel:
        return None
    if not kanda:
        if belopp is None:
            fel.append("Ange ett belopp.")
            return None
        return Postinnehall(belopp)
    if len(kanda) < len(MANADER):
        fel.append(HALVFYLLD)
    elif belopp is not None and belopp != summa(kanda):
        fel.append(SKILJER)
    return None if fel else Postinnehall(summa(kanda), manader=tuple(kanda))
