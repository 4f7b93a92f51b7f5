"""What the insatser say on the start page: how many run, what waits for a decision."""

from collections import Counter
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse

from finsam.arshjul import Lage, Plikt
from finsam.permissions import Ratt
from insatser.choices import (
    Ansokningsstatus,
    Avvikelseslag,
    Avvikelsestatus,
    Insatslage,
    Rekvisitionsstatus,
    Slutrapportstatus,
)
from insatser.models import Ansokan, Avvikelse, Insats, Rekvisition, Slutrapport


def plikter(idag: date) -> list[Plikt]:
    """None: the reports of the insatser have days of their own."""
    return []


def lage(idag: date) -> list[Lage]:
    pagar = Insats.objects.under(idag, idag).count()
    slutar = Insats.objects.avslutade(idag, date(idag.year, 12, 31)).count()
    text = f"{pagar} pågår" + (f", {slutar} slutar i år" if slutar else "")
    return [
        Lage("Insatser", text, Ratt.INSATSER_LASA, reverse("insatser:insats_list")),
        Lage("Ansökningar", _ansokningar(), Ratt.INSATSER_LASA, reverse("insatser:ansokan_list")),
        Lage("Rekvisitioner", _rekvisitioner(), Ratt.REKVISITION_ATTESTERA, _att_attestera()),
        Lage("Avvikelser", _avvikelser(), Ratt.INSATSER_ANDRA, _oppna_avvikelser()),
        Lage("Slutrapporter", _slutrapporter(idag), Ratt.INSATSER_LASA, _avslutade()),
    ]


def _ansokningar() -> str:
    """ "3 väntar på beslut, 1 åter för komplettering"."""
    antal = Counter(Ansokan.objects.obeslutade().values_list("status", flat=True))
    ater = antal[Ansokningsstatus.KOMPLETTERING]
    text = f"{antal.total() - ater} väntar på beslut"
    return f"{text}, {ater} åter för komplettering" if ater else text


def _rekvisitioner() -> str:
    """ "2 väntar på första attest, 1 på andra"."""
    antal = Counter(Rekvisition.objects.values_list("status", flat=True))
    andra = antal[Rekvisitionsstatus.GRANSKAD]
    text = f"{antal[Rekvisitionsstatus.INLAMNAD]} väntar på första attest"
    return f"{text}, {andra} på andra" if andra else text


def _att_attestera() -> str:
    return f"{reverse('insatser:rekvisition_list')}?status={Rekvisitionsstatus.INLAMNAD}"


def _avvikelser() -> str:
    """ "3 väntar på beslut, 1 om att föra över medel"."""
    oppna = Avvikelse.objects.filter(status=Avvikelsestatus.OPPEN)
    antal = Counter(oppna.values_list("slag", flat=True))
    overforingar = antal[Avvikelseslag.OVERFORING]
    text = f"{antal.total()} väntar på beslut"
    return f"{text}, {overforingar} om att föra över medel" if overforingar else text


def _oppna_avvikelser() -> str:
    return f"{reverse('insatser:avvikelse_list')}?status={Avvikelsestatus.OPPEN}"


def _slutrapporter(idag: date) -> str:
    """Of the insatser that ended within a year and are not followed by another."""
    i_fjol = idag - timedelta(days=365)
    avslutade = Insats.objects.avslutade(i_fjol, idag - timedelta(days=1))
    slutna = avslutade.filter(forlangningar__isnull=True)
    inlamnade = ~Q(slutrapport__status=Slutrapportstatus.UTKAST)
    saknas = slutna.exclude(Q(slutrapport__isnull=False) & inlamnade).count()
    vantar = Slutrapport.objects.filter(status=Slutrapportstatus.INLAMNAD).count()
    text = f"{saknas} saknas efter insatser som slutat det senaste året"
    return f"{text}, {vantar} att godkänna" if vantar else text


def _avslutade() -> str:
    return f"{reverse('insatser:insats_list')}?lage={Insatslage.AVSLUTAD}"
