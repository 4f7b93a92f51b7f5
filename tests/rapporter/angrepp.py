"""The attacker on published memos: reads their JSON; the headings say what it counts."""

from collections.abc import Iterator, Sequence
from typing import Any

from finsam.rapporter.dokument import DOLD, Rapport, Varde
from tests.uppfoljning.smatal.angripare import Angripare, Summa
from uppfoljning.calculations.smatal.rakning import Delar

TABELLER = ("utfall-deltagare", "arbete-studier", "avslutningsanledningar")
TROSKEL = 5


def angrip(
    interna: Sequence[Rapport], utgivna: Sequence[dict[str, Any]]
) -> tuple[dict[Summa, int], int]:
    """The hidden small counts that can be worked out, and how many hidden there are."""
    angripare, dolda, celler = Angripare(), dict[Summa, None](), set[Any]()
    for intern, utgiven in zip(interna, utgivna, strict=True):
        for varde, tryckt in _par(intern, utgiven):
            rakning = varde.rakning
            if rakning is None or varde.tal is None:
                continue
            del_, helhet = _summa(rakning.taljare), rakning.namnare and _summa(rakning.namnare)
            celler |= del_
            if isinstance(tryckt, int) and helhet is None:
                angripare.far_veta(del_, tryckt)
            elif isinstance(tryckt, int) and helhet and varde.decimaler is None:
                angripare.far_veta_andel(del_, helhet, tryckt)
            elif helhet is None and 0 < varde.tal < TROSKEL:
                dolda[del_] = None
    angripare.vet_floden(celler)
    return angripare.raknar_ut(dolda, heltal=False), len(dolda)


def bara_sma(utgiven: dict[str, Any], intern: Rapport) -> dict[str, Any]:
    """The same memo where the small counts are hidden and nothing else."""
    for tabell, rapport in zip(utgiven["tables"], intern.alla_tabeller, strict=True):
        for rad, sann in zip(tabell["rows"], rapport.rader, strict=True):
            rad["values"] = [
                DOLD if isinstance(c, Varde) and _liten(c) else v
                for v, c in zip(rad["values"], sann.varden, strict=True)
            ]
    return utgiven


def _liten(cell: Varde) -> bool:
    antal = cell.rakning is not None and cell.rakning.namnare is None
    return antal and cell.tal is not None and 0 < cell.tal < TROSKEL


def _par(intern: Rapport, utgiven: dict[str, Any]) -> Iterator[tuple[Varde, Any]]:
    """Each figure of participants, and what is printed of it."""
    tryckta = {t["id"]: t for t in utgiven["tables"]}
    for tabell in intern.alla_tabeller:
        if not tabell.id.endswith(TABELLER):
            continue
        for rad, tryckt in zip(tabell.rader, tryckta[tabell.id]["rows"], strict=True):
            for cell, varde in zip(rad.varden, tryckt["values"], strict=True):
                if isinstance(cell, Varde):
                    yield cell, varde


def _summa(delar: Delar) -> Summa:
    return frozenset(tuple(del_) for del_ in delar)
