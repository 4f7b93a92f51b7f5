"""Sending a round of a survey, calling it back, and the order of the questions."""

import random
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from smtplib import SMTPException
from typing import Any

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.db import transaction

from finsam.signering import signera
from uppfoljning.calculations.enkat import SKALOR
from uppfoljning.models import Enkatfraga, Enkatnyckel, Enkatomgang, Svarsrakning
from uppfoljning.selectors.enkat import antal_svar, kontrollsumma, minst

# 256 bits: nobody guesses a link.
HEMLIGHETENS_BYTE = 32
# Above every real place; a question stands here while two of them change places.
MELLAN = 32_000


@dataclass(frozen=True)
class Ejskickad:
    """An address that the mail server refused, and the link that was to go there."""

    adress: str
    lank: str


@transaction.atomic
def oppna_omgang(omgang: Enkatomgang, antal: int, user: Any) -> list[str]:
    """Makes `antal` keys and the round's counters, and gives the secrets: nobody has them later.

    A round is sent once: a second sending could give one person two answers. Raises
    ValidationError when it has been sent, has no questions, or has too few to ever be shown.
    """
    omgang = Enkatomgang.objects.select_for_update().get(pk=omgang.pk)
    fragor = list(omgang.enkat.fragor.all())
    if omgang.skickad:
        raise ValidationError("Omgången är redan skickad, och varje omgång skickas en gång.")
    if not fragor:
        raise ValidationError("Enkäten har inga frågor än.")
    if antal < (grans := minst()):
        raise ValidationError(
            f"Minst {grans} behöver få enkäten; med färre kan resultatet aldrig visas."
        )
    hemligheter = [secrets.token_urlsafe(HEMLIGHETENS_BYTE) for _ in range(antal)]
    Enkatnyckel.objects.bulk_create(
        Enkatnyckel(omgang=omgang, nyckel=kontrollsumma(hemlighet)) for hemlighet in hemligheter
    )
    Svarsrakning.objects.bulk_create(
        Svarsrakning(omgang=omgang, fraga=fraga, steg=steg)
        for fraga in fragor
        for steg in range(len(SKALOR[fraga.skala]) + 1)
    )
    omgang.antal_utskick = antal
    _spara(omgang, user, "Skickad")
    # The keys lie in the database in the order they were made; who gets which must not follow it.
    random.SystemRandom().shuffle(hemligheter)
    return hemligheter


def skicka_omgang(
    omgang: Enkatomgang,
    adresser: Sequence[str],
    amne: str,
    brev: Callable[[str], str],
    lank: Callable[[str], str],
    user: Any,
) -> list[Ejskickad]:
    """Opens the round and mails one link to each address; gives those that could not be sent.

    `lank` makes an address of a secret, `brev` the letter with a link in it. No address is stored.
    Raises ValidationError, with nothing sent or stored, when the mail server does not answer.
    """
    with _postforbindelse() as forbindelse:
        hemligheter = oppna_omgang(omgang, len(adresser), user)
        misslyckade = []
        for adress, hemlighet in zip(adresser, hemligheter, strict=True):
            mal = lank(hemlighet)
            if not _posta(forbindelse, amne, brev(mal), adress):
                misslyckade.append(Ejskickad(adress, mal))
    return misslyckade


def paminn_omgang(adresser: Sequence[str], amne: str, brev: str) -> list[str]:
    """Mails a letter without a link to each address; gives those that could not be sent.

    Nobody knows who has answered, so it goes to all; the link is the one they already have.
    """
    with _postforbindelse() as forbindelse:
        return [adress for adress in adresser if not _posta(forbindelse, amne, brev, adress)]


@transaction.atomic
def aterkalla_omgang(omgang: Enkatomgang, user: Any) -> None:
    """Makes every link of the round void, as if it had not been sent.

    Raises ValidationError once somebody has answered.
    """
    omgang = Enkatomgang.objects.select_for_update().get(pk=omgang.pk)
    if antal_svar(omgang):
        raise ValidationError("Svar har kommit in; omgången kan inte återkallas.")
    omgang.nycklar.all().delete()
    omgang.rakningar.all().delete()
    omgang.antal_utskick = 0
    _spara(omgang, user, "Återkallad")


@transaction.atomic
def flytta_fraga(fraga: Enkatfraga, upp: bool, user: Any) -> bool:
    """Changes places with the question before (`upp`) or after; False where there is none."""
    grannar = fraga.enkat.fragor.all()
    if upp:
        granne = grannar.filter(ordning__lt=fraga.ordning).order_by("-ordning").first()
    else:
        granne = grannar.filter(ordning__gt=fraga.ordning).order_by("ordning").first()
    if granne is None:
        return False
    fran, till = fraga.ordning, granne.ordning
    granne.ordning = MELLAN
    # On its way between two places the question is nowhere: nothing for the history.
    granne.skip_history_when_saving = True  # type: ignore[attr-defined]  # simple-history's switch
    granne.save()
    del granne.skip_history_when_saving  # type: ignore[attr-defined]
    fraga.ordning, granne.ordning = till, fran
    _spara(fraga, user, "Flyttad")
    _spara(granne, user, "Flyttad")
    return True


def _spara(rad: Any, user: Any, skal: str) -> None:
    signera(rad, user)
    rad._change_reason = skal
    rad.save()


@contextmanager
def _postforbindelse() -> Iterator[Any]:
    """An open connection to the mail server. Raises ValidationError when it does not answer."""
    forbindelse = get_connection()
    try:
        forbindelse.open()
    except (SMTPException, OSError) as fel:
        raise ValidationError("E-postservern svarar inte. Ingenting är skickat.") from fel
    try:
        yield forbindelse
    finally:
        forbindelse.close()


def _posta(forbindelse: Any, amne: str, brev: str, adress: str) -> bool:
    """Whether the mail server took the letter."""
    try:
        EmailMessage(amne, brev, to=[adress], connection=forbindelse).send()
    except (SMTPException, OSError):
        return False
    return True
