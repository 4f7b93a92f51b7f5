"""The page of what each insats has used, from ledger, grants and claims."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ekonomi.models import Dimension, Objekt, Saldo
from ekonomi.selectors.forbrukning import forbrukningar
from finsam.periods import Period
from insatser.models import Avvikelse, Insatsbudget
from tests import rader
from tests.insatser.exempel import insats

pytestmark = pytest.mark.django_db
H1 = Period(2024, "H", 1)


@pytest.fixture
def bokfort() -> None:
    """Two insatser; the first has used 10 kr a month, the second has a plan and no projekt."""
    en = insats(1, budget={2024: 120})
    insats(2, projektkod=None, insatstyp="struktur")
    Insatsbudget.objects.create(
        insats_id=en.pk + 1, verksamhetsar=2024, belopp=100,
        kvartal1=0, kvartal2=10, kvartal3=40, kvartal4=50,
    )  # fmt: skip
    (konto,) = rader.konton(1)
    dimension = Dimension.objects.get_or_create(nummer=6, defaults={"namn": "Projekt"})[0]
    projekt = Objekt.objects.create(dimension=dimension, kod="P001")
    for manad in range(1, 13):
        Saldo.objects.create(
            rakenskapsar=rader.ar(), konto=konto, manad=manad, projekt=projekt, belopp=10
        )


def test_utfall_mot_plan_och_manader(bokfort: None) -> None:
    en, annan = forbrukningar(H1)
    assert (en.utfall, en.till_datum, en.kvot, en.kvar) == (60, 60, 1, 60)
    assert (annan.utfall, annan.till_datum, annan.linjar, annan.kvot) == (0, 10, 50, 0)


def test_godkand_overforing_hojer_nasta_ars_budget(bokfort: None) -> None:
    Avvikelse.objects.create(
        insats_id=insats(3).pk,
        period="2023",
        slag="overforing",
        belopp=20,
        status="godkand",
        anmald=date(2023, 12, 1),
        beslutsdatum=date(2023, 12, 15),
    )
    assert [rad.arsbudget for rad in forbrukningar(H1)] == [120, 100, 20]


def test_lika_manga_fragor_for_manga(bokfort: None) -> None:
    def fragor() -> int:
        with CaptureQueriesContext(connection) as alla:
            forbrukningar(H1)
        return len(alla)

    fa = fragor()
    for nr in range(3, 30):
        insats(nr, budget={2024: nr})
    assert fragor() == fa == 9


def test_sidan(bokfort: None, ekonom_klient: Client) -> None:
    sida = ekonom_klient.get("/ekonomi/forbrukning/", {"period": "2024-H1"}).content.decode()
    assert "Förbrukningskvoten 0\u00a0% avviker från målvärdet 100\u00a0%." in sida
    # 60 of 220; all of it on individinsatser
    assert "27\u00a0%" in sida and "100\u00a0%" in sida
    assert "projekt=P001&amp;fran=2024-01-01&amp;tom=2024-06-30" in sida


def test_utan_bokforing_visas_budgeten_men_inget_utfall(ekonom_klient: Client) -> None:
    insats(1, budget={2024: 120})
    sida = ekonom_klient.get("/ekonomi/forbrukning/", {"period": "2024"}).content.decode()
    assert "120,00" in sida and "Nyttjandegrad" not in sida
