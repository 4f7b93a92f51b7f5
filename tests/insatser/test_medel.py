"""Money left to claim: the grant, what was moved between years, what is claimed."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from insatser.calculations.medel import Medelslage
from insatser.models import Avvikelse, Insats, Rekvisition, Rekvisitionspost
from insatser.selectors.medel import medelslage, medelslagen
from insatser.selectors.rekvisition import lagesbild
from tests.insatser.exempel import insats

NU = "2024-05-01T10:00Z"


def kr(belopp: int) -> Decimal:
    return Decimal(belopp)


def rekvisition(av: Insats, period: str, status: str, *belopp: int) -> Rekvisition:
    inlamnad = None if status == "utkast" else NU
    ny = Rekvisition.objects.create(insats=av, period=period, status=status, inlamnad_at=inlamnad)
    for slag, ett in zip(("personal", "lokal"), belopp, strict=False):
        Rekvisitionspost.objects.create(rekvisition=ny, kostnadsslag=slag, belopp=ett)
    return ny


def overforing(av: Insats, belopp: int, period: str = "2024", status: str = "godkand") -> None:
    Avvikelse.objects.create(
        insats=av,
        period=period,
        slag="overforing",
        belopp=belopp,
        status=status,
        anmald=date(2024, 12, 1),
        beslutsdatum=None if status == "oppen" else date(2024, 12, 15),
    )


def test_lage_i_handraknat_exempel() -> None:
    # 1 000 granted + 50 from last year - 100 to next year = 950; 300 + 200 claimed leaves 450.
    lage = Medelslage(kr(1000), kr(50), kr(100), inlamnat=kr(300), attesterat=kr(200))
    assert (lage.tak, lage.rekvirerat, lage.kvar) == (950, 500, 450)


@pytest.mark.parametrize(("belopp", "over"), [(449, 0), (450, 0), (451, 1), (1000, 550), (-5, 0)])
def test_overskridande(belopp: int, over: int) -> None:
    assert Medelslage(beviljat=kr(450)).overskridande(kr(belopp)) == over


def test_egen_inlamnad_rekvisition_raknas_inte_mot_sig_sjalv() -> None:
    lage = Medelslage(beviljat=kr(500), inlamnat=kr(400))
    assert lage.utan(kr(400)).overskridande(kr(500)) == 0


def test_bara_inlamnade_och_attesterade_raknas(db: None) -> None:
    en = insats(budget={2024: 1000, 2025: 1200})
    rekvisition(en, "2024-K1", "inlamnad", 100, 20)
    rekvisition(en, "2024-K2", "granskad", 200)
    rekvisition(en, "2024-K3", "utkast", 400)
    rekvisition(en, "2024-K4", "ater", 800)
    rekvisition(en, "2025-K1", "inlamnad", 7)
    assert medelslage(en, 2024) == Medelslage(beviljat=kr(1000), inlamnat=kr(320))
    assert medelslage(en, 2025) == Medelslage(beviljat=kr(1200), inlamnat=kr(7))
    assert medelslage(en, 2026) == Medelslage()


def test_en_negativ_rekvisition_ger_utrymme_forst_nar_den_ar_attesterad(db: None) -> None:
    en = insats(budget={2024: 1000})
    rekvisition(en, "2024-K1", "inlamnad", 900)
    tillbaka = rekvisition(en, "2024-K2", "granskad", -400, 100)
    # 1 000 - 900; the 300 that come back are not there yet, and the 100 do not stand alone.
    assert medelslage(en, 2024).kvar == 100
    assert lagesbild(tillbaka).lage.kvar == 100
    tillbaka.status, tillbaka.attest1_namn, tillbaka.attest2_namn = "attesterad", "A", "B"
    tillbaka.save()
    assert medelslage(en, 2024).kvar == 1000 - 900 + 300


def test_overforing_flyttar_taket_fran_ett_ar_till_nasta(db: None) -> None:
    en = insats(budget={2024: 1000, 2025: 1200})
    overforing(en, 150)
    overforing(en, 30, period="2024-K4")
    overforing(en, 999, status="avslagen")
    overforing(en, 999, status="oppen")
    assert medelslage(en, 2024).tak == 1000 - 180
    assert medelslage(en, 2025).tak == 1200 + 180


def test_alla_insatsers_lagen_i_tre_fragor(db: None) -> None:
    for nr in range(1, 8):
        rekvisition(insats(nr, budget={2024: nr * 100}), "2024-K1", "inlamnad", nr)
    with CaptureQueriesContext(
        connection,
    ) as fragor:
        lagen = medelslagen()
    assert len(fragor) == 3
    assert sorted(lage.kvar for lage in lagen.values()) == [99 * nr for nr in range(1, 8)]
