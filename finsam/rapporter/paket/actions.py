"""Sending a pack: once, for good, and then the letters that tell of it."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from smtplib import SMTPException

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.utils import timezone

from finsam.models import Anvandare
from finsam.rapporter.paket import forrad
from finsam.rapporter.paket.delar import bilagor
from finsam.rapporter.paket.dokument import dag_i_ord, klockslag, organ
from finsam.rapporter.paket.oppna import antal_sidor
from finsam.rapporter.paket.selectors import Tankt, att_skicka, brister, hinder
from finsam.signering import signera
from styrelse.calculations.handlingar import Handlingar, las, som_data
from styrelse.choices import Motesstatus
from styrelse.models import Mote, Motespaket, Mottagare, Paketbilaga

REDAN_SKICKADE = "Handlingarna är redan skickade."
ANDRADE = "Handlingarna har ändrats sedan de granskades. Granska dem igen innan de skickas."
BRISTER = "Ärenden saknar det som de behöver. Rätta dem innan handlingarna skickas."
INGET_NYTT = "Det finns inget nytt att skicka."
INGA_MOTTAGARE = "Det finns ingen att skicka till. Lägg in uppdragen i organet först."
UTAN_ADRESS = "E-postadress saknas."
SVARADE_INTE = "E-postservern tog inte emot brevet."


def skicka(
    mote: Mote, utskick: int, nyckel: str, till: Sequence[Tankt], user: Anvandare
) -> Motespaket:
    """Keeps the pack with the key for good as the meeting's `utskick`, and calls the meeting.

    Items get their numbers, the meeting its state, and each recipient a row; no letter is sent.
    Raises ValidationError in Swedish, and does nothing, when it has been sent already, the papers
    are others than those that were looked at, or nobody is to have them.
    """
    lage = forrad.fardigt(nyckel)
    if lage is None or lage.fil is None or lage.handlingar is None:
        raise ValidationError(ANDRADE, code="krock")
    if not till:
        raise ValidationError(INGA_MOTTAGARE, code="mottagare")
    paket = Motespaket(nummer=utskick, innehall=som_data(lage.handlingar), skickat_av=user)
    try:
        with transaction.atomic():
            last = _las(mote, utskick, lage.handlingar, nyckel)
            paket.mote = last
            _spara_fil(paket, lage.fil, lage.handlingar)
            _spara_bilagor(paket, lage.handlingar, user)
            _spara_mottagare(paket, till, user)
            _fast_nummer(last, lage.handlingar, user)
            _kalla(last, user)
    # Whatever stopped it, a file that no row points at is taken away.
    except Exception as fel:
        if paket.fil.name and not Motespaket.objects.filter(fil=paket.fil.name).exists():
            paket.fil.storage.delete(paket.fil.name)
        if isinstance(fel, IntegrityError):
            raise ValidationError(REDAN_SKICKADE, code="skickat") from fel
        raise
    return paket


def _las(mote: Mote, utskick: int, granskade: Handlingar, nyckel: str) -> Mote:
    """The meeting, locked until the transaction ends. Raises ValidationError in Swedish."""
    last = Mote.objects.select_for_update().get(pk=mote.pk)
    if last.paket.filter(nummer__gte=utskick).exists():
        raise ValidationError(REDAN_SKICKADE, code="skickat")
    if skal := hinder(last):
        raise ValidationError(skal, code="last")
    if not granskade.punkter:
        raise ValidationError(INGET_NYTT, code="tomt")
    if forrad.nyckel(att_skicka(last)) != nyckel:
        raise ValidationError(ANDRADE, code="krock")
    if any(not b.medges for rad in brister(last, granskade).values() for b in rad):
        raise ValidationError(BRISTER, code="brister")
    return last


def _spara_fil(paket: Motespaket, fil: Path, handlingar: Handlingar) -> None:
    with fil.open("rb") as oppen:
        paket.sha256 = hashlib.file_digest(oppen, "sha256").hexdigest()
        oppen.seek(0)
        paket.storlek, paket.sidor = fil.stat().st_size, antal_sidor(fil)
        paket.fil = File(oppen, name="handlingar.pdf")
        paket.full_clean(exclude=["skickat_av"])
        signera(paket, paket.skickat_av).save()


def _spara_bilagor(paket: Motespaket, handlingar: Handlingar, user: Anvandare) -> None:
    for rad in bilagor(handlingar):
        ny = Paketbilaga(
            paket=paket,
            bilaga_id=rad.bilaga,
            nummer=rad.nummer,
            forsta_sida=rad.forsta_sida,
            sidor=rad.sidor,
            sha256=rad.sha256,
        )
        signera(ny, user).save()


def _spara_mottagare(paket: Motespaket, till: Iterable[Tankt], user: Anvandare) -> None:
    for tankt in till:
        ny = Mottagare(paket=paket, person=tankt.person, epost=tankt.person.epost)
        ny.fel = "" if ny.epost else UTAN_ADRESS
        signera(ny, user).save()


def _fast_nummer(mote: Mote, handlingar: Handlingar, user: Anvandare) -> None:
    nummer = {rad.punkt: int(rad.nummer) for rad in handlingar.punkter}
    for punkt in mote.punkter.filter(pk__in=nummer, nummer__isnull=True):
        punkt.nummer = nummer[punkt.pk]
        signera(punkt, user).save()


def _kalla(mote: Mote, user: Anvandare) -> None:
    if mote.status == Motesstatus.PLANERAT:
        mote.status = Motesstatus.KALLAT
        mote.kallelsedatum = mote.kallelsedatum or timezone.localdate()
        signera(mote, user).save()


def posta(paket: Motespaket, adress: str, user: Anvandare) -> tuple[int, int]:
    """Letters to those who have an address and have not got one: how many went, how many not.

    `adress` is where the papers are read. Nobody gets two: a letter counts as sent from just
    before it goes, and is taken back where the mail server refused it.
    """
    if not settings.SKICKAR_EPOST:
        return 0, 0
    gick = misslyckades = 0
    for nyckel in paket.mottagare.filter(skickat_at=None).values_list("pk", flat=True):
        rad = _tag(nyckel, user)
        if rad is None:
            continue
        if _posta_en(paket, rad, adress):
            gick += 1
        else:
            misslyckades += 1
            rad.skickat_at, rad.fel = None, SVARADE_INTE
            signera(rad, user).save()
    return gick, misslyckades


@transaction.atomic
def _tag(nyckel: int, user: Anvandare) -> Mottagare | None:
    """The recipient's row marked as sent to, or None where another has, or there is no address."""
    rader = Mottagare.objects.select_for_update(of=("self",)).select_related("person")
    rad = rader.filter(pk=nyckel, skickat_at=None).first()
    if rad is None or not (rad.epost or rad.person.epost):
        return None
    rad.epost, rad.fel, rad.skickat_at = rad.person.epost or rad.epost, "", timezone.now()
    signera(rad, user).save()
    return rad


def _posta_en(paket: Motespaket, rad: Mottagare, adress: str) -> bool:
    amne, brev = _brev(paket, adress)
    try:
        EmailMessage(amne, brev, to=[rad.epost]).send()
    except (SMTPException, OSError, ValueError):  # ValueError: an address that no letter can bear.
        return False
    return True


def _brev(paket: Motespaket, adress: str) -> tuple[str, str]:
    """Subject and text: a link to the papers, never the papers themselves."""
    h = _huvud(paket)
    amne = f"{paket.namn}: {organ(h)} {h.datum:%Y-%m-%d}"
    rader = [
        f"{paket.namn} till {organ(h).lower()}s möte {dag_i_ord(h.datum)} {klockslag(h)}.",
        *([f"Plats: {h.plats}."] if h.plats else []),
        "",
        "Handlingarna finns att läsa här. Logga in med ditt eget konto:",
        adress,
        "",
        h.forbund,
    ]
    return amne, "\n".join(rader)


def _huvud(paket: Motespaket) -> Handlingar:
    return replace(las(paket.innehall), punkter=())
