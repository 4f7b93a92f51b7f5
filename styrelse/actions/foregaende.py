"""The approved minutes of one meeting, attached by themselves to the next one's agenda."""

from django.db import transaction

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.actions.arende import bifoga_dokument
from styrelse.calculations.dagordningslage import hinder_vaxa
from styrelse.choices import Bilageslag, Motesstatus
from styrelse.models import Arende, Arendebilaga, Mote, Protokoll, Punkt
from styrelse.selectors.foregaende import foregaende, kalla, protokollspunkt


@transaction.atomic
def bifoga_foregaende(mote: Mote, user: Anvandare | None) -> Arendebilaga | None:
    """Attaches the previous meeting's approved minutes to the item that the agenda has for them.

    None, and nothing done, where there is no such item, the minutes are not approved, the item has
    an annex already, or the meeting is over.
    """
    last = Mote.objects.select_for_update().get(pk=mote.pk)
    punkt = protokollspunkt(last)
    if punkt is None or punkt.utgar or hinder_vaxa(last.status):
        return None
    lage = foregaende(last, punkt)
    if lage.protokoll is None or lage.bilaga:
        return None
    return _bifoga(punkt, lage.protokoll, user)


def bifoga_vid_nasta(mote: Mote, user: Anvandare | None) -> Arendebilaga | None:
    """Called when a meeting's minutes are approved: puts them on the organ's next agenda."""
    senare = Mote.objects.filter(organ=mote.organ, datum__gt=mote.datum)
    nasta = senare.exclude(status=Motesstatus.INSTALLT).order_by("datum", "start").first()
    return bifoga_foregaende(nasta, user) if nasta else None


def _bifoga(punkt: Punkt, protokoll: Protokoll, user: Anvandare | None) -> Arendebilaga:
    arende = punkt.arende
    if arende is None:
        arende = Arende(rubrik=punkt.rubrik, har_skrivelse=False, skapat_av=user)
        signera(arende, user).save()
        punkt.arende = arende
        signera(punkt, user).save()
    return bifoga_dokument(
        arende, protokoll.innehall, str(protokoll), kalla(protokoll), Bilageslag.PROTOKOLL, user
    )
