"""What the templates print: every number written once, here, and every block with its template.

The same views serve page and paper. On the page each number is a link to its källa; on paper it
is bare text in its cell, since every element in a cell costs time (a report has a thousand).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from finsam.rapporter import texter
from finsam.rapporter.dokument import (
    DOLD,
    Avsnitt,
    Block,
    Cell,
    Diagram,
    Lage,
    Lista,
    Rad,
    Rapport,
    Tabell,
    Text,
    Undertryckt,
    Varde,
)
from finsam.rapporter.tal import visat
from finsam.typografi import INGET


class Cellvy(NamedTuple):
    """A cell as printed. `adress` is empty where there is no källa, or on paper."""

    text: str
    klass: str
    adress: str = ""
    kalla: str = ""


class Radvy(NamedTuple):
    etikett: str
    klass: str
    not_: str
    notmal: str
    celler: tuple[Cellvy, ...]


@dataclass(frozen=True)
class Tabellvy:
    """A table as printed: `kolumner` are headings, each with its class.

    Where headings are grouped, `grupper` is the first line (text, columns, class); those of one
    column stand there, the others' own words in `kolumner`.
    """

    id: str
    titel: str
    etikettrubrik: str
    kolumner: tuple[tuple[str, str], ...]
    grupper: tuple[tuple[str, int, str], ...]
    antal_kolumner: int
    rader: tuple[Radvy, ...]
    anmarkningar: tuple[str, ...]
    noter: bool
    etikett_upprepas: bool
    mall: str = "rapporter/block/tabell.html"


@dataclass(frozen=True)
class Textvy:
    html: SafeString
    mall: str = "rapporter/block/text.html"


@dataclass(frozen=True)
class Diagramvy:
    id: str
    titel: str
    slutsats: str
    svg: SafeString
    tabell: Tabellvy
    mall: str = "rapporter/block/diagram.html"


@dataclass(frozen=True)
class Listvy:
    id: str
    poster: tuple[tuple[str, str], ...]
    mall: str


@dataclass(frozen=True)
class Avsnittsvy:
    """A section; `rubrikniva` is the h-number, `textid` and `ledtext` for the one who writes."""

    id: str
    rubrik: str
    niva: int
    rubrikniva: int
    block: tuple[Tabellvy | Textvy | Diagramvy | Listvy, ...]
    textid: str
    ledtext: str
    tomt: bool


LISTMALLAR = {
    "lista": "rapporter/block/lista.html",
    "insats": "rapporter/block/insats.html",
    "underskrifter": "rapporter/block/underskrifter.html",
}


def avsnittsvyer(
    rapport: Rapport, forsta_rubrik: int = 1, medlankar: bool = False
) -> tuple[Avsnittsvy, ...]:
    """Every section as printed, headings beginning at h`forsta_rubrik`."""
    noter = {t.not_: t.id for t in rapport.tabeller if t.not_}
    return tuple(
        Avsnittsvy(
            id=avsnitt.id,
            rubrik=avsnitt.rubrik,
            niva=avsnitt.niva,
            rubrikniva=avsnitt.niva + forsta_rubrik - 1,
            block=tuple(
                _block(b, avsnitt.niva + forsta_rubrik, noter, medlankar) for b in avsnitt.block
            ),
            textid=avsnitt.textid or "",
            ledtext=avsnitt.ledtext,
            tomt=not any(isinstance(b, Text) for b in avsnitt.block),
        )
        for avsnitt in rapport.avsnitt
    )


def utan_tomma(avsnitt: tuple[Avsnitt, ...]) -> tuple[Avsnitt, ...]:
    """The sections without those that hold nothing, neither themselves nor below them."""
    kvar: list[Avsnitt] = []
    for ett in reversed(avsnitt):
        under = bool(kvar) and kvar[-1].niva > ett.niva
        if ett.block or under:
            kvar.append(ett)
    return tuple(reversed(kvar))


def _block(
    block: Block, rubrikniva: int, noter: Mapping[str, str], medlankar: bool
) -> Tabellvy | Textvy | Diagramvy | Listvy:
    match block:
        case Tabell():
            return tabellvy(block, medlankar, noter)
        case Text():
            html = texter.html(block.markdown, block.figurer, rubrikniva, medlankar)
            # Safe: markdown-it has escaped the text (html off), `texter` the figures.
            return Textvy(mark_safe(html))
        case Lista():
            return Listvy(block.id, block.poster, LISTMALLAR[block.slag])
        case Diagram():
            # Drawn on the server from figures and register names, escaped where it is drawn.
            svg = mark_safe(block.svg)
            tabell = tabellvy(block.tabell, medlankar, noter)
            return Diagramvy(block.id, block.titel, block.slutsats, svg, tabell)


def tabellvy(
    tabell: Tabell, medlankar: bool = False, noter: Mapping[str, str] | None = None
) -> Tabellvy:
    """A table as printed; its unit stands in the caption.

    A column of words that says nothing on any row is left out.
    """
    kolumner = [
        nr
        for nr in range(len(tabell.kolumner))
        if tabell.enhet != "text" or any(rad.varden[nr] is not None for rad in tabell.rader)
    ]
    ord_ = frozenset(nr for nr in kolumner if _ar_text(tabell, nr))
    # A header cell without words is read aloud as nothing at all.
    rubriker = tuple(
        (tabell.kolumner[nr] or "Uppgift", "text" if nr in ord_ else "") for nr in kolumner
    )
    grupper, egna = _grupperade(tabell, rubriker)
    return Tabellvy(
        id=tabell.id,
        titel=tabell.rubrik,
        etikettrubrik=tabell.etikettrubrik or "Post",
        kolumner=egna,
        grupper=grupper,
        antal_kolumner=len(rubriker),
        rader=tuple(_rad(rad, kolumner, ord_, medlankar, noter or {}) for rad in tabell.rader),
        anmarkningar=tabell.anmarkningar,
        noter=any(rad.not_ for rad in tabell.rader),
        etikett_upprepas=tabell.etikett_upprepas,
    )


def _grupperade(
    tabell: Tabell, rubriker: tuple[tuple[str, str], ...]
) -> tuple[tuple[tuple[str, int, str], ...], tuple[tuple[str, str], ...]]:
    """The groups' line and the headings below it, without the words that stand above them."""
    grupper, egna, nr = [], [], 0
    for text, antal in tabell.kolumngrupper:
        grupper.append((text, antal, rubriker[nr][1] if antal == 1 else ""))
        if antal > 1:
            delar = rubriker[nr : nr + antal]
            egna += [(rubrik.removeprefix(text).strip(), klass) for rubrik, klass in delar]
        nr += antal
    return tuple(grupper), tuple(egna) if grupper else rubriker


def _ar_text(tabell: Tabell, nr: int) -> bool:
    """Whether a column is of words: a status under figures stands where they do."""
    celler = [rad.varden[nr] for rad in tabell.rader]
    status = any(isinstance(c, Lage) for c in celler)
    siffror = any(isinstance(c, Varde | Undertryckt) for c in celler)
    return any(isinstance(c, str) and c for c in celler) or (status and not siffror)


def _rad(
    rad: Rad,
    kolumner: list[int],
    ord_: frozenset[int],
    medlankar: bool,
    noter: Mapping[str, str],
) -> Radvy:
    return Radvy(
        etikett=rad.etikett,
        klass=f"{rad.slag} niva{rad.niva}",
        not_=f"Not\u00a0{rad.not_}" if rad.not_ else "",
        notmal=noter.get(rad.not_, ""),
        celler=tuple(
            _cell(rad.varden[nr], rad.slag == "heading" or nr in ord_, medlankar) for nr in kolumner
        ),
    )


def _cell(cell: Cell, tyst: bool, medlankar: bool) -> Cellvy:
    """A cell; nothing is "–", or silent in a heading row and among words."""
    if isinstance(cell, Varde):
        kalla = cell.kalla if medlankar and cell.tal is not None else None
        return Cellvy(visat(cell), "", kalla.adress if kalla else "", kalla.text if kalla else "")
    if isinstance(cell, Lage):
        kalla = cell.kalla if medlankar else None
        klass = f"text {cell.farg}".strip()
        return Cellvy(cell.ord_, klass, kalla.adress if kalla else "", kalla.text if kalla else "")
    if isinstance(cell, Undertryckt):
        return Cellvy(DOLD, "doljd", kalla=cell.skal)
    if cell is None:
        return Cellvy("" if tyst else INGET, "")
    return Cellvy(cell, "text")
