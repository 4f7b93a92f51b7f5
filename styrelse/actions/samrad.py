"""Who took part in a consultation or a dialog: written in, and struck out again."""

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.models import Anvandare, Medlem
from finsam.signering import signera
from styrelse.actions.personer import person_med_namn
from styrelse.choices import Motesstatus, Samradsroll
from styrelse.models import Kansliroll, Mote, Person, Samradsdeltagare, Uppdrag

INSTALLT = "Mötet är inställt och har inga deltagare."
REDAN = "{namn} är redan antecknad. Stryk den raden först om något i den är fel."


def deltagarhinder(mote: Mote) -> str:
    """Why nobody may be entered or struck out; empty when they may.

    A consultation has no minutes that could be approved: its list stays open, each change logged.
    """
    return INSTALLT if mote.status == Motesstatus.INSTALLT else ""


@transaction.atomic
def anteckna(
    mote: Mote, namn: str, medlem: Medlem | None, roll: str, titel: str, user: Anvandare
) -> Samradsdeltagare:
    """Enters the person, found or added by name.

    `roll` (Samradsroll): for the member, from the association, or as a guest. Without a title
    somebody from the association has that of their office. Raises ValidationError, also for who
    is there already: a second row would make a guest of somebody's representative unseen.
    """
    last = _last(mote.pk)
    person = person_med_namn(namn, user)
    if last.deltagare.filter(person=person).exists():
        raise ValidationError(REDAN.format(namn=person))
    rad = Samradsdeltagare(mote=last, person=person, roll=roll, medlem=medlem)
    rad.titel = titel.strip() or (_befattning(last, person) if roll == Samradsroll.FORBUND else "")
    rad.full_clean()
    signera(rad, user).save()
    return rad


@transaction.atomic
def stryk(deltagare: Samradsdeltagare, user: Anvandare) -> None:
    """Takes the person off the list. Raises ValidationError."""
    _last(deltagare.mote_id)
    signera(deltagare, user).delete()


def _last(pk: int) -> Mote:
    mote = Mote.objects.select_for_update(of=("self",)).get(pk=pk)
    if hinder := deltagarhinder(mote):
        raise ValidationError(hinder)
    return mote


def _befattning(mote: Mote, person: Person) -> str:
    """What the person was at the association on the day; empty for nothing known."""
    dag = mote.datum
    roll = Kansliroll.objects.under(dag, dag).filter(person=person).first()
    if roll:
        return roll.befattning
    uppdrag = Uppdrag.objects.i_styrelsen().under(dag, dag).filter(person=person).first()
    return str(uppdrag.get_roll_display()) if uppdrag else ""
