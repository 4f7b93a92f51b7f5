"""What a meeting had before it on each item: as it was sent, else as it stands now."""

from collections.abc import Iterable
from dataclasses import replace

from django.core.exceptions import ValidationError

from styrelse.calculations.handlingar import Delrad, Punktrad, las
from styrelse.models import Delarende, Mote, Motespaket
from styrelse.selectors.handlingar import handlingar


def underlag_som_skickats(mote: Mote) -> dict[int, Punktrad]:
    """Each item that has been sent, by its key; annexes that came later stand last in it.

    One query.
    """
    svar: dict[int, Punktrad] = {}
    paket = Motespaket.objects.filter(mote=mote).order_by("nummer")
    for innehall in paket.values_list("innehall", flat=True):
        for rad in las(innehall).punkter:
            svar[rad.punkt] = _med(svar[rad.punkt], rad) if rad.punkt in svar else rad
    return svar


def utskickade_punkter(moten: Iterable[int]) -> set[int]:
    """The items of those meetings, by key, that have been sent. One query."""
    paket = Motespaket.objects.filter(mote__in=set(moten))
    innehall = paket.values_list("innehall__punkter", flat=True)
    return {rad["punkt"] for punkter in innehall for rad in punkter or ()}


def underlaget(mote: Mote) -> dict[int, Punktrad]:
    """Every item of the meeting by its key; what was never sent as it stands now.

    An item whose words ask for a figure that no annex has is left out.
    """
    skickat = underlag_som_skickats(mote)
    if mote.punkter.exclude(pk__in=skickat).exists():
        try:
            nu = {rad.punkt: rad for rad in handlingar(mote).punkter}
        except ValidationError:
            nu = {}
        return {**nu, **skickat}
    return skickat


def forslaget(rad: Punktrad | Delrad | None) -> tuple[str, ...]:
    """What the meeting is to decide on: the office's proposal, or as the committee changed it."""
    if rad is None:
        return ()
    utskottets = rad.au_forslag and (rad.au_andrat or not rad.forslag)
    return rad.au_forslag if utskottets else rad.forslag


def delforslagen(rad: Punktrad | None, delar: Iterable[Delarende]) -> dict[int, tuple[str, ...]]:
    """The same of each part, by its key; of one that has come or been renamed since, its own."""
    sedda = {(del_.bokstav, del_.rubrik): del_ for del_ in rad.delar} if rad else {}
    return {
        del_.pk: forslaget(sedda[nyckel]) if nyckel in sedda else _satser(del_.forslag)
        for del_ in delar
        for nyckel in [(del_.bokstav, del_.rubrik)]
    }


def _satser(text: str) -> tuple[str, ...]:
    return tuple(rad.strip() for rad in text.splitlines() if rad.strip())


def _med(rad: Punktrad, tillagg: Punktrad) -> Punktrad:
    return replace(rad, bilagor=(*rad.bilagor, *tillagg.bilagor))
