"""An outline as data: which sections a document has, in which order, and what stands in each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ekonomi.calculations.avgifter import Avgifter
from finsam.periods import Period
from finsam.rapporter.dokument import Avsnitt, Block, Tabell, Text, Varde
from finsam.rapporter.ekonomitabeller import Ekonomitabeller
from finsam.rapporter.material import Registerunderlag, Textmaterial


@dataclass(frozen=True)
class Material:
    """All that a document is made from; the same material gives the same document."""

    period: Period
    register: Registerunderlag
    ekonomi: Ekonomitabeller
    texter: Textmaterial
    underskriftsdag: date
    # This year's and last year's fees as the allocations give them (F7-F9).
    avgifter: tuple[Avgifter | None, Avgifter | None] = (None, None)
    avgiftsfel: str = ""
    avgiftsadress: str = ""


@dataclass(frozen=True)
class Del:
    """One section of an outline.

    `ledtext` says what the association writes there; a section without one has no text of its
    own. `tabeller` are ids of economic tables, `slag` a kind of them; `block` builds what comes
    from the registers, `diagram` what is drawn, `under` sections below. What an association lacks
    is left out.
    """

    id: str
    rubrik: str
    niva: int
    ledtext: str = ""
    tabeller: tuple[str, ...] = ()
    slag: str = ""
    block: Callable[[Material], tuple[Block, ...]] | None = None
    diagram: Callable[[Material], tuple[Block, ...]] | None = None
    under: Callable[[Material], tuple[Avsnitt, ...]] | None = None


def sammanstall(
    disposition: tuple[Del, ...], material: Material, figurer: dict[str, Varde]
) -> tuple[Avsnitt, ...]:
    """The outline's sections filled in: text first, then tables. Every table stands once."""
    placerade = frozenset(id_ for del_ in disposition for id_ in del_.tabeller)
    avsnitt: list[Avsnitt] = []
    for del_ in disposition:
        avsnitt.append(_avsnitt(del_, material, figurer, placerade))
        if del_.under:
            avsnitt += del_.under(material)
    return tuple(avsnitt)


def _avsnitt(
    del_: Del, material: Material, figurer: dict[str, Varde], placerade: frozenset[str]
) -> Avsnitt:
    block: list[Block] = []
    text = material.texter.texter.get(del_.id) if del_.ledtext else None
    if text and text.markdown.strip():
        block.append(Text(del_.id, text.markdown, figurer))
    if del_.block:
        block += [b for b in del_.block(material) if not (isinstance(b, Tabell) and not b.rader)]
    block += [t for id_ in del_.tabeller if (t := material.ekonomi.tabell(id_))]
    if del_.diagram:
        block += del_.diagram(material)
    if del_.slag:
        block += material.ekonomi.av_slag(del_.slag, utom=placerade)
    return Avsnitt(
        id=del_.id,
        rubrik=del_.rubrik.format(ar=material.period.ar, forbund=material.register.forbund),
        niva=del_.niva,
        block=tuple(block),
        textid=del_.id if del_.ledtext else None,
        ledtext=del_.ledtext,
    )
