"""A file's bytes as raw rows: every cell text, with file, sheet and row number.

The same rows come out of .csv and .xlsx. The first row that is not empty and no comment ("# …")
holds the headings; comment rows and empty rows are skipped, but counted.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from openpyxl.utils import get_column_letter

from finsam.tabular.csvfile import csv_rader
from finsam.tabular.formulas import aterstalld
from finsam.tabular.guard import granska
from finsam.tabular.location import Anmarkning, Filfel, Plats
from finsam.tabular.xlsxfile import xlsx_rader

STORSTA_FIL = 10_000_000
STORSTA_RADTAL = 100_000
FILTYPER = (".csv", ".xlsx")


@dataclass(frozen=True)
class Rarad:
    """A row of texts; `nr` as a spreadsheet numbers it."""

    nr: int
    celler: tuple[str, ...]


@dataclass(frozen=True)
class Ratabell:
    """The headings, the rows under them, and what the reader had to assume."""

    plats: Plats
    rubriker: tuple[str, ...]
    rader: tuple[Rarad, ...]
    varningar: tuple[Anmarkning, ...] = ()


def las_tabell(fil: str, innehall: bytes) -> Ratabell:
    """The table in a .csv or .xlsx file (of a workbook: its first sheet).

    Raises Filfel with a Swedish sentence for a file that is empty, too large, of another type,
    truncated, wrongly encoded, or seems to hold personal identity numbers.
    """
    andelse = PurePath(fil).suffix.lower()
    if andelse not in FILTYPER:
        raise Filfel(Plats(fil), f"Filtypen {andelse or 'utan ändelse'} tillåts inte.")
    if not innehall:
        raise Filfel(Plats(fil), "Filen är tom (0 byte).")
    if len(innehall) > STORSTA_FIL:
        storlek = f"{len(innehall) / 1e6:.1f}".replace(".", ",")
        raise Filfel(Plats(fil), f"Filen är {storlek} MB. Högst 10 MB tillåts.")
    if andelse == ".csv":
        rader, varningar = csv_rader(fil, innehall)
        tabell = _tabell(Plats(fil), rader)
        fria = (Rarad(r.nr, tuple(aterstalld(c) for c in r.celler)) for r in tabell.rader)
        return replace(tabell, rader=tuple(fria), varningar=varningar)
    forsta: Ratabell | None = None
    for blad, rader in xlsx_rader(fil, innehall):
        # Later sheets are explanations; they are only searched for identity numbers.
        if forsta is None:
            forsta = _tabell(Plats(fil, blad), rader)
        else:
            list(_granskade(Plats(fil, blad), rader))
    if forsta is None:
        raise Filfel(Plats(fil), "Arbetsboken har inget blad.")
    return forsta


def _tabell(plats: Plats, rader: Iterable[tuple[int, Sequence[str]]]) -> Ratabell:
    rubriker: tuple[str, ...] | None = None
    under: list[Rarad] = []
    for nr, celler in _granskade(plats, rader):
        if not any(celler) or celler[0].startswith("# "):
            continue
        if rubriker is None:
            rubriker = tuple(" ".join(c.split()) for c in celler)
        else:
            under.append(Rarad(nr, tuple(celler)))
    if rubriker is None:
        raise Filfel(plats, "Filen har ingen rubrikrad.")
    while rubriker and not rubriker[-1]:
        rubriker = rubriker[:-1]
    return Ratabell(plats, rubriker, tuple(under))


def _granskade(
    plats: Plats, rader: Iterable[tuple[int, Sequence[str]]]
) -> Iterator[tuple[int, list[str]]]:
    """The rows with trimmed cells; stops at what must not be read at all."""
    for nr, celler in rader:
        if nr > STORSTA_RADTAL:
            raise Filfel(plats, "Filen har fler än 100 000 rader. Dela upp den.")
        rena = [cell.strip() for cell in celler]
        for kolumn, cell in enumerate(rena, start=1):
            granska(Plats(plats.fil, plats.blad, nr, get_column_letter(kolumn)), cell)
        yield nr, rena
