"""The payment plan: invoices as rows, and the days on which they are sent and paid."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from ekonomi.calculations.avgifter import AvgiftFel
from ekonomi.calculations.betalplan import Rat, aterstar, betalplan
from ekonomi.models import Avgiftsfaktura, Avgiftsrat, Tilldelning
from ekonomi.models.avgift import I_FORTID, STEG
from ekonomi.selectors.avgifter import avgifter_av
from finsam.models import Anvandare
from finsam.signering import signera

INTE_FASTSTALLD = "Betalplanen görs när styrelsen har fastställt avgifterna."
ERSATT = "En senare version är fastställd: gör betalplanen för den."
REDAN_GJORD = "Betalplanen är redan gjord."
INGEN_VALD = "Välj minst en faktura."


@transaction.atomic
def gor_betalplan(tilldelning: Tilldelning, user: Anvandare) -> list[Avgiftsfaktura]:
    """An invoice per payer and instalment that is not zero. Raises ValidationError.

    For a correction, what has been sent by earlier versions counts, and what has not is taken
    away: the year's invoices are together the fee that holds. What was sent above a lowered fee
    is set off against the payer's later instalments; what is left then is to be paid back.
    """
    arets = Tilldelning.objects.select_for_update().filter(verksamhetsar=tilldelning.verksamhetsar)
    versioner = {rad.pk: rad for rad in arets}
    rad = versioner[tilldelning.pk]
    _krav(rad, versioner)
    fakturor = Avgiftsfaktura.objects.select_for_update()
    gamla = list(fakturor.filter(tilldelning__in=versioner))
    if any(faktura.tilldelning_id == rad.pk for faktura in gamla):
        raise ValidationError(REDAN_GJORD)
    nya = _plan(rad, [faktura for faktura in gamla if faktura.fakturerad])
    for faktura in gamla:
        if not faktura.fakturerad:
            _med_spar(faktura, user)
            faktura.delete()
    for faktura in nya:
        _spara(faktura, user)
    return nya


def _krav(rad: Tilldelning, versioner: dict[int, Tilldelning]) -> None:
    if not rad.last:
        raise ValidationError(INTE_FASTSTALLD)
    if any(annan.last and annan.version > rad.version for annan in versioner.values()):
        raise ValidationError(ERSATT)


def _plan(rad: Tilldelning, skickade: Sequence[Avgiftsfaktura]) -> list[Avgiftsfaktura]:
    rater = [Rat(*ett) for ett in Avgiftsrat.objects.values_list("part", "manad", "dag", "andel")]
    try:
        plan = betalplan(avgifter_av(rad), rater, rad.verksamhetsar)
    except AvgiftFel as fel:
        raise ValidationError(str(fel)) from fel
    # Who has been sent more than the fee gets no more; the page says what is to be paid back.
    kvar, _ = aterstar(plan, [(f.medlem_id, int(f.belopp)) for f in skickade])
    return [
        Avgiftsfaktura(
            tilldelning=rad, medlem_id=del_.medlem, forfaller=del_.forfaller, belopp=del_.belopp
        )
        for del_ in kvar
    ]


@transaction.atomic
def markera(
    verksamhetsar: int, nycklar: Sequence[int], steg: str, dag: date, user: Anvandare, idag: date
) -> int:
    """Sets the day (`steg` fakturerad or betald) of the year's invoices with the keys.

    Those that have a day already keep it; how many were set comes back. Raises ValidationError.
    """
    if steg not in STEG or not nycklar:
        raise ValidationError(INGEN_VALD)
    if dag > idag:
        raise ValidationError({"dag": I_FORTID})
    fakturor = Avgiftsfaktura.objects.select_for_update().filter(
        tilldelning__verksamhetsar=verksamhetsar, pk__in=nycklar
    )
    satta = [faktura for faktura in fakturor if getattr(faktura, steg) is None]
    for faktura in satta:
        setattr(faktura, steg, dag)
        _spara(faktura, user)
    return len(satta)


def _spara(faktura: Avgiftsfaktura, user: Anvandare) -> None:
    faktura.full_clean()
    _med_spar(faktura, user)
    faktura.save()


def _med_spar(faktura: Avgiftsfaktura, user: Anvandare) -> None:
    signera(faktura, user)
