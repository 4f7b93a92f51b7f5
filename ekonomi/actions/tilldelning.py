"""An allocation's way: entered, laid down by the board, and corrected by a new version."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from ekonomi.calculations.avgifter import AvgiftFel
from ekonomi.choices import Avgiftsstatus
from ekonomi.models import Tilldelning
from ekonomi.selectors.avgifter import avgifter_av
from finsam.models import Anvandare
from finsam.signering import signera

REDAN_FASTSTALLD = "Tilldelningen är redan fastställd."
REDAN_PABORJAD = "Året har redan en preliminär version: ändra den."
I_FORTID = "Datumet ligger efter dagens datum."


@transaction.atomic
def faststall_tilldelning(
    tilldelning: Tilldelning, user: Anvandare, beslutad: date, paragraf: str, idag: date
) -> None:
    """The board's decision: the version is locked. Raises ValidationError.

    Fees that cannot be shared to the krona cannot be laid down.
    """
    rad = Tilldelning.objects.select_for_update().get(pk=tilldelning.pk)
    if rad.last:
        raise ValidationError(REDAN_FASTSTALLD)
    if beslutad > idag:
        raise ValidationError({"beslutad": I_FORTID})
    try:
        avgifter_av(rad)
    except AvgiftFel as fel:
        raise ValidationError(str(fel)) from fel
    rad.status = Avgiftsstatus.FASTSTALLD
    rad.beslutad, rad.paragraf = beslutad, paragraf.strip()
    _spara(rad, user)


@transaction.atomic
def ny_version(verksamhetsar: int, user: Anvandare) -> Tilldelning:
    """A preliminary copy of the year's latest version, to be changed. Raises ValidationError."""
    versioner = Tilldelning.objects.select_for_update().filter(verksamhetsar=verksamhetsar)
    senaste = versioner.order_by("-version")[0]
    if not senaste.last:
        raise ValidationError(REDAN_PABORJAD)
    senaste.pk, senaste._state.adding = None, True
    senaste.version += 1
    senaste.status = Avgiftsstatus.PRELIMINAR
    senaste.beslutad, senaste.paragraf = None, ""
    _spara(senaste, user)
    return senaste


def _spara(rad: Tilldelning, user: Anvandare) -> None:
    rad.full_clean()
    signera(rad, user)
    rad.save()
