"""How far a reader has come in a meeting's papers: page by page, item by item. Pure."""

from dataclasses import dataclass

from styrelse.calculations.lasning import Laspaket, Laspunkt

LAST, PABORJAD = "Läst", "Påbörjad"


@dataclass(frozen=True)
class Lasta:
    """The pages that a reader has opened: items and annexes, each by their keys."""

    punkter: frozenset[int] = frozenset()
    bilagor: frozenset[int] = frozenset()


def framsteg(punkt: Laspunkt, lasta: Lasta) -> str:
    """ "Läst" where the item and all its annexes are opened, "Påbörjad" where some are, else ""."""
    sidor = [
        punkt.rad.punkt in lasta.punkter,
        *(bilaga.rad.bilaga in lasta.bilagor for bilaga in punkt.bilagor),
    ]
    if all(sidor):
        return LAST
    return PABORJAD if any(sidor) else ""


def antal_lasta(paket: Laspaket, lasta: Lasta) -> int:
    """The number of items that are read with all their annexes."""
    return sum(framsteg(punkt, lasta) == LAST for punkt in paket.punkter)
