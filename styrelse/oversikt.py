"""What the board says on the start page: its meetings' duties, and who sits in it today."""

from datetime import date

from django.urls import reverse

from finsam.arshjul import Lage, Plikt, tillstand
from finsam.permissions import Ratt
from styrelse.models import Uppdrag
from styrelse.motesplikter import motesplikter
from styrelse.protokollsplikter import protokollsplikter
from styrelse.selectors.ansvarsfrihet import provning


def plikter(idag: date) -> list[Plikt]:
    """What meetings, minutes and decisions ask for, and the members' decisions on last year."""
    return [*motesplikter(idag), *_ansvarsfrihet(idag), *protokollsplikter(idag)]


def _ansvarsfrihet(idag: date) -> list[Plikt]:
    """The law names no day (26 §): to be done before the year is out."""
    arets = provning(idag.year - 1)
    if not arets.rader:
        return []
    dag = date(idag.year, 12, 31)
    return [
        Plikt(
            dag,
            f"Ansvarsfrihet {arets.verksamhetsar}",
            tillstand(dag, idag, klar=arets.klar),
            Ratt.STYRELSE_LASA,
            reverse("styrelse:ansvarsfrihet_ar", args=[arets.verksamhetsar]),
            f"{len(arets.rader) - len(arets.aterstar)} av {len(arets.rader)} medlemmar "
            "har beslutat.",
            amne=f"ansvarsfrihet {arets.verksamhetsar}",
        )
    ]


def lage(idag: date) -> list[Lage]:
    antal = Uppdrag.objects.i_styrelsen().under(idag, idag).values("person").distinct().count()
    text = f"{antal} förtroendevalda i dag"
    return [Lage("Styrelse", text, Ratt.STYRELSE_LASA, reverse("styrelse:uppdrag_list"))]
