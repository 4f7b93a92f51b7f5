"""A plan of internal control and what is done by it, as values and as rows."""

from datetime import date
from typing import Any

from finsam.periods import Period
from uppfoljning.calculations.internkontroll import Moment, Riskvarde, Utforande
from uppfoljning.models import Internkontrollplan, Kontrollmoment


def moment(**andrat: Any) -> Moment:
    grund: dict[str, Any] = {
        "pk": 1,
        "nr": 1,
        "ar": 2021,
        "omrade": "ekonomi",
        "omradesord": "Ekonomi och budget",
        "risk": "Fel utbetalning",
        "fore": Riskvarde(2, 3),
        "efter": None,
        "kontroll": "Stickprov",
        "metod": "",
        "frekvens": "ar",
        "frekvensord": "En gång om året",
        "ansvarig": "Ekonom",
    }
    return Moment(**{**grund, **andrat})


def utforande(**andrat: Any) -> Utforande:
    grund: dict[str, Any] = {
        "pk": 1,
        "period": Period(2021),
        "utford": date(2021, 9, 1),
        "resultat": "utan_avvikelse",
        "resultatord": "Utan avvikelse",
        "farg": "ok",
    }
    return Utforande(**{**grund, **andrat})


def skapa_plan(ar: int = 2024, **falt: Any) -> Internkontrollplan:
    return Internkontrollplan.objects.create(verksamhetsar=ar, **falt)


def beslutad_plan(ar: int = 2024) -> Internkontrollplan:
    return skapa_plan(ar, status="beslutad", beslutad=date(ar - 1, 12, 4), paragraf="§ 61")


def skapa_moment(plan: Internkontrollplan, nr: int = 1, **falt: Any) -> Kontrollmoment:
    grund: dict[str, Any] = {
        "omrade": "ekonomi",
        "risk": "Fel belopp betalas ut",
        "sannolikhet": 2,
        "konsekvens": 3,
        "kontroll": "Genomgång av utbetalningar",
        "frekvens": "halvar",
        "ansvarig": "Ekonomen",
    }
    return Kontrollmoment.objects.create(plan=plan, nr=nr, **{**grund, **falt})
