"""How a meeting goes on where no notice or minutes take it there: called off, or talked through."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.choices import Motesstatus
from styrelse.models import Mote

INSTALLBARA = (Motesstatus.PLANERAT, Motesstatus.KALLAT)


def mojliga_steg(mote: Mote, idag: date) -> tuple[Motesstatus, ...]:
    """What the office may make of the meeting by hand.

    A board's meeting is called to, held and minuted on its own pages; a consultation is not.
    """
    if mote.status not in INSTALLBARA:
        return ()
    steg = [Motesstatus.INSTALLT]
    if not mote.beslutar and mote.status == Motesstatus.PLANERAT:
        steg.insert(0, Motesstatus.KALLAT)
    if not mote.beslutar and mote.datum <= idag:
        steg.insert(0, Motesstatus.HALLET)
    return tuple(steg)


@transaction.atomic
def ta_steg(mote: Mote, till: str, idag: date, user: Anvandare | None) -> None:
    """Raises ValidationError for a step that the meeting cannot take now."""
    last = Mote.objects.select_for_update().get(pk=mote.pk)
    if till not in mojliga_steg(last, idag):
        raise ValidationError("Mötet kan inte bli det nu.")
    last.status = till
    signera(last, user).save()
