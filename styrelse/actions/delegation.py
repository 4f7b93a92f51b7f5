"""Decisions taken for the board: numbered as they are entered, and told of when it meets."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.delegering import anmalningsslagen
from styrelse.models import Delegationsbeslut, Mote, Punkt
from styrelse.selectors.delegation import delegationspunkt

ANMALT = "Beslutet är anmält till styrelsen och ändras inte."
ANNAT_AR = "Beslutet har nummer {beslut}: datumet måste ligga i {ar}."
FORSOK = 5


def registrera(beslut: Delegationsbeslut, user: Anvandare | None) -> Delegationsbeslut:
    """Stores the new decision with its year's next number. Raises ValidationError.

    Two that are entered at once get each their own: the one that comes second takes the next.
    """
    beslut.verksamhetsar = beslut.datum.year
    beslut.registrerat_av = user
    for forsok in range(FORSOK):
        beslut.lopnummer = _nasta(beslut.verksamhetsar)
        try:
            with transaction.atomic():
                signera(beslut, user).save()
        except IntegrityError:
            if forsok == FORSOK - 1:
                raise
        else:
            break
    return beslut


def _nasta(ar: int) -> int:
    rader = Delegationsbeslut.objects.filter(verksamhetsar=ar)
    return int(rader.aggregate(sist=Max("lopnummer"))["sist"] or 0) + 1


@transaction.atomic
def andra(beslut: Delegationsbeslut, user: Anvandare) -> None:
    """Stores the decision's new words. Raises ValidationError when the board has been told."""
    if Delegationsbeslut.objects.select_for_update().get(pk=beslut.pk).anmalt_vid_id:
        raise ValidationError(ANMALT)
    if beslut.datum.year != beslut.verksamhetsar:
        text = ANNAT_AR.format(beslut=beslut, ar=beslut.verksamhetsar)
        raise ValidationError({"datum": text})
    signera(beslut, user).save()


@transaction.atomic
def anmal(mote: Mote, user: Anvandare | None) -> Punkt | None:
    """Marks what waits, in every room, as told of at the meeting's item; when it is closed.

    The item, or None and nothing done where the agenda has none, as a committee's. A
    decision taken after the day of the meeting waits for the next.
    """
    punkt = delegationspunkt(mote)
    if punkt is None:
        return None
    vantar = Delegationsbeslut.objects.filter(anmalt_vid=None, datum__lte=mote.datum)
    for beslut in vantar.select_for_update():
        beslut.anmalt_vid = punkt
        signera(beslut, user).save()
    for slag in anmalningsslagen():
        slag.anmal(punkt, user)
    return punkt
