"""Saving a draft of a report: shared by those who write it, and never the report itself."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from finsam.models import Anvandare
from finsam.tabular.identity import identitet
from uppfoljning.actions.rapporter import OPPNA, byt_status, las
from uppfoljning.calculations.utkast import Skrivning, Utfall, skriv_in
from uppfoljning.choices import Rapportstatus
from uppfoljning.models import Kvartalsrapport, Rapportutkast


def personuppgifter(varden: Mapping[str, str]) -> dict[str, str]:
    """Fields that hold the number of a person, and what kind of number it is."""
    return {falt: vad for falt, text in varden.items() if (vad := identitet(text))}


@transaction.atomic
def spara_utkast(
    rapport: Kvartalsrapport, grund: Mapping[str, str], skrivning: Skrivning, user: Anvandare
) -> tuple[Rapportutkast, Utfall]:
    """The draft with the posting laid upon it, and what came of it. Raises Fellage when handed in.

    The first saving makes the report a draft. Nothing is written where nothing is new.
    """
    # The report's row first, as in handing in: what is saved here is in what is handed in, or is
    # refused.
    last = las(rapport.pk, OPPNA)
    utkast = Rapportutkast.objects.filter(rapport=last).first() or _nytt(last, user)
    utfall = skriv_in(grund, utkast.varden, utkast.senast, utkast.nr, skrivning)
    if utfall.skrivna:
        utkast.varden, utkast.senast, utkast.nr = utfall.varden, dict(utfall.senast), utfall.nr
        utkast.save()
    return utkast, utfall


def _nytt(rapport: Kvartalsrapport, user: Anvandare) -> Rapportutkast:
    if rapport.status == Rapportstatus.EJ_PABORJAD:
        byt_status(rapport, Rapportstatus.UTKAST, user)
    return Rapportutkast.objects.create(rapport=rapport)


def klockslag() -> str:
    """Now, as the traces of a draft tell it: "10:42"."""
    return f"{timezone.localtime():%H:%M}"
