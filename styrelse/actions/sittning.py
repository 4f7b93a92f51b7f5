"""A sitting is opened, written in while it lasts and until its minutes are approved, and added to.

Every write to a sitting goes through `last_sittning`: it holds the meeting's row, and refuses one
that is not open yet or that is approved.
"""

from collections.abc import Iterable
from datetime import time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from finsam import typografi
from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.actions.dagordning import lagg_till_arende, lagg_till_fast
from styrelse.actions.paragrafer import ge_paragrafer
from styrelse.choices import SKRIVS, Motesstatus, Punktslag
from styrelse.models import Arende, Mote, Punkt

JUSTERAT = "Protokollet är justerat. Mötet ändras inte längre."
INTE_OPPNAT = "Mötet är inte öppnat."
INTE_KALLAT = "Mötet kan öppnas när kallelsen är skickad."
REDAN_OPPNAT = "Mötet är redan öppnat."
REDAN_AVSLUTAT = "Mötet är redan avslutat."
INSTALLT = "Mötet är inställt."
FORE_DAGEN = "Mötet är {dag} och öppnas den dagen."
UTAN_PUNKTER = "Dagordningen är tom. Lägg till punkterna först."
PARAGRAFEN_VERKSTALLD = "Beslutet under {punkt} är verkställt. Paragrafen ändras inte."
PARAGRAFEN_JUSTERAD = "{punkt} är omedelbart justerad och ändras inte."
PARAGRAFEN_TECKNAD = "{punkt} är undertecknad. Ta tillbaka underskriften innan något ändras."
_EJ_OPPNING = {
    Motesstatus.PLANERAT: INTE_KALLAT,
    Motesstatus.INSTALLT: INSTALLT,
    Motesstatus.JUSTERAT: JUSTERAT,
    Motesstatus.ANSLAGET: JUSTERAT,
}


def sittningshinder(mote: Mote) -> str:
    """Why nothing may be written in the sitting; empty when it may."""
    if mote.last:
        return JUSTERAT
    return "" if mote.status in SKRIVS else INTE_OPPNAT


def last_sittning(mote_pk: int) -> Mote:
    """The meeting's row, held. Raises ValidationError when its sitting may not be written in."""
    mote = Mote.objects.select_for_update(of=("self",)).get(pk=mote_pk)
    if hinder := sittningshinder(mote):
        raise ValidationError(hinder)
    return mote


def krav_olasta(punkter: Iterable[int]) -> None:
    """Raises ValidationError when one of the items, by key, is signed or has been carried out.

    What came of a decision rests on the § as it stood: who took part, and what it says. A § that
    somebody has signed stays as they signed it.
    """
    nycklar = list(punkter)
    krav_inte_undertecknade(nycklar)
    rader = Punkt.objects.filter(beslut__verkstallt_at__isnull=False, pk__in=nycklar)
    if rad := rader.select_related("arende", "paragraf").first():
        raise ValidationError(PARAGRAFEN_VERKSTALLD.format(punkt=_namn(rad)))


def lasta_punkter(mote: Mote) -> set[int]:
    """The meeting's items, by key, that are signed or have been carried out. One query."""
    last = Q(underskrifter__isnull=False) | Q(beslut__verkstallt_at__isnull=False)
    return set(mote.punkter.filter(last).values_list("pk", flat=True))


def krav_inte_undertecknade(punkter: Iterable[int]) -> None:
    """Raises ValidationError when one of the items, by key, is signed by itself."""
    rader = Punkt.objects.filter(underskrifter__isnull=False, pk__in=list(punkter))
    if rad := rader.select_related("arende", "paragraf", "omedelbart").first():
        text = PARAGRAFEN_JUSTERAD if hasattr(rad, "omedelbart") else PARAGRAFEN_TECKNAD
        raise ValidationError(text.format(punkt=_namn(rad)))


def _namn(punkt: Punkt) -> str:
    return str(getattr(punkt, "paragraf", None) or punkt.titel)


@transaction.atomic
def oppna(mote: Mote, tid: time, forsta: int | None, user: Anvandare | None) -> Mote:
    """Opens the meeting at that time and gives every item its §, from `forsta` where it is given.

    Raises ValidationError for a meeting without agenda, not called, opened already, or of a day
    to come.
    """
    last = Mote.objects.select_for_update(of=("self",)).get(pk=mote.pk)
    if last.status != Motesstatus.KALLAT:
        raise ValidationError(_EJ_OPPNING.get(Motesstatus(last.status), REDAN_OPPNAT))
    if last.datum > timezone.localdate():
        raise ValidationError(FORE_DAGEN.format(dag=typografi.datum(last.datum)))
    if not last.punkter.filter(utgar=False).exists():
        raise ValidationError(UTAN_PUNKTER)
    last.status, last.oppnades = Motesstatus.PAGAR, tid
    signera(last, user).save()
    ge_paragrafer(last, user, forsta)
    return last


@transaction.atomic
def satt_tider(mote: Mote, oppnades: time, avslutades: time | None, user: Anvandare) -> None:
    """The times as they are to stand in the minutes. Raises ValidationError."""
    last = last_sittning(mote.pk)
    last.oppnades, last.avslutades = oppnades, avslutades
    signera(last, user).save()


@transaction.atomic
def ny_punkt(mote: Mote, arende: Arende | None, rubrik: str, user: Anvandare) -> Punkt:
    """An item that came up during the meeting: a matter, or a heading; it gets the next §.

    Raises ValidationError when the meeting is not open, or the matter is there already.
    """
    last = last_sittning(mote.pk)
    if arende is not None:
        return lagg_till_arende(last, arende, user)
    return lagg_till_fast(Punkt(mote=last, slag=Punktslag.FORMALIA, rubrik=rubrik.strip()), user)
