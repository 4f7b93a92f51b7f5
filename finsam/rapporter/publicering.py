"""A document for publication: the same, but for the figures that must not be shown. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from finsam.rapporter.dokument import (
    Avsnitt,
    Block,
    Cell,
    Diagram,
    Figur,
    Lage,
    Rad,
    Rapport,
    Tabell,
    Text,
    Undertryckt,
    Varde,
)
from uppfoljning.calculations.smatal.rakning import Antalsdel, Rakning
from uppfoljning.calculations.smatal.skydd import Doljning, Doljningar

Visas = Callable[[Rakning], bool]


def for_publicering(rapport: Rapport, doljning: Doljning | Doljningar) -> Rapport:
    """The document as it may be published; rules that tell of participants are left out of it."""
    visas = cache(doljning.visas)  # the same figure stands in text, table and diagram
    return replace(
        rapport,
        avsnitt=tuple(_avsnitt(_skyddat(a, doljning.troskel), visas) for a in rapport.avsnitt),
        figurer={namn: _figur(figur, visas) for namn, figur in rapport.figurer.items()},
        kontroller=tuple(k for k in rapport.kontroller if not k.personer),
        publicering=doljning.troskel,
    )


def raknade(rapport: Rapport) -> frozenset[Antalsdel]:
    """Every base count that some figure of the document is made of."""
    celler = (c for t in rapport.alla_tabeller for rad in t.rader for c in rad.varden)
    texter = (b.figurer.values() for a in rapport.avsnitt for b in a.block if isinstance(b, Text))
    figurer = (f for alla in (rapport.figurer.values(), *texter) for f in alla)
    rakningar = {v.rakning for v in (*celler, *figurer) if isinstance(v, Varde) and v.rakning}
    return frozenset().union(*(r.taljare | (r.namnare or frozenset()) for r in rakningar))


def _skyddat(avsnitt: Avsnitt, troskel: int) -> Avsnitt:
    """The section with each table that has a protection of its own in its protected form."""
    block = (
        b.skyddad(troskel) if isinstance(b, Tabell) and b.skyddad else b for b in avsnitt.block
    )
    return replace(avsnitt, block=tuple(block))


def _avsnitt(avsnitt: Avsnitt, visas: Visas) -> Avsnitt:
    return replace(avsnitt, block=tuple(ny for b in avsnitt.block for ny in _block(b, visas)))


def _block(block: Block, visas: Visas) -> Iterator[Block]:
    match block:
        case Tabell():
            yield _tabell(block, visas)
        case Text():
            figurer = {namn: _figur(figur, visas) for namn, figur in block.figurer.items()}
            yield replace(block, figurer=figurer)
        case Diagram():
            yield from _diagram(block, visas)
        case _:
            yield block


def _diagram(diagram: Diagram, visas: Visas) -> Iterator[Diagram]:
    """Drawn again where a cell is hidden; left out where it cannot be."""
    tabell = _tabell(diagram.tabell, visas)
    if tabell == diagram.tabell:
        yield diagram
    elif diagram.rita:
        yield diagram.rita(tabell)


def _tabell(tabell: Tabell, visas: Visas) -> Tabell:
    return replace(tabell, rader=tuple(_rad(rad, visas) for rad in tabell.rader))


def _rad(rad: Rad, visas: Visas) -> Rad:
    return replace(rad, varden=tuple(_cell(cell, visas) for cell in rad.varden))


def _cell(cell: Cell, visas: Visas) -> Cell:
    if isinstance(cell, Lage):
        return cell if cell.rakning is None or visas(cell.rakning) else Undertryckt()
    return _figur(cell, visas) if isinstance(cell, Varde) else cell


def _figur(figur: Figur, visas: Visas) -> Figur:
    if isinstance(figur, Undertryckt) or figur.tal is None or figur.rakning is None:
        return figur
    return figur if visas(figur.rakning) else Undertryckt()
