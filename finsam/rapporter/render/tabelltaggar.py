"""One table, one Table tag: joins what WeasyPrint tags once per page.

A table over three pages is tagged as three tables, and its repeated head is read aloud three
times. Here the rows of the later parts move into the first, the repeated heads leave the tag tree
(as page headers do), and cells point at the header cells of the first part.
"""

from collections.abc import Iterator

import pydyf
from weasyprint.document import Document
from weasyprint.formatting_structure import boxes

from finsam.rapporter.render.taggar import barn, objektet


def foga_ihop_tabeller(dokument: Document, pdf: pydyf.PDF) -> None:
    """Makes one Table tag of each table, however many pages it goes over."""
    for forsta, *fortsattningar in _tabelldelar(dokument, pdf):
        for del_ in fortsattningar:
            _flytta(del_, forsta, pdf)


def _tabelldelar(dokument: Document, pdf: pydyf.PDF) -> Iterator[list[pydyf.Dictionary]]:
    """For each table of the HTML its Table tags, page by page."""
    delar: dict[int, list[pydyf.Dictionary]] = {}
    for sida in dokument.pages:
        for tabell in _tabeller(sida._page_box):
            cell = next((b for b in tabell.descendants() if hasattr(b, "mark")), None)
            if cell is not None:
                tagg = cell.mark
                while tagg["S"] != "/Table":
                    tagg = objektet(pdf, tagg["P"])
                delar.setdefault(id(tabell.element), []).append(tagg)
    yield from delar.values()


def _tabeller(box: boxes.Box) -> Iterator[boxes.TableBox]:
    for barn_ in getattr(box, "children", ()):
        if isinstance(barn_, boxes.TableBox):
            yield barn_
        else:
            yield from _tabeller(barn_)


def _flytta(fran: pydyf.Dictionary, till: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """Moves the rows of one Table tag to the end of another, its repeated head left out."""
    huvudceller: dict[str, pydyf.String] = {}
    for grupp in barn(fran, pdf):
        if grupp["S"] == "/THead":
            huvudceller |= _nya_namn(grupp, fran, till, pdf)
            continue
        grupp["P"] = till.reference
        till["K"].append(grupp.reference)
    for cell in _celler(fran, pdf):
        if rubriker := cell["A"].get("Headers"):
            cell["A"]["Headers"] = pydyf.Array(
                huvudceller.get(rubrik.string, rubrik) for rubrik in rubriker
            )
    foralder = objektet(pdf, fran["P"])
    foralder["K"].remove(fran.reference)


def _nya_namn(
    huvud: pydyf.Dictionary, fran: pydyf.Dictionary, till: pydyf.Dictionary, pdf: pydyf.PDF
) -> dict[str, pydyf.String]:
    """The ID of each header cell in a repeated head → that of the same cell in the first one.

    WeasyPrint's IDs are "<number of the Table tag>-<row>-<column>".
    """
    namn = {}
    for rad in barn(huvud, pdf):
        for cell in barn(rad, pdf):
            id_ = cell["ID"].string
            namn[id_] = pydyf.String(id_.replace(f"{fran.number}-", f"{till.number}-", 1))
    return namn


def _celler(tabell: pydyf.Dictionary, pdf: pydyf.PDF) -> Iterator[pydyf.Dictionary]:
    for grupp in barn(tabell, pdf):
        for rad in barn(grupp, pdf):
            yield from barn(rad, pdf)
