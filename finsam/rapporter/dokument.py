"""The report object: what a document says, before anyone has decided how it looks.

Built once by a module of finsam/rapporter, then rendered as HTML, PDF, Excel and JSON. All parts
are frozen. Numbers stand unrounded: money in kr (sign as in print: income positive, costs
negative), shares as 0-1, counts as whole numbers; the renderer rounds once.

A document that is published shows no small counts of persons. So that it can be told which those
are, every figure made of counts of participants says what it counts (`Varde.rakning`), wherever
it stands: in a table, among the named figures, in the table behind a chart. A chart of such counts
brings `rita`, which draws it again from a table where some are hidden. Words that are put together
when the document is built (`Lista`, remarks, conclusions, sources) hold no such count.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain

from finsam.periods import Period
from uppfoljning.calculations.smatal.rakning import Rakning


@dataclass(frozen=True)
class Kalla:
    """Where a figure comes from: an address inside the product, and what stands there in words."""

    adress: str
    text: str


@dataclass(frozen=True)
class Varde:
    """A number with unit (kr, tkr, mkr, procent, antal) and source; None means "nothing" (–).

    `tal` is in the base unit (kr, share 0-1, count); `enhet` says how it is shown, `decimaler`
    with how many decimals where they are not the unit's usual. `rakning` says which base counts
    of participants it is made of, None that it tells of no participants.
    """

    tal: Decimal | int | None
    enhet: str
    kalla: Kalla | None = None
    decimaler: int | None = None
    rakning: Rakning | None = None


# How a figure that must not be shown is written: never 0, which would be a figure.
DOLD = "•"


@dataclass(frozen=True)
class Undertryckt:
    """A figure that must not be shown: it carries nothing that a renderer could reveal.

    Written "•". It says that the count, or another that could be worked out from it, is of at
    least one person and of fewer than the association's smallest number, not which of the two.
    """

    skal: str = "Uppgiften visas inte: för få personer."


@dataclass(frozen=True)
class Lage:
    """A status: its word, always, and what colour it has: bra, halvbra, dalig or "" for none.

    `rakning` is that of the figure it judges, None where that tells of no participants: the word
    and the target beside it would narrow down a figure that is hidden.
    """

    ord_: str
    farg: str = ""
    kalla: Kalla | None = None
    rakning: Rakning | None = None


# The units that stand in a table's heading.
PENGAR = ("kr", "tkr", "mkr")

Figur = Varde | Undertryckt
Cell = Figur | Lage | str | None


@dataclass(frozen=True)
class Rad:
    """A row of a table; `slag` is line, sum, heading or total, `niva` the indent (0-2)."""

    etikett: str
    varden: tuple[Cell, ...]
    slag: str = "line"
    niva: int = 1
    not_: str = ""
    id: str = ""


@dataclass(frozen=True)
class Tabell:
    """A table. `enhet` is what its numbers are shown in unless a cell says otherwise.

    `kolumngrupper` are headings over several columns each, whose own headings begin with them.
    With `etikett_upprepas` each row's label is one of its cells, which then heads the row.
    `skyddad` gives the same table as it may be published where counts under a number are not
    shown, for counts of persons that no report of an insats holds.
    """

    id: str
    titel: str
    enhet: str
    kolumner: tuple[str, ...]
    rader: tuple[Rad, ...]
    etikettrubrik: str = ""
    anmarkningar: tuple[str, ...] = ()
    # The note's number, for a table that is a note.
    not_: str = ""
    kolumngrupper: tuple[tuple[str, int], ...] = ()
    etikett_upprepas: bool = False
    skyddad: "Callable[[int], Tabell] | None" = field(default=None, compare=False, repr=False)

    @property
    def rubrik(self) -> str:
        """The title with the unit of the amounts: "Driftredovisning, tkr"."""
        utan = self.enhet not in PENGAR or self.enhet in self.titel.casefold()
        return self.titel if utan else f"{self.titel}, {self.enhet}"


@dataclass(frozen=True)
class Text:
    """Narrative in Markdown; each `{namn|format}` in it is bound to a figure of the report."""

    id: str
    markdown: str
    figurer: Mapping[str, Figur] = field(default_factory=dict)


@dataclass(frozen=True)
class Diagram:
    """A chart as SVG with its finding in words (the text alternative) and the table behind it.

    `rita` gives the same chart drawn from another table of the same form, in which some cells may
    be hidden: neither drawing nor words may then tell what they are. A chart without it is left
    out where a cell of its table is hidden.
    """

    id: str
    titel: str
    slutsats: str
    svg: str
    tabell: Tabell
    rita: "Callable[[Tabell], Diagram] | None" = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Lista:
    """Pairs of term and description; `slag` "underskrifter" is a page of lines to sign on."""

    id: str
    poster: tuple[tuple[str, str], ...]
    slag: str = "lista"


Block = Tabell | Text | Diagram | Lista


@dataclass(frozen=True)
class Avsnitt:
    """A section: heading of level 1-4 (the contents list ends at 3) and its blocks, in order."""

    id: str
    rubrik: str
    niva: int = 1
    block: tuple[Block, ...] = ()
    # Where the association writes this section's words, if it does; None for a generated section.
    textid: str | None = None
    # What to write there, for the one who writes; never part of the document.
    ledtext: str = ""


@dataclass(frozen=True)
class Kontrollutfall:
    """The outcome of one rule: both values in base unit, and where they stand.

    `personer` says that it tells of counts of participants: it is then no part of a publication.
    """

    id: str
    rubrik: str
    ok: bool
    vanster: Decimal | int | str | None
    hoger: Decimal | int | str | None
    var: str
    text: str = ""
    undantag: str = ""
    personer: bool = False


@dataclass(frozen=True)
class Rapport:
    """A whole document for one period.

    `publicering` is the smallest count of persons that is shown in it, 0 for an internal one that
    shows them all.
    """

    slag: str
    titel: str
    period: Period
    forbund: str
    avsnitt: tuple[Avsnitt, ...]
    figurer: Mapping[str, Figur] = field(default_factory=dict)
    kontroller: tuple[Kontrollutfall, ...] = ()
    publicering: int = 0

    @property
    def tabeller(self) -> tuple[Tabell, ...]:
        """Every table of the document in reading order, those behind charts left out."""
        return tuple(b for a in self.avsnitt for b in a.block if isinstance(b, Tabell))

    @property
    def alla_tabeller(self) -> tuple[Tabell, ...]:
        """The same with those behind charts, each where its chart stands; every id once."""
        egna = {tabell.id for tabell in self.tabeller}
        block = [b for a in self.avsnitt for b in a.block]
        delar = [
            b.tabell if isinstance(b, Diagram) and b.tabell.id not in egna else b for b in block
        ]
        return tuple(b for b in delar if isinstance(b, Tabell))

    @property
    def roda(self) -> tuple[Kontrollutfall, ...]:
        """The rules that are broken and not let pass."""
        return tuple(k for k in self.kontroller if not k.ok and not k.undantag)

    @property
    def doljer(self) -> bool:
        """Whether any figure of it is hidden, in a table, behind a chart or for a text."""
        celler = (rad.varden for t in self.alla_tabeller for rad in t.rader)
        texter = (b.figurer.values() for a in self.avsnitt for b in a.block if isinstance(b, Text))
        alla = chain(self.figurer.values(), *celler, *texter)
        return any(isinstance(figur, Undertryckt) for figur in alla)
