"""An outline as data: which sections a document has, in which order, and what stands in each."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from ekonomi.calculations.avgifter import Avgifter
from ekonomi.uppstallning.malmatt import Malrad
from finsam.periods import Period
from finsam.rapporter.dokument import Avsnitt, Block, Tabell, Text, Varde
from finsam.rapporter.ekonomitabeller import Ekonomitabeller
from finsam.rapporter.kapitel.uppfoljning.deltagare import Deltagartal, deltagartal
from finsam.rapporter.material import Registerunderlag, Textmaterial
from finsam.rapporter.uppfoljning.material import INGEN_UPPFOLJNING, Uppfoljningsmaterial
from finsam.rapporter.uppfoljning.raknat import Raknat
from uppfoljning.calculations.internkontroll import Plan


@dataclass(frozen=True, kw_only=True)
class Grundmaterial:
    """What every document is made from; the same material gives the same document."""

    period: Period
    register: Registerunderlag
    texter: Textmaterial
    uppfoljning: Uppfoljningsmaterial = INGEN_UPPFOLJNING
    # The year's plan of internal control; None for a year without one.
    internkontroll: Plan | None = None

    @cached_property
    def deltagare(self) -> Deltagartal | None:
        """The participants of the insatser that count them; None where there is no follow-up."""
        if self.uppfoljning.deltagare is None:
            return None
        return deltagartal(self.uppfoljning, self.period)

    @property
    def summa(self) -> Raknat | None:
        """All participants of the period together."""
        return self.deltagare.summa.raknat if self.deltagare else None

    @property
    def ekonomitid(self) -> str:
        """The time that the accounts are of, in words."""
        return self.period.i_text

    def ekonomitabell(self, id_: str) -> Tabell | None:
        """The economic table of that id, where the document has a ledger's tables."""
        return None

    def ekonomitabeller(self, slag: str, utom: frozenset[str]) -> tuple[Tabell, ...]:
        """The economic tables of a kind, those in `utom` left out."""
        return ()


@dataclass(frozen=True, kw_only=True)
class Material(Grundmaterial):
    """What a document with the year's accounts is made from."""

    ekonomi: Ekonomitabeller
    underskriftsdag: date
    # This year's and last year's fees as the allocations give them (F7-F9).
    avgifter: tuple[Avgifter | None, Avgifter | None] = (None, None)
    avgiftsfel: str = ""
    avgiftsadress: str = ""
    # The year's financial goals as they stand when the period ends.
    finansiella_mal: tuple[Malrad, ...] = ()
    maladress: str = ""
    # The day the document is made, and whether a version of it has been decided.
    dag: date | None = None
    faststalld: bool = False

    @property
    def ekonomitid(self) -> str:
        return self.ekonomi.berakning.period.i_text

    def ekonomitabell(self, id_: str) -> Tabell | None:
        return self.ekonomi.tabell(id_)

    def ekonomitabeller(self, slag: str, utom: frozenset[str]) -> tuple[Tabell, ...]:
        return self.ekonomi.av_slag(slag, utom=utom)


M = TypeVar("M", bound=Grundmaterial)


@dataclass(frozen=True)
class Del(Generic[M]):
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
    block: Callable[[M], tuple[Block, ...]] | None = None
    diagram: Callable[[M], tuple[Block, ...]] | None = None
    under: Callable[[M], tuple[Avsnitt, ...]] | None = None


def sammanstall(
    disposition: tuple[Del[M], ...], material: M, figurer: dict[str, Varde]
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
    del_: Del[M], material: M, figurer: dict[str, Varde], placerade: frozenset[str]
) -> Avsnitt:
    block: list[Block] = []
    text = material.texter.texter.get(del_.id) if del_.ledtext else None
    if text and text.markdown.strip():
        block.append(Text(del_.id, text.markdown, figurer))
    if del_.block:
        block += [b for b in del_.block(material) if not (isinstance(b, Tabell) and not b.rader)]
    block += [t for id_ in del_.tabeller if (t := material.ekonomitabell(id_))]
    if del_.diagram:
        block += del_.diagram(material)
    if del_.slag:
        block += material.ekonomitabeller(del_.slag, placerade)
    return Avsnitt(
        id=del_.id,
        rubrik=del_.rubrik.format(
            ar=material.period.ar,
            tid=material.period.i_text,
            ekonomitid=material.ekonomitid,
            period=material.period.namn,
            forbund=material.register.forbund,
        ),
        niva=del_.niva,
        block=tuple(block),
        textid=del_.id if del_.ledtext else None,
        ledtext=del_.ledtext,
    )
