"""A report as a workbook: a sheet per table, numbers as numbers in the unit that is printed."""

from collections.abc import Callable

from finsam.rapporter.dokument import DOLD, Cell, Lage, Rad, Rapport, Tabell, Undertryckt, Varde
from finsam.rapporter.tal import avrundat
from finsam.tabular.export import Exportblad, Exportcell, Exportkolumn, xlsx_bytes

FORMAT = {"kr": "heltal", "tkr": "heltal", "mkr": "tal", "antal": "tal", "procent": "procent"}


def skriv(rapport: Rapport) -> bytes:
    """The workbook; a share stands as 0-1 with a percent format, nothing as an empty cell."""
    return xlsx_bytes([_blad(tabell) for tabell in rapport.alla_tabeller])


def _blad(tabell: Tabell) -> Exportblad:
    etikett = [Exportkolumn(tabell.etikettrubrik, _etikett)] * (not tabell.etikett_upprepas)
    noter = [Exportkolumn("Not", lambda rad: rad.not_)] if any(r.not_ for r in tabell.rader) else []
    celler = [Exportkolumn(rubrik, _kolumn(nr)) for nr, rubrik in enumerate(tabell.kolumner)]
    return Exportblad(
        namn=tabell.titel,
        kolumner=[*etikett, *noter, *celler],
        rader=tabell.rader,
        titel=tabell.rubrik,
        anmarkningar=tabell.anmarkningar,
    )


def _etikett(rad: Rad) -> Exportcell:
    return Exportcell(rad.etikett, fet=rad.slag != "line", indrag=max(rad.niva - 1, 0))


def _kolumn(nr: int) -> Callable[[Rad], Exportcell]:
    return lambda rad: _cell(rad.varden[nr], fet=rad.slag in ("sum", "total"))


def _cell(cell: Cell, fet: bool) -> Exportcell:
    if isinstance(cell, Varde):
        tal = avrundat(cell)
        if tal is not None and cell.enhet == "procent":
            tal = tal / 100
        return Exportcell(tal, FORMAT[cell.enhet], fet)
    if isinstance(cell, Lage):
        return Exportcell(cell.ord_, fet=fet)
    return Exportcell(DOLD if isinstance(cell, Undertryckt) else cell, fet=fet)
