"""A reader's own writes: a note, and how far the reader has come. Nobody else's eyes or log."""

from dataclasses import dataclass

from django.db import transaction

from finsam.models import Anvandare
from styrelse.calculations.lasanteckning import forenad
from styrelse.calculations.lasframsteg import Lasta
from styrelse.calculations.lasplats import Plats
from styrelse.models import Lasanteckning, Lasplats


@dataclass(frozen=True)
class Sparad:
    """A note as it stands now. `version` names this state of it, empty where there is none.

    `krock` says that another device had written meanwhile, and that the text now holds both.
    """

    text: str
    version: str
    krock: bool = False


def anteckningens_version(anteckning: Lasanteckning | None) -> str:
    """What a page must say that it began from; empty where there was no note."""
    return anteckning.andrad_at.isoformat() if anteckning else ""


@dataclass(frozen=True)
class Var:
    """What a note is on: an item, or with `bilaga` one of its annexes."""

    punkt: int
    bilaga: int | None = None


@transaction.atomic
def spara_anteckning(var: Var, text: str, bas: str, anvandare: Anvandare) -> Sparad:
    """Keeps the note that was written from the version `bas`; an empty text takes it away.

    Where it has been changed since on another device, both texts are kept.
    """
    rad, ny = Lasanteckning.objects.get_or_create(
        punkt_id=var.punkt, bilaga_id=var.bilaga, anvandare=anvandare
    )
    rad = Lasanteckning.objects.select_for_update().get(pk=rad.pk)
    krock = not ny and anteckningens_version(rad) != bas and rad.text != text
    rad.text = forenad(rad.text, text) if krock else text
    if not rad.text:
        rad.delete()
        return Sparad("", "", krock)
    rad.save()
    return Sparad(rad.text, anteckningens_version(rad), krock)


@transaction.atomic
def spara_plats(mote: int, plats: Plats, lasta: Lasta, anvandare: Anvandare) -> None:
    """Keeps where the reader is, and adds to the pages that have been read."""
    grund = {"plats": str(plats)}
    rad, _ = Lasplats.objects.get_or_create(mote_id=mote, anvandare=anvandare, defaults=grund)
    rad = Lasplats.objects.select_for_update().get(pk=rad.pk)
    rad.plats = str(plats)
    rad.lasta = sorted({*rad.lasta, *lasta.punkter})
    rad.lasta_bilagor = sorted({*rad.lasta_bilagor, *lasta.bilagor})
    rad.save()
