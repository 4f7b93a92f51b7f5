"""What the documents put in the demo: a meeting's papers that have been sent, to be read."""

import time
from datetime import date, timedelta

from django.db.models import Count
from django.utils import timezone

from finsam.choices import Roll
from finsam.models import Anvandare, Forbund
from finsam.rapporter.paket.actions import skicka
from finsam.rapporter.paket.forrad import Lage, bygg_vidare
from finsam.rapporter.paket.selectors import att_skicka, mottagare, valda
from finsam.signering import signera
from styrelse.choices import Motesstatus, Organ
from styrelse.models import Mote, Motespaket

TALAMOD = timedelta(minutes=3)


def forbered(ansvarig: Anvandare, idag: date) -> None:
    """Sends the papers of the board's meeting with most annexes, once; none where none has any."""
    avsandare = Anvandare.objects.filter(roll=Roll.FORBUNDSCHEF).order_by("pk").first()
    planerade = Mote.objects.filter(organ=Organ.FS, status=Motesstatus.PLANERAT)
    mote = (
        planerade.annotate(antal=Count("punkter__arende__bilagor"))
        .filter(antal__gt=0)
        .order_by("-antal", "datum")
        .first()
    )
    if avsandare is None or mote is None or Motespaket.objects.exists():
        return
    fore = timedelta(days=Forbund.objects.get().kallelsedagar)
    mote.kallelsedatum = min(mote.datum - fore, idag)
    signera(mote, avsandare).save()
    lage = _satt_ihop(mote)
    till = valda(mottagare(mote), ())
    if lage.fil and till:
        skicka(mote, 1, lage.nyckel, till, avsandare)


def _satt_ihop(mote: Mote) -> Lage:
    """The papers put together, or what hindered it; drawing them takes some seconds."""
    slut = timezone.now() + TALAMOD
    papper = att_skicka(mote)
    while (lage := bygg_vidare(papper)).pagar and timezone.now() < slut:
        time.sleep(0.5)
    return lage
