"""What the board says on the start page: who sits in it today."""

from datetime import date

from django.urls import reverse

from finsam.arshjul import Lage, Plikt
from finsam.permissions import Ratt
from styrelse.models import Uppdrag


def plikter(idag: date) -> list[Plikt]:
    """None: the meetings have days of their own."""
    return []


def lage(idag: date) -> list[Lage]:
    antal = Uppdrag.objects.i_styrelsen().under(idag, idag).values("person").distinct().count()
    text = f"{antal} förtroendevalda i dag"
    return [Lage("Styrelse", text, Ratt.STYRELSE_LASA, reverse("styrelse:uppdrag_list"))]
