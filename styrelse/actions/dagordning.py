"""Changing an agenda: each change locks the meeting, so that two never undo each other."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.actions.foregaende import bifoga_foregaende
from styrelse.actions.paragrafer import nasta_paragraf
from styrelse.calculations.dagordningslage import (
    Dagordningslage,
    dagordningslage,
    hinder_flytta,
    hinder_skriva,
    hinder_vaxa,
)
from styrelse.choices import Motesstatus, Punktplats, Punktslag
from styrelse.models import Arende, Dagordningsmall, Mote, Punkt
from styrelse.selectors.dagordning import i_ordning, punkter_i_ordning

AVSLUTAT = "Ärendet är avslutat."
I_SIN_GRUPP = (Punktslag.OPPNANDE, Punktslag.ARENDE)


class Omkastad(ValidationError):
    """The agenda has been changed since the page that the user saw was made."""


def last_mote(mote: Mote, hinder: Callable[[str], str]) -> Mote:
    """The meeting's row, locked. Raises ValidationError with what `hinder` says of its status."""
    last = Mote.objects.select_for_update().get(pk=mote.pk)
    if skal := hinder(last.status):
        raise ValidationError(skal)
    return last


def _ny_version(mote: Mote, user: Anvandare | None) -> None:
    mote.dagordningsversion += 1
    signera(mote, user).save()


@transaction.atomic
def flytta(punkt: Punkt, till: int, version: int, user: Anvandare) -> bool:
    """Moves the item to the place that has number `till`.

    Matters and the opening keep to their own group: a number outside it moves them to its nearest
    end. Another fixed item can stand anywhere before the closing: where it comes to stand says
    whether it is among the first, the matters or the last. True when it moved. Raises Omkastad
    when the agenda is no longer the `version` that the user saw, ValidationError when the notice
    has been sent.
    """
    mote = last_mote(punkt.mote, hinder_flytta)
    if mote.dagordningsversion != version:
        raise Omkastad("Dagordningen har ändrats sedan du öppnade sidan.")
    fore = [p for p in punkter_i_ordning(mote) if p.slag != Punktslag.AVSLUTANDE]
    denna = next((p for p in fore if p.pk == punkt.pk), None)
    if denna is None:
        return False
    andra = [p for p in fore if p.pk != denna.pk]
    mal = min(max(till - 1, 0), len(andra))
    if denna.slag in I_SIN_GRUPP:
        egna = [nr for nr, p in enumerate(fore) if p.plats == denna.plats]
        mal = min(max(mal, egna[0]), egna[-1])
    ordnade = [*andra[:mal], denna, *andra[mal:]]
    if ordnade == fore:
        return False
    if denna.slag not in I_SIN_GRUPP:
        denna.plats = _plats(andra, mal)
        signera(denna, user).save()
    for plats in {p.plats for p in ordnade}:
        _numrera_om([p for p in ordnade if p.plats == plats], user)
    _ny_version(mote, user)
    return True


def _plats(andra: list[Punkt], mal: int) -> str:
    """The group that a fixed item belongs to when it stands before the one at `mal`."""
    forst = sum(p.plats == Punktplats.FORST for p in andra)
    sist = sum(p.plats == Punktplats.SIST for p in andra)
    if mal <= forst:
        return Punktplats.FORST
    return Punktplats.SIST if mal >= len(andra) - sist else ""


def _numrera_om(punkter: list[Punkt], user: Anvandare | None) -> None:
    for ordning, punkt in enumerate(punkter, start=1):
        if punkt.ordning != ordning:
            punkt.ordning = ordning
            signera(punkt, user).save()


@transaction.atomic
def lagg_till_arende(mote: Mote, arende: Arende, user: Anvandare | None) -> Punkt:
    """The matter last among the matters; after the notice has been sent, as an addition to it.

    Raises ValidationError for a matter that is closed, or there already, and for a meeting that
    is over.
    """
    last = last_mote(mote, hinder_vaxa)
    if Arende.objects.select_for_update().get(pk=arende.pk).avslutat:
        raise ValidationError(AVSLUTAT)
    punkt = Punkt(mote=last, arende=arende, slag=Punktslag.ARENDE)
    return _lagg_till(punkt, user)


@transaction.atomic
def lagg_till_fast(punkt: Punkt, user: Anvandare | None) -> Punkt:
    """The item, not yet stored, last at its place. Raises ValidationError as above."""
    punkt.mote = last_mote(punkt.mote, hinder_vaxa)
    return _lagg_till(punkt, user)


@transaction.atomic
def lagg_till_ovrig(mote: Mote, rubrik: str, user: Anvandare | None) -> Punkt:
    """A matter with nothing but its heading, among the closing items. Raises ValidationError."""
    last = last_mote(mote, hinder_vaxa)
    arende = Arende(rubrik=rubrik, till_diskussion=True, har_skrivelse=False, skapat_av=user)
    signera(arende, user).save()
    punkt = Punkt(mote=last, arende=arende, plats=Punktplats.SIST, slag=Punktslag.ARENDE)
    return _lagg_till(punkt, user)


def _lagg_till(punkt: Punkt, user: Anvandare | None) -> Punkt:
    """Stores the new item of a locked meeting, with a § where the meeting is open."""
    mote = punkt.mote
    if dagordningslage(mote.status) == Dagordningslage.VAXER:
        punkt.tillagd = True
        punkt.plats = ""
    sist = mote.punkter.filter(plats=punkt.plats).aggregate(sist=Max("ordning"))["sist"] or 0
    punkt.ordning = sist + 1
    punkt.full_clean()
    signera(punkt, user).save()
    _ny_version(mote, user)
    if punkt.slag == Punktslag.FOREGAENDE_PROTOKOLL:
        bifoga_foregaende(mote, user)
    _ge_paragraf(punkt, mote, user)
    return punkt


def _ge_paragraf(punkt: Punkt, mote: Mote, user: Anvandare | None) -> None:
    """Items have their §§ when the meeting opens; what comes later gets the next one at once."""
    if mote.status == Motesstatus.PAGAR:
        nasta_paragraf(punkt, user)


@transaction.atomic
def ta_bort(punkt: Punkt, user: Anvandare) -> bool:
    """Takes the item off the agenda; once the notice is sent it stays, marked as withdrawn.

    True when it is gone, False when it is marked. A matter itself is left as it is. Raises
    ValidationError for a meeting that is over, and for an item that has been minuted.
    """
    mote = last_mote(punkt.mote, hinder_vaxa)
    rad = Punkt.objects.select_for_update().get(pk=punkt.pk)
    if hasattr(rad, "paragraf"):
        raise ValidationError(f"Punkten har blivit {rad.paragraf} och kan inte utgå.")
    if rad.nummer is None:
        signera(rad, user).delete()
        _numrera_om(i_ordning(mote.punkter.filter(plats=rad.plats)), user)
    else:
        rad.utgar = True
        signera(rad, user).save()
    _ny_version(mote, user)
    return rad.pk is None


@transaction.atomic
def aterta(punkt: Punkt, user: Anvandare) -> None:
    """Takes up again an item that was withdrawn, with a § where the meeting is open.

    Raises ValidationError for a meeting that is over.
    """
    mote = last_mote(punkt.mote, hinder_vaxa)
    rad = Punkt.objects.select_for_update().get(pk=punkt.pk)
    rad.utgar = False
    signera(rad, user).save()
    _ge_paragraf(rad, mote, user)
    _ny_version(mote, user)


@transaction.atomic
def skriv_fast(punkt: Punkt, user: Anvandare) -> None:
    """Stores a fixed item's new words. Raises ValidationError when the notice has been sent."""
    mote = last_mote(punkt.mote, hinder_skriva)
    punkt.full_clean()
    signera(punkt, user).save()
    _ny_version(mote, user)


@transaction.atomic
def fran_mall(mote: Mote, user: Anvandare | None) -> list[Punkt]:
    """The fixed items that the organ's meetings have and this agenda lacks, put on it.

    Raises ValidationError when the notice has been sent.
    """
    last = last_mote(mote, hinder_flytta)
    har = set(last.punkter.values_list("slag", "rubrik"))
    nya = [
        Punkt(
            mote=last, plats=m.plats, ordning=m.ordning, slag=m.slag, rubrik=m.rubrik, text=m.text
        )
        for m in Dagordningsmall.objects.filter(organ=last.organ).order_by("plats", "ordning")
        if (m.slag, m.rubrik) not in har
    ]
    for punkt in nya:
        signera(punkt, user).save()
    if nya:
        _ny_version(last, user)
        bifoga_foregaende(last, user)
    return nya
