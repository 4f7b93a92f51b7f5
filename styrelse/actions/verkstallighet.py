"""A decision acts: in the room of its subject, when the meeting is closed or at once.

Everything that a meeting decided is carried out in one transaction, or nothing is and every
hindrance is named.
"""

from collections.abc import Mapping
from datetime import time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from finsam import typografi
from finsam.models import Anvandare
from finsam.permissions import far
from finsam.signering import signera
from styrelse.actions.arendeslut import arenden_som_avslutas
from styrelse.actions.behandling import VERKSTALLT
from styrelse.actions.delegation import anmal
from styrelse.actions.forberedelse import forberedda
from styrelse.actions.sittning import (
    REDAN_AVSLUTAT,
    krav_inte_undertecknade,
    last_sittning,
    sittningshinder,
)
from styrelse.amnen import GorsForHand
from styrelse.choices import Motesstatus
from styrelse.models import Beslut, Mote, Omedelbarjustering
from styrelse.selectors.beslutsverkan import (
    ANNANS,
    FYLL_I,
    Sedda,
    form_som_data,
    motesbeslut,
    sedda_bilagor,
    underlagsform,
    verkan,
    verkande_slag,
)
from styrelse.selectors.motesavslut import avslutshinder, med_paragraf
from styrelse.selectors.sammantrade import sammantradet

VANTAR = "Beslutet verkställs när mötet avslutas eller paragrafen är omedelbart justerad."
VERKAR_INTE = "Beslutet gör inget i sig."
KAN_VERKSTALLAS = "Beslutet kan verkställas här och behöver inte utföras för hand."


@transaction.atomic
def spara_underlag(beslut: Beslut, data: object, user: Anvandare) -> None:
    """Keeps what was typed in the room's form.

    Raises ValidationError when it does not hold, and for a § that somebody has signed: what it
    grants is what they signed.
    """
    last_sittning(beslut.punkt.mote_id)
    krav_inte_undertecknade([beslut.punkt_id])
    rad = _last(beslut)
    form = underlagsform(rad, data)
    underlag = form_som_data(form) if form is not None else None
    if underlag is None:
        raise ValidationError(FYLL_I)
    rad.underlag = underlag
    signera(rad, user).save()


@transaction.atomic
def foresla_underlag(beslut: Beslut, user: Anvandare | None) -> None:
    """Keeps what the room proposes for a new decision, as it stands now; nothing where it cannot.

    What is kept is what was shown, so that the room can see what has changed since.
    """
    last_sittning(beslut.punkt.mote_id)
    rad = _last(beslut)
    try:
        form = None if rad.underlag else underlagsform(rad)
    except ValidationError:
        return  # Said beside the decision; what was decided is kept as it is.
    underlag = form_som_data(form) if form is not None else None
    if underlag:
        rad.underlag = underlag
        signera(rad, user).save()


def verkstall(beslut: Beslut, user: Anvandare) -> str:
    """Carries out a § that is approved at once, or one of a closed meeting; says what was done.

    Raises ValidationError, and does nothing, where the room refuses it.
    """
    # The drawing of a document takes seconds, and others write meanwhile: whether it may be carried
    # out is asked before that and, with the rows held, after.
    mote = Mote.objects.get(pk=beslut.punkt.mote_id)
    if hindrar := sittningshinder(mote):
        raise ValidationError(hindrar)
    _krav_tur(mote, beslut)
    return _verkstall_ett(beslut, user, forberedda([beslut], user))


@transaction.atomic
def _verkstall_ett(beslut: Beslut, user: Anvandare, forberett: Mapping[int, Any]) -> str:
    mote = last_sittning(beslut.punkt.mote_id)
    rad = _last(beslut)
    _krav_tur(mote, rad)
    gjort = _verkstall(rad, user, None, forberett)
    if not gjort:
        raise ValidationError(VERKAR_INTE)
    return gjort


def _krav_tur(mote: Mote, beslut: Beslut) -> None:
    """Raises ValidationError for a § that waits for the end of its meeting.

    What hinders one is asked for when it is signed (styrelse/actions/omedelbart.py).
    """
    justerad = Omedelbarjustering.objects.filter(punkt=beslut.punkt_id)
    if mote.status == Motesstatus.PAGAR and not justerad.exists():
        raise ValidationError(VANTAR)


@transaction.atomic
def utfort_for_hand(beslut: Beslut, hur: str, user: Anvandare) -> None:
    """Notes that what was decided has been done on the subject's page, and how; locks the §.

    For what the room does not do by itself or refuses, also when the minutes are approved: what
    comes of a decision is no part of them. Raises ValidationError.
    """
    Mote.objects.select_for_update().get(pk=beslut.punkt.mote_id)
    rad = _last(beslut)
    bild, slag = verkan(rad, user), verkande_slag(rad)
    if slag is None or not bild.finns:
        raise ValidationError(VERKAR_INTE)
    if not far(user, slag.verkstall_ratt):
        raise ValidationError(ANNANS)
    if bild.ord and not bild.hinder:
        raise ValidationError(KAN_VERKSTALLAS)
    _klart(rad, f"Utfört för hand av {user}: {hur.strip()}", user)


def avsluta(mote: Mote, tid: time, user: Anvandare) -> list[str]:
    """Closes the meeting: its decisions act, its matters end, delegated decisions are told of.

    What was done, a sentence each, and what is to be done by hand. Raises ValidationError with
    every hindrance, and does nothing.
    """
    pagar = Mote.objects.filter(pk=mote.pk, status=Motesstatus.PAGAR).exists()
    att_forbereda = [b for b in _beslut(mote) if (slag := verkande_slag(b)) and slag.forbered]
    forberett = {}
    # Not for a meeting that is not to be closed.
    if pagar and att_forbereda and not avslutshinder(sammantradet(mote)):
        forberett = forberedda(att_forbereda, user, sedda_bilagor(mote))
    return _avsluta(mote, tid, user, forberett)


@transaction.atomic
def _avsluta(mote: Mote, tid: time, user: Anvandare, forberett: Mapping[int, Any]) -> list[str]:
    last = last_sittning(mote.pk)
    if last.status != Motesstatus.PAGAR:
        raise ValidationError(REDAN_AVSLUTAT)
    hinder = [h.text for h in avslutshinder(sammantradet(last))]
    gjort, sedda = [], sedda_bilagor(last)
    for beslut in _beslut(last):
        try:
            with transaction.atomic():
                if mening := _verkstall(beslut, user, sedda, forberett):
                    gjort.append(mening)
        except GorsForHand as skal:
            gjort.extend(med_paragraf(beslut.punkt, text) for text in skal.messages)
        except ValidationError as fel:
            hinder.extend(med_paragraf(beslut.punkt, text) for text in fel.messages)
    if hinder:
        raise ValidationError(hinder)
    for arende in arenden_som_avslutas(last):
        arende.avslutat = last.datum
        signera(arende, user).save()
    anmal(last, user)
    last.status, last.avslutades = Motesstatus.HALLET, tid
    signera(last, user).save()
    return gjort


def _beslut(mote: Mote) -> list[Beslut]:
    rader = Beslut.objects.filter(punkt__mote=mote, verkstallt_at=None)
    return list(rader.select_related("punkt__mote", "punkt__arende", "punkt__paragraf"))


def _last(beslut: Beslut) -> Beslut:
    rader = Beslut.objects.select_for_update(of=("self",)).select_related("punkt__mote")
    rad = rader.select_related("punkt__arende", "punkt__paragraf").get(pk=beslut.pk)
    if rad.verkstallt:
        raise ValidationError(VERKSTALLT)
    return rad


def _verkstall(
    rad: Beslut, user: Anvandare, sedda: Sedda | None, forberett: Mapping[int, Any]
) -> str:
    """Does what the decision says, and keeps what was done; "" where it does nothing."""
    slag = verkande_slag(rad)
    if slag is None:
        return ""
    form = underlagsform(rad)
    underlag = form_som_data(form) if form is not None else {}
    beslutet = motesbeslut(rad, underlag or {}, sedda, forberett.get(rad.pk))
    if slag.verkan(beslutet):
        if underlag is None:
            raise ValidationError(FYLL_I)
        if not far(user, slag.verkstall_ratt):
            raise ValidationError(ANNANS)
    # Also asked where it says that it would do nothing: it may refuse the decision as it stands.
    gjort = slag.verkstall(beslutet, user)
    if not gjort:
        return ""
    rad.underlag = underlag or {}
    return _klart(rad, gjort, user)


def _klart(rad: Beslut, gjort: str, user: Anvandare) -> str:
    """Keeps what was done, in words; from now on the decision does not change."""
    rad.verkan = typografi.versal(gjort)[:500]
    rad.verkstallt_at = timezone.now()
    signera(rad, user).save()
    return rad.verkan
