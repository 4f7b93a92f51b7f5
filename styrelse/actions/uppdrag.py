"""Changes of office."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.models import Person, Uppdrag


@dataclass(frozen=True)
class Eftertradare:
    """Who takes over, from which day and for how long; `tom` None until further notice."""

    namn: str
    parti: str
    fran: date
    tom: date | None


@transaction.atomic
def lamna_over(uppdrag: Uppdrag, sista: date, ny: Eftertradare, user: Anvandare) -> Uppdrag:
    """Ends the office on its last day and begins the successor's in the same seat.

    Both or neither. Raises ValidationError for a rule that either of them breaks.
    """
    uppdrag = Uppdrag.objects.select_for_update(of=("self",)).get(pk=uppdrag.pk)
    if uppdrag.tom is not None and uppdrag.tom < sista:
        raise ValidationError(f"Uppdraget slutade redan {uppdrag.tom}.")
    if ny.fran <= sista:
        tidigast = sista + timedelta(days=1)
        raise ValidationError({"forsta": f"Efterträdaren kan börja tidigast {tidigast}."})
    uppdrag.tom = sista
    _spara(uppdrag, user)
    # The person is locked so that two forms do not give one person two members.
    person, _ = Person.objects.select_for_update().get_or_create(namn=ny.namn)
    eftertradaren = Uppdrag(
        person=person,
        medlem=uppdrag.medlem,
        organ=uppdrag.organ,
        roll=uppdrag.roll,
        ordning=uppdrag.ordning,
        arvoderas=uppdrag.arvoderas,
        parti=ny.parti,
        fran=ny.fran,
        tom=ny.tom,
    )
    _spara(eftertradaren, user)
    return eftertradaren


def _spara(uppdrag: Uppdrag, user: Anvandare) -> None:
    uppdrag.full_clean()
    signera(uppdrag, user).save()
