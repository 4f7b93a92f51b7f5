"""Taking in an answered questionnaire, so that nothing of it points at who answered."""

import random
import uuid
from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import BooleanField, Case, F, PositiveIntegerField, Q, Value, When

from uppfoljning.calculations.enkat import FRITEXT, HOPPADE_OVER
from uppfoljning.models import Enkatfraga, Enkatnyckel, Enkatomgang, Fritextsvar, Svarsrakning
from uppfoljning.selectors.enkat import Lanklage, kontrollsumma, lanklage, omgangens_fragor


@transaction.atomic
def spara_svar(hemlighet: str, svar: Mapping[int, int | str], idag: date) -> None:
    """Counts the answers (step or text by question) and uses up the key, both or neither.

    A question that is missing in `svar` counts as passed by. Raises ValidationError, with the
    reason in words, for a key that does not open the round today.

    A database remembers in which order, and in which transaction, its rows were last written.
    Therefore every key, counter and text of the round is written anew each time: that memory then
    says the same of all of them.
    """
    summa = kontrollsumma(hemlighet)
    # One at a time: two who answer at once would else each miss the other's text.
    Enkatomgang.objects.select_for_update(of=("self",)).filter(nycklar__nyckel=summa).first()
    lage, omgang = lanklage(hemlighet, idag)
    if lage != Lanklage.OPPEN or omgang is None:
        raise ValidationError(lage.value)
    fragor = omgangens_fragor(omgang)
    _anvand_nyckel(omgang, summa)
    _rakna(omgang, fragor, svar)
    _blanda_texter(omgang, [_ny_text(omgang, fraga, svar) for fraga in fragor])


def _anvand_nyckel(omgang: Enkatomgang, summa: str) -> None:
    anvand = Case(
        When(nyckel=summa, then=Value(True)),
        default=F("anvand"),
        output_field=BooleanField(),
    )
    Enkatnyckel.objects.filter(omgang=omgang).update(anvand=anvand)


def _rakna(omgang: Enkatomgang, fragor: list[Enkatfraga], svar: Mapping[int, int | str]) -> None:
    valda = Q()
    for fraga in fragor:
        valda |= Q(fraga=fraga, steg=_steg(fraga, svar.get(fraga.pk)))
    antal = Case(
        When(valda, then=F("antal") + 1), default=F("antal"), output_field=PositiveIntegerField()
    )
    Svarsrakning.objects.filter(omgang=omgang).update(antal=antal)


def _steg(fraga: Enkatfraga, svar: int | str | None) -> int:
    """The step that an answer counts on; text counts on the first."""
    if fraga.skala == FRITEXT:
        return int(bool(svar))
    return int(svar or HOPPADE_OVER)


def _ny_text(
    omgang: Enkatomgang, fraga: Enkatfraga, svar: Mapping[int, int | str]
) -> Fritextsvar | None:
    text = svar.get(fraga.pk)
    if fraga.skala != FRITEXT or not text:
        return None
    return Fritextsvar(omgang=omgang, fraga=fraga, text=str(text))


def _blanda_texter(omgang: Enkatomgang, nya: list[Fritextsvar | None]) -> None:
    """All texts of the round in a new order, under new keys."""
    texter = [*Fritextsvar.objects.filter(omgang=omgang), *(text for text in nya if text)]
    Fritextsvar.objects.filter(omgang=omgang).delete()
    for text in texter:
        text.pk = uuid.uuid4()
    random.SystemRandom().shuffle(texter)
    Fritextsvar.objects.bulk_create(texter)
