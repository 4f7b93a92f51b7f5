"""What the board puts in the demo."""

from datetime import date

from finsam.choices import Roll
from finsam.models import Anvandare
from styrelse.choices import Uppdragsroll
from styrelse.models import Person, Uppdrag


def forbered(ansvarig: Anvandare, idag: date) -> None:
    """Lets the demo's ledamot be somebody with a seat today, once: a namesake, or the first.

    Attendance, notes and letters then have somebody to belong to.
    """
    ledamot = Anvandare.objects.filter(roll=Roll.LEDAMOT).order_by("pk").first()
    if ledamot is None or Person.objects.filter(anvandare=ledamot).exists():
        return
    platser = Uppdrag.objects.i_styrelsen().under(idag, idag).select_related("person")
    ordinarie = platser.filter(person__anvandare=None).exclude(roll=Uppdragsroll.ERSATTARE)
    personer = [plats.person for plats in ordinarie.order_by("medlem__namn", "pk")]
    namne = [person for person in personer if person.namn == str(ledamot)]
    for person in (namne or personer)[:1]:
        person.anvandare = ledamot
        person.save()
