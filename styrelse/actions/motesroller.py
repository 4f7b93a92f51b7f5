"""Who leads a meeting, keeps its minutes and checks them: chosen among those present."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.actions.narvaro import I_UPPDRAG
from styrelse.actions.sittning import last_sittning
from styrelse.choices import Justeringsroll
from styrelse.models import Justering, Mote, Paragrafunderskrift, Person

FRANVARANDE = "{namn} är inte antecknad som närvarande."
UTAN_UPPDRAG = "{namn} är varken ledamot eller ersättare."
REDAN_TECKNAT = "{namn} har redan undertecknat protokollet. Ta först tillbaka underskriften."
PARAGRAF_TECKNAD = "{namn} har undertecknat {paragraf}. Ta först tillbaka underskriften."
PARAGRAF_JUSTERAD = "{namn} har justerat {paragraf} och kan inte väljas bort. Välj en till."
DUBBELT = "{namn} kan inte underteckna protokollet i två egenskaper."


@transaction.atomic
def valj(mote: Mote, valda: Mapping[str, Sequence[Person]], user: Anvandare | None) -> None:
    """Makes those, and nobody else, sign the meeting's minutes, by role (Justeringsroll).

    A role that is left out stays as it is, and so does who is chosen already. Raises
    ValidationError for somebody new who is not there, or who leads or checks without an office,
    for who is chosen twice, and for who has signed, be it a single §, and would be taken away.
    """
    last = last_sittning(mote.pk)
    onskade = {(person.pk, roll): person for roll, personer in valda.items() for person in personer}
    finns = {(j.person_id, j.roll): j for j in last.justeringar.select_related("person")}
    nya = {nyckel: person for nyckel, person in onskade.items() if nyckel not in finns}
    _krav_en_egenskap(onskade.values())
    _krav_narvaro(last, nya)
    for nyckel, rad in finns.items():
        if rad.roll in valda and nyckel not in onskade:
            if rad.dag:
                raise ValidationError(REDAN_TECKNAT.format(namn=rad.person))
            _krav_otecknat(rad)
            signera(rad, user).delete()
    for (_, roll), person in nya.items():
        ny = Justering(mote=last, person=person, roll=roll)
        ny.full_clean()
        signera(ny, user).save()


def _krav_otecknat(rad: Justering) -> None:
    """Who has signed a § stays; somebody else may lead after one that has been approved."""
    egna = Paragrafunderskrift.objects.filter(
        punkt__mote=rad.mote_id, person=rad.person_id, roll=rad.roll
    )
    for en in egna.select_related("punkt__paragraf", "punkt__omedelbart"):
        justerad = hasattr(en.punkt, "omedelbart")
        if not justerad or rad.roll == Justeringsroll.JUSTERARE:
            text = PARAGRAF_JUSTERAD if justerad else PARAGRAF_TECKNAD
            raise ValidationError(text.format(namn=rad.person, paragraf=en.punkt.paragraf))


def _krav_en_egenskap(valda: Iterable[Person]) -> None:
    antal = Counter(valda)
    if dubbel := next((person for person in antal if antal[person] > 1), None):
        raise ValidationError(DUBBELT.format(namn=dubbel))


def _krav_narvaro(mote: Mote, nya: Mapping[tuple[int, str], Person]) -> None:
    narvaro = {n.person_id: n.roll for n in mote.narvaro.all()}
    for (_, roll), person in nya.items():
        if person.pk not in narvaro:
            raise ValidationError(FRANVARANDE.format(namn=person))
        if roll != Justeringsroll.SEKRETERARE and narvaro[person.pk] not in I_UPPDRAG:
            raise ValidationError(UTAN_UPPDRAG.format(namn=person))
