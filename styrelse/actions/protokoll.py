"""The minutes' way: each signature, the frozen copy, and the notice."""

import hashlib
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from pikepdf import Pdf

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.actions.foregaende import bifoga_vid_nasta
from styrelse.calculations import frysning
from styrelse.calculations.anslagstid import FRAMTID, anslagstid
from styrelse.calculations.protokoll import Protokollet, som_data
from styrelse.calculations.protokollsskrivning import brister, skriv
from styrelse.calculations.protokollsunderlag import Protokollsunderlag, Undertecknare
from styrelse.choices import Motesstatus
from styrelse.models import Anslag, Justering, Mote, Protokoll
from styrelse.protokollssida import utskrift
from styrelse.selectors.motesavslut import avslutshinder
from styrelse.selectors.protokollsunderlag import underlaget
from styrelse.selectors.sammantrade import sammantradet

LAST = (
    "Protokollet är justerat och ändras inte. En rättelse blir en ny paragraf vid ett senare möte."
)
INTE_HALLET = "Protokollet kan justeras när mötet är avslutat."
ANDRAT = "Protokollet ändrades under tiden. Läs det igen och registrera underskriften på nytt."
FORE_MOTET = "Protokollet kan inte justeras före mötet."
FORE_JUSTERINGEN = "Justeringen kan inte anslås innan protokollet är justerat."
ANNAN_TEXT = (
    "Protokollet har ändrats sedan {namn} undertecknade det. Ta tillbaka den underskriften och "
    "registrera den på nytt."
)
REDAN_ANSLAGET = "Justeringen är redan anslagen."
INTE_JUSTERAT = "Protokollet är inte justerat."

Ritare = Callable[[str], bytes]


def avtryck(protokollet: Protokollet) -> str:
    """SHA-256 of what the minutes say, whoever has signed so far."""
    utan = replace(
        protokollet,
        underskrifter=tuple(replace(u, dag=None) for u in protokollet.underskrifter),
    )
    return frysning.avtryck(frysning.som_data(utan, utan_nytt=True))


def underteckna(
    justering: Justering, dag: date, user: Anvandare | None, rita: Ritare
) -> Protokoll | None:
    """Enters that the minutes were signed on the day; with the last signature they are frozen.

    `rita` makes a PDF of HTML: it takes seconds, and so comes before the transaction. Raises
    ValidationError for a day before the meeting or after today, while something is missing, and
    when the text is no longer what the others signed.
    """
    fore = _med_underskrift(underlaget(justering.mote), justering, dag)
    if saknas := brister(fore):
        raise ValidationError(list(saknas))
    if hinder := avslutshinder(sammantradet(justering.mote)):
        raise ValidationError([ett.text for ett in hinder])
    utkast = skriv(fore)
    pdf = rita(utskrift(utkast)) if utkast.justerat else b""
    return _spara_underskrift(justering, dag, user, utkast, pdf)


@transaction.atomic
def _spara_underskrift(
    justering: Justering, dag: date, user: Anvandare | None, utkast: Protokollet, pdf: bytes
) -> Protokoll | None:
    mote = _oppet(justering.mote)
    if mote.status != Motesstatus.HALLET:
        raise ValidationError(INTE_HALLET)
    krav_dag(mote, dag, FORE_MOTET)
    rad = Justering.objects.select_for_update().get(pk=justering.pk)
    rad.dag, rad.avtryck = dag, avtryck(utkast)
    signera(rad, user).save()
    if skriv(underlaget(mote)) != utkast:
        raise ValidationError(ANDRAT)
    for andra in mote.justeringar.select_related("person"):
        if andra.dag and andra.avtryck != rad.avtryck:
            raise ValidationError(ANNAN_TEXT.format(namn=andra.person.namn))
    return _frys(mote, utkast, pdf, user) if utkast.justerat else None


def krav_dag(mote: Mote, dag: date, for_tidigt: str) -> None:
    """Raises ValidationError, with that sentence, before the meeting, and for a day after today."""
    if dag < mote.datum:
        raise ValidationError({"dag": for_tidigt})
    if dag > timezone.localdate():
        raise ValidationError({"dag": FRAMTID})


@transaction.atomic
def ta_tillbaka(justering: Justering, user: Anvandare | None) -> None:
    """Takes a signature back, as long as the minutes are not approved."""
    _oppet(justering.mote)
    rad = Justering.objects.select_for_update().get(pk=justering.pk)
    rad.dag, rad.avtryck = None, ""
    signera(rad, user).save()


def _med_underskrift(
    underlag: Protokollsunderlag, justering: Justering, dag: date
) -> Protokollsunderlag:
    denna = (justering.person.namn, justering.roll)
    return replace(
        underlag,
        undertecknare=tuple(
            Undertecknare(u.namn, u.roll, dag) if (u.namn, u.roll) == denna else u
            for u in underlag.undertecknare
        ),
    )


def _oppet(mote: Mote) -> Mote:
    """The meeting, locked. Raises ValidationError when its minutes are approved."""
    mote = Mote.objects.select_for_update().get(pk=mote.pk)
    if mote.last:
        raise ValidationError(LAST)
    return mote


def _frys(mote: Mote, protokollet: Protokollet, pdf: bytes, user: Anvandare | None) -> Protokoll:
    assert protokollet.justerat is not None
    with Pdf.open(io.BytesIO(pdf)) as fil:
        sidor = len(fil.pages)
    rad = Protokoll(
        mote=mote,
        justerat=protokollet.justerat,
        innehall=som_data(protokollet),
        sidor=sidor,
        sha256=hashlib.sha256(pdf).hexdigest(),
        registrerat_av=user,
    )
    rad.fil = ContentFile(pdf, name="protokoll.pdf")
    signera(rad, user).save()
    mote.status = Motesstatus.JUSTERAT
    signera(mote, user).save()
    bifoga_vid_nasta(mote, user)
    return rad


@transaction.atomic
def ansla(mote: Mote, dag: date, plats: str, forvaras: str, user: Anvandare | None) -> Anslag:
    """Gives notice that the minutes are approved, up to the day after the last to appeal.

    Raises ValidationError for minutes not approved, a second notice, and a day before the
    approval or after today.
    """
    mote = Mote.objects.select_for_update().get(pk=mote.pk)
    protokoll = Protokoll.objects.filter(mote=mote).first()
    if protokoll is None:
        raise ValidationError(INTE_JUSTERAT)
    if Anslag.objects.filter(protokoll=protokoll).exists():
        raise ValidationError(REDAN_ANSLAGET)
    rad = Anslag(protokoll=protokoll, plats=plats, forvaras=forvaras)
    nytt_anslag(rad, protokoll.justerat, dag, user, FORE_JUSTERINGEN)
    mote.status = Motesstatus.ANSLAGET
    signera(mote, user).save()
    return rad


def nytt_anslag(
    rad: Anslag, justerat: date, dag: date, user: Anvandare | None, for_tidigt: str
) -> Anslag:
    """Stores the notice, not yet stored, of what was approved that day, with its days worked out.

    Raises ValidationError, with that sentence, before the approval, and for a day after today.
    """
    if dag > timezone.localdate():
        raise ValidationError({"anslaget": FRAMTID})
    if dag < justerat:
        raise ValidationError({"anslaget": for_tidigt})
    tid = anslagstid(justerat, dag)
    rad.anslaget, rad.tas_ned, rad.registrerat_av = dag, tid.tas_ned, user
    rad.full_clean()
    signera(rad, user).save()
    return rad
