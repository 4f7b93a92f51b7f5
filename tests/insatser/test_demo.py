"""The demo's insatsansvarig has an insats to report for."""

from datetime import date
from pathlib import Path

import pytest

from finsam.choices import Roll
from finsam.demodata import forbered_rummen, inloggningar
from finsam.models import Anvandare, Medlem
from insatser.models import Insats

pytestmark = pytest.mark.django_db


@pytest.fixture
def ansvarig(tmp_path: Path) -> Anvandare:
    inloggningar(tmp_path / "inloggningar.json")
    agare = Medlem.objects.create(namn="Öst kommun", kortnamn="Öst", typ="kommun")
    for nr, typ, start, slut in (
        (1, "individ", 2018, 2021),
        (2, "struktur", 2021, 2027),
        (3, "individ", 2022, 2025),
        (4, "individ", 2023, 2026),
    ):
        Insats.objects.create(
            nr=nr,
            namn=f"Insats {nr}",
            kortnamn=f"{nr}",
            insatstyp=typ,
            insatsagare=agare,
            start=date(start, 1, 1),
            slut=date(slut, 12, 31),
        )
    return Anvandare.objects.get(roll=Roll.INSATSANSVARIG)


@pytest.mark.parametrize(
    ("idag", "nr"),
    [
        (date(2024, 5, 1), 3),  # the first that runs and has participants
        (date(2027, 5, 1), 2),  # none has participants
        (date(2030, 5, 1), 2),  # none runs: the one that ran last
    ],
)
def test_which_insats(ansvarig: Anvandare, idag: date, nr: int) -> None:
    forbered_rummen(idag)
    assert ansvarig.ansvarar_for.get().nr == nr


def test_the_second_start_changes_nothing(ansvarig: Anvandare) -> None:
    forbered_rummen(date(2024, 5, 1))
    forbered_rummen(date(2030, 5, 1))
    assert ansvarig.ansvarar_for.get().nr == 3


def test_without_insatser_there_is_nothing_to_answer_for(tmp_path: Path) -> None:
    inloggningar(tmp_path / "inloggningar.json")
    forbered_rummen(date(2024, 5, 1))
    assert not Insats.objects.exists()
