"""Rows that the tests of the insatser start from."""

from datetime import date
from typing import Any

from finsam.models import Medlem
from insatser.models import Insats, Insatsbudget


def insats(nr: int = 1, budget: dict[int, int] | None = None, **falt: Any) -> Insats:
    """An insats that runs 2024 and 2025, with granted kr per year."""
    agare, _ = Medlem.objects.get_or_create(
        namn="Byarums kommun",
        defaults={"kortnamn": "Byarum", "typ": "kommun", "fran": date(2010, 1, 1)},
    )
    standard = {
        "namn": f"Insats nummer {nr}",
        "kortnamn": f"Insats {nr}",
        "insatstyp": "individ",
        "insatsagare": agare,
        "start": date(2024, 1, 1),
        "slut": date(2025, 12, 31),
        "projektkod": f"P{nr:03}",
    }
    ny = Insats.objects.create(nr=nr, **{**standard, **falt})
    for ar, belopp in (budget or {}).items():
        Insatsbudget.objects.create(insats=ny, verksamhetsar=ar, belopp=belopp)
    return ny
