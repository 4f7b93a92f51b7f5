"""Runs of allowances: made and made again as drafts, attested by another, never changed after."""

import calendar
from collections import Counter
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.calculations.arvode import Post
from styrelse.choices import Korningsstatus
from styrelse.models import Arvodeskorning, Arvodesrad
from styrelse.models.arvode import hel_sekund
from styrelse.selectors.arvode import post as sparad_post
from styrelse.selectors.arvode import poster_att_betala

HELA_MANADER = "En körning omfattar hela månader: från den första till den sista dagen."
LAST = "Körningen är attesterad och ändras inte. Gör en ny körning för tiden, så rättas det."
INTE_SJALV = "Den som har gjort körningen kan inte attestera den."
INTE_EGET = "Den som får ersättning i körningen kan inte attestera den."
ANDRAT = "Underlaget har ändrats sedan körningen räknades. Räkna om den först."
TOM = "Det finns inget att betala ut för tiden."
INTE_ATTESTERAD = "Bara en attesterad körning lämnas till löneutbetalningen."


@transaction.atomic
def skapa_korning(fran: date, tom: date, user: Anvandare) -> Arvodeskorning:
    """A draft for whole months with everything that no attested run has paid.

    Raises ValidationError for other days, a draft that waits, or nothing to pay.
    """
    if fran.day != 1 or tom.day != calendar.monthrange(tom.year, tom.month)[1]:
        raise ValidationError({"tom": HELA_MANADER})
    korning = Arvodeskorning(fran=fran, tom=tom, skapad_av=user, skapad_namn=str(user))
    korning.full_clean()
    signera(korning, user).save()
    if not _skriv_rader(korning, user):
        raise ValidationError(TOM)
    return korning


@transaction.atomic
def rakna_om(korning: Arvodeskorning, user: Anvandare) -> None:
    """The draft's rows made anew from what is noted now. Raises ValidationError when attested.

    Whoever recalculates is the one who has made it.
    """
    korning = _utkast(korning)
    for rad in korning.rader.all():
        signera(rad, user).delete()
    korning.skapad_av, korning.skapad_namn = user, str(user)
    signera(korning, user).save()
    _skriv_rader(korning, user)


@transaction.atomic
def ta_bort(korning: Arvodeskorning, user: Anvandare) -> None:
    """Removes a draft. Raises ValidationError when it is attested."""
    korning = _utkast(korning)
    for rad in korning.rader.all():
        signera(rad, user).delete()
    signera(korning, user).delete()


@transaction.atomic
def attestera(korning: Arvodeskorning, user: Anvandare) -> None:
    """Locks what was shown: by another than the maker, and by nobody who is paid in it.

    Raises ValidationError also when something has been noted since that changes an amount.
    """
    korning = _utkast(korning)
    if _har_gjort(korning, user):
        raise ValidationError(INTE_SJALV)
    rader = list(korning.rader.select_related("person"))
    if any(rad.person.anvandare_id == user.pk for rad in rader):
        raise ValidationError(INTE_EGET)
    if not rader:
        raise ValidationError(TOM)
    nu = poster_att_betala(korning.fran, korning.tom)
    if Counter(map(_sagt, nu)) != Counter(_sagt(sparad_post(rad)) for rad in rader):
        raise ValidationError(ANDRAT)
    korning.status = Korningsstatus.ATTESTERAD
    korning.attesterad_av, korning.attesterad_namn = user, str(user)
    korning.attesterad_at = hel_sekund()
    korning.full_clean()
    signera(korning, user).save()


@transaction.atomic
def markera_exporterad(korning: Arvodeskorning, user: Anvandare) -> Arvodeskorning:
    """Notes that the attested run has gone to payroll; once is enough. Raises ValidationError."""
    korning = _las(korning)
    if not korning.last:
        raise ValidationError(INTE_ATTESTERAD)
    if korning.status == Korningsstatus.ATTESTERAD:
        korning.status = Korningsstatus.EXPORTERAD
        signera(korning, user).save()
    return korning


def _har_gjort(korning: Arvodeskorning, user: Anvandare) -> bool:
    """Whether the user made it; of a draft that was read from a folder only the name is known."""
    if korning.skapad_av_id is None:
        return korning.skapad_namn == str(user)
    return korning.skapad_av_id == user.pk


def _las(korning: Arvodeskorning) -> Arvodeskorning:
    return Arvodeskorning.objects.select_for_update(of=("self",)).get(pk=korning.pk)


def _utkast(korning: Arvodeskorning) -> Arvodeskorning:
    korning = _las(korning)
    if korning.last:
        raise ValidationError(LAST)
    return korning


def _skriv_rader(korning: Arvodeskorning, user: Anvandare) -> int:
    poster = poster_att_betala(korning.fran, korning.tom)
    for post in poster:
        rad = Arvodesrad(
            korning=korning,
            person_id=post.person,
            uppdrag_id=post.uppdrag,
            mote_id=post.mote,
            krav_id=post.krav,
            rattar_id=post.rattar,
            slag=post.slag,
            post=post.post,
            text=post.text,
            antal=post.antal,
            a_pris=post.a_pris,
            belopp=post.belopp,
        )
        rad.full_clean()
        signera(rad, user).save()
    return len(poster)


def _sagt(post: Post) -> tuple[object, ...]:
    """What the row says, to tell whether it would be the same today."""
    return (post.nyckel, post.rattar, post.text, post.belopp)
