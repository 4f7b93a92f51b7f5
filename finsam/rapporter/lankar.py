"""Links of a document that its reader may follow: no figure leads to a page that is closed."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from finsam.permissions import Ratt, far, far_oppna
from finsam.rapporter.dokument import Avsnitt, Block, Cell, Diagram, Lage, Rapport, Tabell, Varde
from finsam.rapporter.models import FaststalldRapport
from finsam.rapporter.render.vy import Avsnittsvy, avsnittsvyer


def for_lasaren(rapport: Rapport, user: Any) -> tuple[Rapport, tuple[Avsnittsvy, ...]]:
    """A frozen document as the user reads it, with its sections: no link leads to a closed page."""
    foljbar = med_foljbara_lankar(rapport, user)
    medlankar = _far_folja(user, rapport.slag, str(rapport.period))
    return foljbar, avsnittsvyer(foljbar, forsta_rubrik=2, medlankar=medlankar)


def _far_folja(user: Any, slag: str, period: str) -> bool:
    """Whether the user may open what stands behind the figures of that document."""
    if not far(user, Ratt.UNDERLAG_LASA):
        return False
    faststalld = FaststalldRapport.objects.filter(slag=slag, period=period)
    return far(user, Ratt.RAPPORT_UTKAST) or faststalld.exists()


def med_foljbara_lankar(rapport: Rapport, user: Any) -> Rapport:
    """The same document with the links that the user's role opens, and no others."""
    oppna: dict[str, bool] = {}

    def foljs(adress: str) -> bool:
        # Pages of one kind differ in their keys only: the path decides, once for each.
        sida = urlsplit(adress).path
        if sida not in oppna:
            oppna[sida] = far_oppna(user, sida)
        return oppna[sida]

    def cell(varde: Cell) -> Cell:
        if not isinstance(varde, Varde | Lage) or varde.kalla is None:
            return varde
        return varde if foljs(varde.kalla.adress) else replace(varde, kalla=None)

    def tabell(en: Tabell) -> Tabell:
        rader = (replace(rad, varden=tuple(cell(c) for c in rad.varden)) for rad in en.rader)
        return replace(en, rader=tuple(rader))

    def block(ett: Block) -> Block:
        if isinstance(ett, Diagram):
            return replace(ett, tabell=tabell(ett.tabell))
        return tabell(ett) if isinstance(ett, Tabell) else ett

    def avsnitt(ett: Avsnitt) -> Avsnitt:
        return replace(ett, block=tuple(block(b) for b in ett.block))

    return replace(rapport, avsnitt=tuple(avsnitt(a) for a in rapport.avsnitt))
