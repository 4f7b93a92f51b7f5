"""In which order a pack's pages stand, and how its parts are named. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from styrelse.calculations.handlingar import Bilagerad, Handlingar, Punktrad


@dataclass(frozen=True)
class Kalla:
    """A PDF to take pages from: the first page (0 = the file's first) and how many."""

    fil: Path
    fran: int
    sidor: int


@dataclass(frozen=True)
class Del:
    """A run of pages that belong together: the notice, a writing or an annex.

    `nyckel` names it as links in the notice do ("punkt-3", "bilaga-7"), `markning` is what is
    stamped on its pages ("Bilaga 4.1", empty for none). `egen` says that its words are the pack's
    own, without bookmarks of theirs to keep.
    """

    nyckel: str
    titel: str
    markning: str
    kalla: Kalla
    egen: bool = False


Platser = Mapping[str, tuple[int, int]]

KALLELSE = "kallelse"


def punktnyckel(punkt: Punktrad) -> str:
    return f"punkt-{punkt.punkt}"


def bilagenyckel(bilaga: Bilagerad) -> str:
    return f"bilaga-{bilaga.bilaga}"


def bilagenamn(nummer: str, titel: str) -> str:
    """ "Bilaga 4.1: Delårsrapport", as in messages, contents and bookmarks."""
    return f"Bilaga {nummer}: {titel}" if nummer else f"Bilaga: {titel}"


def skrivelser(handlingar: Handlingar) -> tuple[Punktrad, ...]:
    """The items with a writing, in the order in which these are drawn."""
    return tuple(punkt for punkt in handlingar.punkter if punkt.skrivelse)


def bilagor(handlingar: Handlingar) -> tuple[Bilagerad, ...]:
    """Every annex in the order of the pack."""
    return tuple(bilaga for punkt in handlingar.punkter for bilaga in punkt.ordnade_bilagor)


def delarna(
    handlingar: Handlingar,
    kallelse: Kalla,
    skrivelsernas: Mapping[int, Kalla],
    bilagornas: Mapping[int, Kalla],
) -> Iterator[Del]:
    """The pack's parts in reading order; the mappings are by the item's and the annex's key."""
    yield Del(KALLELSE, "Kallelse", "", kallelse, egen=True)
    for punkt in handlingar.punkter:
        if punkt.skrivelse:
            nummer = punkt.skrivelse.nummer
            yield Del(
                punktnyckel(punkt),
                rubrik(punkt),
                f"Bilaga {nummer}" if nummer else "",
                skrivelsernas[punkt.punkt],
                egen=True,
            )
        for bilaga in punkt.ordnade_bilagor:
            yield Del(
                bilagenyckel(bilaga),
                bilagenamn(bilaga.nummer, bilaga.titel),
                f"Bilaga {bilaga.nummer}".strip(),
                bilagornas[bilaga.bilaga],
            )


def rubrik(punkt: Punktrad) -> str:
    """ "4. Delårsrapport 2021": an item in contents and bookmarks."""
    return f"{punkt.nummer}. {punkt.rubrik}" if punkt.nummer else punkt.rubrik


def platser(delar: list[Del]) -> dict[str, tuple[int, int]]:
    """Each part's first page in the pack, counted from 1, and how many it has."""
    svar, nasta = {}, 1
    for del_ in delar:
        svar[del_.nyckel] = (nasta, del_.kalla.sidor)
        nasta += del_.kalla.sidor
    return svar


def placerade(handlingar: Handlingar, pa: Platser, i_kallelsen: Mapping[int, int]) -> Handlingar:
    """The papers with their pages filled in.

    An item without a writing stands where the agenda has it: `i_kallelsen`, by its key.
    """

    def bilaga(rad: Bilagerad) -> Bilagerad:
        forsta, sidor = pa[bilagenyckel(rad)]
        return replace(rad, forsta_sida=forsta, sidor=sidor)

    def punkt(rad: Punktrad) -> Punktrad:
        forsta = pa.get(punktnyckel(rad), (i_kallelsen.get(rad.punkt, 0), 0))[0]
        return replace(rad, forsta_sida=forsta, bilagor=tuple(map(bilaga, rad.bilagor)))

    return replace(handlingar, punkter=tuple(map(punkt, handlingar.punkter)))
