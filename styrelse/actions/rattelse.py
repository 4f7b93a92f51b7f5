"""Locked is locked: what approved minutes say wrong is put right by a new § that points at it."""

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.actions.dagordning import lagg_till_arende
from styrelse.models import Arende, Mote, Paragraf, Punkt

INTE_LAST = "Protokollet är inte justerat: ändra i utkastet."
FEL_ORGAN = "En paragraf rättas vid ett senare möte med samma organ."


@transaction.atomic
def ratta(paragraf: Paragraf, mote: Mote, text: str, user: Anvandare | None) -> Punkt:
    """A matter at the later meeting that proposes the correction, and points at the §.

    `text` are its att-satser, one a line. Raises ValidationError for minutes that are still open,
    unless the § has been approved at once, and for a meeting of another organ, an earlier one, or
    one that is over.
    """
    gammalt = paragraf.punkt.mote
    if not gammalt.last and not hasattr(paragraf.punkt, "omedelbart"):
        raise ValidationError(INTE_LAST)
    if mote.organ != gammalt.organ or (mote.datum, mote.start) <= (gammalt.datum, gammalt.start):
        raise ValidationError(FEL_ORGAN)
    arende = Arende(
        rubrik=f"Rättelse av {paragraf.fullt}, {paragraf.punkt.titel}"[:200],
        till_beslut=True,
        har_skrivelse=False,
        forslag=text,
        skapat_av=user,
    )
    arende.full_clean()
    signera(arende, user).save()
    punkt = lagg_till_arende(mote, arende, user)
    punkt.rattar = paragraf
    signera(punkt, user).save()
    return punkt
