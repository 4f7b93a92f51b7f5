"""Writes over several rows of a plan of internal control."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.signering import signera
from uppfoljning.choices import Planstatus
from uppfoljning.models import Internkontrollplan, Kontrollmoment

# What a new year takes over; what was done, and what risk was left by it, is not among it.
MOMENTETS_FALT = (
    *("nr", "omrade", "risk", "sannolikhet", "konsekvens", "sannolikhet_efter", "konsekvens_efter"),
    *("kontroll", "metod", "frekvens", "ansvarig", "systemkontroll"),
)


@transaction.atomic
def skapa_plan(ar: int, fran: int | None, user: Any) -> Internkontrollplan:
    """A draft for the year, empty or with the moments of the year `fran`.

    Raises ValidationError when the year has a plan, or `fran` has none.
    """
    plan = Internkontrollplan(verksamhetsar=ar)
    _spara(plan, user)
    if fran is None:
        return plan
    forlaga = Internkontrollplan.objects.filter(verksamhetsar=fran).first()
    if forlaga is None:
        raise ValidationError(f"Året {fran} har ingen plan att kopiera.")
    for moment in forlaga.moment.all():
        varden = {falt: getattr(moment, falt) for falt in MOMENTETS_FALT}
        _spara(Kontrollmoment(plan=plan, **varden), user, f"Kopierat från {fran}")
    return plan


def _spara(rad: Any, user: Any, skal: str = "") -> None:
    signera(rad, user)
    rad._change_reason = skal or None
    rad.full_clean()
    rad.save()


@transaction.atomic
def besluta_plan(ar: int, beslutad: date, paragraf: str, user: Any) -> Internkontrollplan:
    """The board's decision: from now on the plan is only followed up.

    Raises ValidationError when it is decided already or has no moments.
    """
    plan = Internkontrollplan.objects.select_for_update().get(verksamhetsar=ar)
    if plan.last:
        raise ValidationError("Planen är redan beslutad.")
    if not plan.moment.exists():
        raise ValidationError("Planen har inga moment att besluta om.")
    plan.status, plan.beslutad, plan.paragraf = Planstatus.BESLUTAD, beslutad, paragraf
    _spara(plan, user)
    return plan
