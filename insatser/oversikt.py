"""What the insatser say on the start page: how many run, what waits for a decision."""

from collections import Counter
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse

from finsam.arshjul import Lage, Plikt
from finsam.permissions import Ratt
from insatser.choices import Ansokningsstatus, Insatslage, Slutrapportstatus
from insatser.models import Ansokan, Insats, Slutrapport


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
        Lage("Slutrapporter", _slutrapporter(idag), Ratt.INSATSER_LASA, _avslutade()),
    ]


def _ansokningar() -> str:
    """ "3 väntar på beslut, 1 åter för komplettering"."""
    antal = Counter(Ansokan.objects.obeslutade().values_list("status", flat=True))
    ater = antal[Ansokningsstatus.KOMPLETTERING]
    text = f"{antal.total() - ater} väntar på beslut"
    return f"{text}, {ater} åter för komplettering" if ater else text


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
