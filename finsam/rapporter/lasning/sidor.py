"""What every page of the reading view is built from: where one is, and where one can go."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from styrelse.calculations.lasning import Lasbilaga, Lassida, grannar, lasordning
from styrelse.calculations.lasplats import Plats
from styrelse.selectors.lasning import Lasmaterial


@dataclass(frozen=True)
class Lank:
    """A page to go to: its address and what it is called."""

    adress: str
    text: str


@dataclass(frozen=True)
class Lage:
    """Where the page stands: the item's place among all, and the pages around it.

    `fore` and `efter` are the neighbours in the order of reading, annexes included;
    `forra_punkt` and `nasta_punkt` the items before and after.
    """

    nr: int
    antal: int
    fore: Lank | None
    efter: Lank | None
    forra_punkt: Lank | None
    nasta_punkt: Lank | None


def punktadress(mote: int, punkt: int) -> str:
    return reverse("rapporter:las_punkt", args=[mote, punkt])


def bilageadress(mote: int, bilaga: int) -> str:
    return reverse("rapporter:las_bilaga", args=[mote, bilaga])


def sidlank(material: Lasmaterial, sida: Lassida | None) -> Lank | None:
    """The page as a link; None stays None."""
    if sida is None:
        return None
    if sida.bilaga:
        bilaga = material.paket.bilaga(sida.bilaga)
        return Lank(bilageadress(material.mote.pk, sida.bilaga), bilagenamn(bilaga))
    rad = material.paket.punkt(sida.punkt).rad
    return Lank(punktadress(material.mote.pk, sida.punkt), f"{rad.nummer}. {rad.rubrik}")


def bilagenamn(bilaga: Lasbilaga) -> str:
    return f"Bilaga {bilaga.rad.nummer}: {bilaga.rad.titel}"


def lage(material: Lasmaterial, sida: Lassida) -> Lage:
    """Where the page stands. Raises ValueError for a page that the pack does not have."""
    ordning = lasordning(material.paket)
    punkter = [Lassida(punkt.rad.punkt) for punkt in material.paket.punkter]
    har = Lassida(sida.punkt)
    fore, efter = _lankar(material, ordning, sida)
    forra, nasta = _lankar(material, punkter, har)
    return Lage(punkter.index(har) + 1, len(punkter), fore, efter, forra, nasta)


def fortsatt(material: Lasmaterial, plats: Plats | None) -> Lank | None:
    """Where the reader was last, None where that is nowhere in the pack."""
    if plats is None:
        return None
    try:
        if plats.slag == "punkt":
            sida = Lassida(material.paket.punkt(plats.nyckel).rad.punkt)
        else:
            sida = Lassida(material.paket.bilaga(plats.nyckel).punkt, plats.nyckel)
    except KeyError:
        return None
    return _till_stallet(sidlank(material, sida), plats)


def _till_stallet(lank: Lank | None, plats: Plats) -> Lank | None:
    if lank is None or not plats.stalle:
        return lank
    if plats.sida:
        return Lank(f"{lank.adress}#sida-{plats.sida}", f"{lank.text}, sida {plats.sida}")
    return Lank(f"{lank.adress}#{plats.stalle}", lank.text)


def _lankar(
    material: Lasmaterial, sidor: Sequence[Lassida], sida: Lassida
) -> tuple[Lank | None, Lank | None]:
    fore, efter = grannar(sidor, sida)
    return sidlank(material, fore), sidlank(material, efter)
