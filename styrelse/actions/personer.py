"""People found in the register by the name that somebody writes, or added to it."""

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.models import Person


def person_med_namn(namn: str, user: Anvandare | None) -> Person:
    """The person of that name; a new one where the register has none. Raises ValidationError."""
    namn = " ".join(namn.split())
    person = Person.objects.filter(namn=namn).first()
    if person is None:
        person = Person(namn=namn)
        person.full_clean()
        signera(person, user).save()
    return person
