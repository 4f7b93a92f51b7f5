"""A meeting's papers built to one PDF: drawn, counted, put together, and told where all stands."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf

from finsam.rapporter.paket import dokument
from finsam.rapporter.paket.delar import (
    KALLELSE,
    Del,
    Kalla,
    bilagenamn,
    bilagenyckel,
    bilagor,
    delarna,
    i_ordning,
    placerade,
    platser,
    punktnyckel,
    rubrik,
    skrivelser,
)
from finsam.rapporter.paket.fel import Paketfel
from finsam.rapporter.paket.oppna import oppna
from finsam.rapporter.paket.sammanstall import Rubrik, Uppgifter, sammanstall
from finsam.typografi import datum
from styrelse.calculations.handlingar import Bilagerad, Handlingar, Punktrad

# The notice says on which pages the parts stand, and is itself the first of them.
FLEST_FORSOK = 4
Ritning = Callable[[str], Path]


def bygg(
    handlingar: Handlingar, bilagefiler: Mapping[int, Path], rita: Ritning, mal: Path
) -> Handlingar:
    """Writes the pack to `mal`, and returns the papers with the pages they got there.

    `bilagefiler` are the annexes' PDFs by key, `rita` gives the PDF of a print document. The same
    papers and files give the same bytes. Raises Paketfel for an annex that is missing or cannot
    be read, with its number and title; none is ever left out.
    """
    bilagekallor = {b.bilaga: _bilagekalla(b, bilagefiler) for b in bilagor(handlingar)}
    skrivna = _skrivelsekallor(handlingar, rita)
    tom = rita(dokument.kallelse(handlingar, {}))
    kallelsen = Kalla(tom, 0, len(_sidrubriker(tom)[0]))
    for _ in range(FLEST_FORSOK):
        delar = list(delarna(handlingar, kallelsen, skrivna, bilagekallor))
        fil = rita(dokument.kallelse(handlingar, platser(delar)))
        sidor = len(_sidrubriker(fil)[0])
        stammer, kallelsen = sidor == kallelsen.sidor, Kalla(fil, 0, sidor)
        if stammer:
            break
    else:
        raise Paketfel("Kallelsens innehållsförteckning gick inte att sidnumrera.")
    delar = list(delarna(handlingar, kallelsen, skrivna, bilagekallor))
    i_kallelsen = _i_kallelsen(handlingar, fil)
    sammanstall(delar, _rubriker(handlingar, delar, i_kallelsen), _uppgifter(handlingar), mal)
    return placerade(handlingar, platser(delar), i_kallelsen)


def _bilagekalla(rad: Bilagerad, filer: Mapping[int, Path]) -> Kalla:
    namn = bilagenamn(rad.nummer, rad.titel)
    if rad.bilaga not in filer:
        raise Paketfel(f"{namn} kan inte läsas: filen saknas.")
    with oppna(filer[rad.bilaga], namn) as pdf:
        return Kalla(filer[rad.bilaga], 0, len(pdf.pages))


def _skrivelsekallor(handlingar: Handlingar, rita: Ritning) -> dict[int, Kalla]:
    """Where each writing stands in their common document, by the item's key."""
    med = skrivelser(handlingar)
    if not med:
        return {}
    fil = rita(dokument.skrivelsedokument(handlingar))
    sidor, borjor = _sidrubriker(fil)
    if len(borjor) != len(med):
        raise Paketfel("Tjänsteskrivelserna gick inte att skilja från varandra.")
    slut = [*borjor[1:], len(sidor)]
    return {
        punkt.punkt: Kalla(fil, fran, till - fran)
        for punkt, fran, till in zip(med, borjor, slut, strict=True)
    }


def _sidrubriker(fil: Path, niva: int = 1) -> tuple[list[tuple[int, int]], list[int]]:
    """The pages of a document drawn here, and on which of them its bookmarks of a level stand."""
    with pikepdf.open(fil) as pdf:
        sidor = [sida.obj.objgen for sida in pdf.pages]
        plats = {objgen: nr for nr, objgen in enumerate(sidor)}
        with pdf.open_outline() as oversikt:
            poster = list(oversikt.root)
            for _ in range(niva - 1):
                poster = [under for post in poster for under in post.children]
            return sidor, [plats[_malsida(post)] for post in poster]


def _malsida(post: pikepdf.OutlineItem) -> tuple[int, int]:
    mal = post.destination
    if not isinstance(mal, pikepdf.Array):
        raise TypeError(f"{post.title}: bokmärket leder ingenstans")
    return mal[0].objgen


def _i_kallelsen(handlingar: Handlingar, fil: Path) -> dict[int, int]:
    """On which page of the notice each item stands, by its key; the notice comes first."""
    sidor = _sidrubriker(fil, niva=2)[1]
    poster = zip(handlingar.punkter, sidor, strict=True)
    return {punkt.punkt: nr + 1 for punkt, nr in poster}


def _rubriker(
    handlingar: Handlingar, delar: list[Del], i_kallelsen: Mapping[int, int]
) -> list[Rubrik]:
    finns = {del_.nyckel for del_ in delar}

    def punktens(punkt: Punktrad) -> Rubrik:
        under = tuple(
            Rubrik(bilagenamn(b.nummer, b.titel), bilagenyckel(b)) for b in i_ordning(punkt)
        )
        if punktnyckel(punkt) in finns:
            return Rubrik(rubrik(punkt), punktnyckel(punkt), 0, under)
        return Rubrik(rubrik(punkt), KALLELSE, i_kallelsen[punkt.punkt] - 1, under)

    kallelse = Rubrik(dokument.titel(handlingar), KALLELSE)
    return [kallelse, *(punktens(punkt) for punkt in handlingar.punkter)]


def _uppgifter(handlingar: Handlingar) -> Uppgifter:
    namn = dokument.titel(handlingar)
    titel = f"{namn} {dokument.organ(handlingar)} {datum(handlingar.datum)} – {handlingar.forbund}"
    return Uppgifter(titel, handlingar.forbund, handlingar.kallelsedatum)
