"""What the insatser say on the start page: how many run today, how many end this year."""

from datetime import date

from django.urls import reverse

from finsam.arshjul import Lage, Plikt
from finsam.permissions import Ratt
from insatser.models import Insats


def plikter(idag: date) -> list[Plikt]:
    """None: the reports of the insatser have days of their own."""
    return []


def lage(idag: date) -> list[Lage]:
    pagar = Insats.objects.under(idag, idag).count()
    slutar = Insats.objects.avslutade(idag, date(idag.year, 12, 31)).count()
    text = f"{pagar} pågår" + (f", {slutar} slutar i år" if slutar else "")
    return [Lage("Insatser", text, Ratt.INSATSER_LASA, reverse("insatser:insats_list"))]
