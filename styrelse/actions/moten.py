"""How a meeting goes on where no notice or minutes take it there: called off, or talked through."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.choices import Motesstatus
from styrelse.models import Mote

FRAGAS_FORST = "Ett möte ställs in på sin egen sida, där det står vad som följer."
HANN_ANDRAS = "Mötet har ändrats sedan sidan visades. Läs vad som gäller nu."
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


def ta_steg(mote: Mote, till: str, idag: date, user: Anvandare | None) -> None:
    """Takes a consultation on. Raises ValidationError for a step that it cannot take now.

    Calling off is no such step: it is asked for first (`stall_in`).
    """
    if till == Motesstatus.INSTALLT:
        raise ValidationError(FRAGAS_FORST)
    with transaction.atomic():
        _steg(_last(mote), till, idag, user)


@transaction.atomic
def stall_in(mote: Mote, sedd: str, idag: date, user: Anvandare | None) -> None:
    """Calls the meeting off, for who was told what follows of it when its status was `sedd`.

    Raises ValidationError when it is another now: what was sent meanwhile has reached people.
    """
    last = _last(mote)
    if sedd != last.status:
        raise ValidationError(HANN_ANDRAS)
    _steg(last, Motesstatus.INSTALLT, idag, user)


def _last(mote: Mote) -> Mote:
    return Mote.objects.select_for_update(of=("self",)).get(pk=mote.pk)


def _steg(last: Mote, till: str, idag: date, user: Anvandare | None) -> None:
    if till not in mojliga_steg(last, idag):
        raise ValidationError("Mötet kan inte bli det nu.")
    last.status = till
    signera(last, user).save()
