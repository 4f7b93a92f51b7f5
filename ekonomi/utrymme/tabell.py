"""The table of the decision room, written as HTML row by row.

A row for every measure and for every ticked application, at every tick: a template takes ten
times as long over so many small cells.
"""

from collections.abc import Iterable
from decimal import Decimal
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from finsam.money import NOLL
from finsam.typografi import INGET, tkr

NEGATIV = ' <span class="status status-fel">Negativt</span>'


class Cell(NamedTuple):
    """What stands in a cell and, where a play has changed it, what stood there before; kr."""

    belopp: Decimal | None
    fore: Decimal | None = None
    # Below zero is told in words and red; `tecken`: also what is above zero has its sign.
    varnar: bool = False
    tecken: bool = False


class Rad(NamedTuple):
    etikett: str
    celler: tuple[Cell, ...]
    klass: str = ""
    adress: str = ""
    # In smaller letters under the label.
    tillagg: str = ""


def rader_html(rader: Iterable[Rad]) -> SafeString:
    """The rows of the table's body; every word escaped, amounts in tkr."""
    return mark_safe("\n".join(map(_rad, rader)))


def med_tecken(belopp: Decimal | None) -> str:
    """Tkr with "+" before what is added."""
    return f"+{tkr(belopp)}" if belopp is not None and belopp > 0 else tkr(belopp)


def skillnad(belopp: Decimal) -> str:
    """What has been added or taken away, in tkr with its sign; empty for nothing."""
    return med_tecken(belopp) if belopp else ""


def _rad(rad: Rad) -> str:
    etikett = escape(rad.etikett)
    if rad.adress:
        etikett = f'<a href="{escape(rad.adress)}">{etikett}</a>'
    if rad.tillagg:
        etikett += f' <span class="skillnad">{escape(rad.tillagg)}</span>'
    klass = f' class="{rad.klass}"' if rad.klass else ""
    return f'<tr{klass}><th scope="row">{etikett}</th>{"".join(map(_cell, rad.celler))}</tr>'


def _cell(cell: Cell) -> str:
    belopp, fore, varnar, tecken = cell
    if belopp is None:
        return f'<td class="tal">{INGET}</td>'
    skriv = med_tecken if tecken else tkr
    tal = skriv(belopp)
    negativ = varnar and belopp < 0
    klass, varning = ("tal negativ", NEGATIV) if negativ else ("tal", "")
    if fore is None or fore == belopp:
        return f'<td class="{klass}">{tal}{varning}</td>'
    return (
        f'<td class="{klass}"><del class="fore"><span class="dold">före </span>{skriv(fore)}</del>'
        f' <ins>{tal}</ins> <span class="skillnad">{skillnad((belopp - fore) or NOLL)}</span>'
        f"{varning}</td>"
    )
