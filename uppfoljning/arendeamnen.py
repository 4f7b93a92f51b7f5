"""The plan of the internal control as what a matter is about: a year's plan, decided once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from finsam.models import Anvandare
from finsam.permissions import Ratt
from styrelse.amnen import (
    Amne,
    Amnesslag,
    Arendeutkast,
    Bilageutkast,
    GorsForHand,
    Motesbeslut,
    frys,
)
from styrelse.bilagekrav import krav_som_bilagan
from styrelse.calculations.bilageskillnad import Skillnad, skillnader, texterna
from styrelse.choices import Beslutstyp
from uppfoljning.actions.internkontroll import besluta_plan
from uppfoljning.models import Internkontrollplan

KOD = "internkontrollplan"
ANTAR = (Beslutstyp.BIFALL, Beslutstyp.ANDRAT)
ANDRAD = "Mötet ändrade planen: för in ändringen och besluta om den på dess sida."
# The table of the plan's document.
PLANTABELL = "internkontrollplan"


def _amne(plan: Internkontrollplan) -> Amne:
    return Amne(
        slag=KOD,
        nyckel=str(plan.verksamhetsar),
        namn=f"Internkontrollplan {plan.verksamhetsar}",
        adress=plan.get_absolute_url(),
        lage=plan.get_status_display(),
    )


def _plan(nyckel: str) -> Internkontrollplan | None:
    ar = int(nyckel) if nyckel.isdecimal() else 0
    return Internkontrollplan.objects.filter(verksamhetsar=ar).first()


def _kandidater(idag: date) -> list[Amne]:
    return [_amne(plan) for plan in Internkontrollplan.objects.all() if not plan.last]


def _hitta(nyckel: str) -> Amne | None:
    plan = _plan(nyckel)
    return _amne(plan) if plan else None


def _utkast(nyckel: str) -> Arendeutkast:
    return Arendeutkast(
        f"Internkontrollplan {nyckel}",
        f"att anta internkontrollplanen för {nyckel} enligt bilaga",
        bilagor=(Bilageutkast(KOD, nyckel),),
    )


def _redan(beslut: Motesbeslut) -> str:
    """That the plan has the decision already, taken on its own page; empty where it has not."""
    plan = _plan(beslut.nyckel)
    if beslut.utfall in ANTAR and plan and plan.last and beslut.togs(plan.beslutad, plan.paragraf):
        return f"Internkontrollplanen för {beslut.nyckel} är redan antagen."
    return ""


def _verkan(beslut: Motesbeslut) -> str:
    if redan := _redan(beslut):
        return redan
    if beslut.utfall == Beslutstyp.ANDRAT:
        raise GorsForHand(ANDRAD)
    if beslut.utfall != Beslutstyp.BIFALL:
        return ""
    plan = _plan(beslut.nyckel)
    if plan is None:
        raise ValidationError(f"Det finns ingen internkontrollplan för {beslut.nyckel}.")
    if plan.last:
        raise ValidationError("Planen är redan beslutad.")
    nyckel = beslut.nyckel
    tillagg = krav_som_bilagan(
        beslut, (f"{KOD} {nyckel}",), lambda data: _skillnader(nyckel, data), "Planen"
    )
    return f"Internkontrollplanen för {nyckel} antas.{tillagg}"


def _skillnader(nyckel: str, data: Mapping[str, Any]) -> tuple[Skillnad, ...]:
    nu = frys(KOD, nyckel).data
    return skillnader(texterna(data, PLANTABELL), texterna(nu, PLANTABELL))


def _verkstall(beslut: Motesbeslut, anvandare: Anvandare) -> str:
    if not (verkan := _verkan(beslut)):
        return ""
    if _redan(beslut):
        return verkan
    list(Internkontrollplan.objects.select_for_update().filter(verksamhetsar=int(beslut.nyckel)))
    _verkan(beslut)
    besluta_plan(int(beslut.nyckel), beslut.datum, beslut.paragraf, anvandare)
    return f"Internkontrollplanen för {beslut.nyckel} är antagen."


AMNEN = (
    Amnesslag(
        kod=KOD,
        namn="Internkontrollplaner",
        ratt=Ratt.INTERNKONTROLL_LASA,
        kandidater=_kandidater,
        hitta=_hitta,
        utkast=_utkast,
        verkan=_verkan,
        verkstall=_verkstall,
        verkstall_ratt=Ratt.INTERNKONTROLL_ANDRA,
    ),
)
