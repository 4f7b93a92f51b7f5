"""A meeting's papers built to one PDF: drawn, counted, put together, and told where all stands."""

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from finsam.rapporter.paket import dokument
from finsam.rapporter.paket.bokmarken import medforda
from finsam.rapporter.paket.delar import (
    KALLELSE,
    Del,
    Kalla,
    bilagenamn,
    bilagenyckel,
    bilagor,
    delarna,
    placerade,
    platser,
    punktnyckel,
    rubrik,
    skrivelser,
)
from finsam.rapporter.paket.fel import Paketfel
from finsam.rapporter.paket.oppna import Oppnad, Oppnade, antal_sidor
from finsam.rapporter.paket.sammanstall import Rubrik, Uppgifter, sammanstall
from finsam.typografi import datum
from styrelse.calculations.handlingar import Bilagerad, Handlingar, Punktrad, som_data

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
    with Oppnade() as oppnade:
        return _bygg(handlingar, bilagefiler, rita, mal, oppnade)


def _bygg(
    handlingar: Handlingar,
    bilagefiler: Mapping[int, Path],
    rita: Ritning,
    mal: Path,
    oppnade: Oppnade,
) -> Handlingar:
    bilagekallor = {b.bilaga: _bilagekalla(b, bilagefiler, oppnade) for b in bilagor(handlingar)}
    skrivna = _skrivelsekallor(handlingar, rita, oppnade)
    utkastet = rita(dokument.utkast(handlingar))
    kallelsen = Kalla(utkastet, 0, _sidor_i(utkastet, utkastet.stat().st_mtime_ns))
    for _ in range(FLEST_FORSOK):
        delar = list(delarna(handlingar, kallelsen, skrivna, bilagekallor))
        fore = kallelsen.sidor
        kallelsen = _helt(rita(dokument.kallelse(handlingar, platser(delar))), oppnade)
        if kallelsen.sidor == fore:
            break
    else:
        raise Paketfel("Kallelsens innehållsförteckning gick inte att sidnumrera.")
    delar = list(delarna(handlingar, kallelsen, skrivna, bilagekallor))
    i_kallelsen = _i_kallelsen(handlingar, oppnade.oppna(kallelsen.fil, KALLELSE))
    rubriker = _rubriker(handlingar, delar, i_kallelsen)
    sammanstall(delar, rubriker, _uppgifter(handlingar), mal, oppnade)
    return placerade(handlingar, platser(delar), i_kallelsen)


def _bilagekalla(rad: Bilagerad, filer: Mapping[int, Path], oppnade: Oppnade) -> Kalla:
    namn = bilagenamn(rad.nummer, rad.titel)
    if rad.bilaga not in filer:
        raise Paketfel(f"{namn} kan inte läsas: filen saknas.")
    return Kalla(filer[rad.bilaga], 0, len(oppnade.oppna(filer[rad.bilaga], namn).sidor))


# Asked again at every step until the notice with its page numbers has been drawn.
@lru_cache(maxsize=16)
def _sidor_i(fil: Path, andrad: int) -> int:
    return antal_sidor(fil)


def _helt(fil: Path, oppnade: Oppnade) -> Kalla:
    """Every page of a document drawn here."""
    return Kalla(fil, 0, len(oppnade.oppna(fil, KALLELSE).sidor))


def _skrivelsekallor(handlingar: Handlingar, rita: Ritning, oppnade: Oppnade) -> dict[int, Kalla]:
    """Where each writing stands in their common document, by the item's key."""
    med = skrivelser(handlingar)
    if not med:
        return {}
    fil = rita(dokument.skrivelsedokument(handlingar))
    oppnad = oppnade.oppna(fil, "Tjänsteskrivelserna")
    borjor = _rubriksidor(oppnad)
    if len(borjor) != len(med):
        raise Paketfel("Tjänsteskrivelserna gick inte att skilja från varandra.")
    slut = [*borjor[1:], len(oppnad.sidor)]
    return {
        punkt.punkt: Kalla(fil, fran, till - fran)
        for punkt, fran, till in zip(med, borjor, slut, strict=True)
    }


def _rubriksidor(oppnad: Oppnad, niva: int = 1) -> list[int]:
    """On which pages of a document drawn here its bookmarks of a level stand; 0 is the first."""
    plats = {sida.obj.objgen: nr for nr, sida in enumerate(oppnad.sidor)}
    poster = medforda(oppnad.pdf, lambda sida: sida)
    for _ in range(niva - 1):
        poster = [under for post in poster for under in post.under]
    return [plats[post.mal[0].objgen] for post in poster if post.mal is not None]


def _i_kallelsen(handlingar: Handlingar, kallelse: Oppnad) -> dict[int, int]:
    """On which page of the notice each item stands, by its key; the notice comes first."""
    sidor = _rubriksidor(kallelse, niva=2)
    if len(sidor) != len(handlingar.punkter):
        raise Paketfel("Punkterna i kallelsen gick inte att skilja från varandra.")
    poster = zip(handlingar.punkter, sidor, strict=True)
    return {punkt.punkt: nr + 1 for punkt, nr in poster}


def _rubriker(
    handlingar: Handlingar, delar: list[Del], i_kallelsen: Mapping[int, int]
) -> list[Rubrik]:
    finns = {del_.nyckel for del_ in delar}

    def punktens(punkt: Punktrad) -> Rubrik:
        under = tuple(
            Rubrik(bilagenamn(b.nummer, b.titel), bilagenyckel(b)) for b in punkt.ordnade_bilagor
        )
        if punktnyckel(punkt) in finns:
            return Rubrik(rubrik(punkt), punktnyckel(punkt), 0, under)
        return Rubrik(rubrik(punkt), KALLELSE, i_kallelsen[punkt.punkt] - 1, under)

    kallelse = Rubrik(dokument.titel(handlingar), KALLELSE)
    return [kallelse, *(punktens(punkt) for punkt in handlingar.punkter)]


def _uppgifter(handlingar: Handlingar) -> Uppgifter:
    namn = dokument.titel(handlingar)
    titel = f"{namn} {dokument.organ(handlingar)} {datum(handlingar.datum)} – {handlingar.forbund}"
    data = json.dumps(som_data(handlingar), sort_keys=True, ensure_ascii=False).encode()
    identitet = hashlib.sha256(data).digest()[:16]
    return Uppgifter(titel, handlingar.forbund, handlingar.kallelsedatum, identitet)
