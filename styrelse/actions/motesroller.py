"""Who leads a meeting, keeps its minutes and checks them: chosen among those present."""

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.actions.narvaro import I_UPPDRAG
from styrelse.actions.sittning import last_sittning
from styrelse.choices import Justeringsroll
from styrelse.models import Justering, Mote, Person

FRANVARANDE = "{namn} är inte antecknad som närvarande."
UTAN_UPPDRAG = "{namn} är varken ledamot eller ersättare."
DUBBELT = "{namn} kan inte underteckna protokollet i två egenskaper."


@transaction.atomic
def valj(mote: Mote, valda: Mapping[str, Sequence[Person]], user: Anvandare | None) -> None:
    """Makes those, and nobody else, sign the meeting's minutes, by role (Justeringsroll).

    A role that is left out stays as it is. Raises ValidationError for somebody who is not there,
    who is chosen twice, or who leads or checks without an office.
    """
    last = last_sittning(mote.pk)
    narvaro = {n.person_id: n.roll for n in last.narvaro.all()}
    sedda: set[int] = set()
    for roll, personer in valda.items():
        for person in personer:
            if person.pk not in narvaro:
                raise ValidationError(FRANVARANDE.format(namn=person))
            if roll != Justeringsroll.SEKRETERARE and narvaro[person.pk] not in I_UPPDRAG:
                raise ValidationError(UTAN_UPPDRAG.format(namn=person))
            if person.pk in sedda:
                raise ValidationError(DUBBELT.format(namn=person))
            sedda.add(person.pk)
    onskade = {(person.pk, roll) for roll, personer in valda.items() for person in personer}
    finns = {(j.person_id, j.roll): j for j in last.justeringar.all()}
    for nyckel, rad in finns.items():
        if rad.roll in valda and nyckel not in onskade:
            signera(rad, user).delete()
    for person_id, roll in sorted(onskade - set(finns)):
        rad = Justering(mote=last, person_id=person_id, roll=roll)
        rad.full_clean()
        signera(rad, user).save()
