"""A plan of internal control and what is done by it, as values and as rows."""

from datetime import UTC, date, datetime
from typing import Any

from finsam.periods import Period
from uppfoljning.calculations.internkontroll import Moment, Riskvarde, Utforande
from uppfoljning.models import (
    Internkontrollplan,
    Kontrollmoment,
    Kontrollutforande,
    Stickprov,
    Stickprovspost,
)


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


def skapa_internkontroll() -> dict[str, Any]:
    """A draft of 1998 and a decided plan of 1999 with a control done and a sample drawn: keys."""
    utkast = skapa_moment(skapa_plan(1998))
    beslutat = skapa_moment(beslutad_plan(1999))
    gjord = Kontrollutforande.objects.create(
        moment=beslutat, period="1999-H1", utford=date(1999, 7, 9), resultat="utan_avvikelse"
    )
    stickprov = Stickprov.objects.create(
        moment=beslutat, population="beslut", period="1999-H1", fro=7, antal=1, ram=2,
        ramsumma="0" * 64,
        dragen_at=datetime(1999, 7, 8, 9, 30, tzinfo=UTC),
    )  # fmt: skip
    Stickprovspost.objects.create(stickprov=stickprov, ordning=1, nyckel="A", etikett="Beslut A")
    return {
        "kontrollmoment": utkast.pk,
        "beslutat_moment": beslutat.pk,
        "kontrollutforande": gjord.pk,
        "stickprov": stickprov.pk,
    }
