"""Grant per year and usage ratios, against published figures (Uppsala 2021 and 2024)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.money import avrunda
from finsam.periods import Period
from insatser.calculations.forbrukning import (
    Agare,
    Insatsunderlag,
    beviljat_per_ar,
    budget_i_period,
    forbrukningskvot,
    nyttjande,
)

D = Decimal
H1 = Period(2021, "H", 1)
HELAR = (date(2021, 1, 1), date(2021, 12, 31))


def test_beviljat_per_ar_sista_aret_tar_resten() -> None:
    # 385 tkr over 10 + 12 + 12 + 8 = 42 months: 91,67 → 92; 110; 110; 385 − 312 = 73.
    delar = beviljat_per_ar(D(385_000), date(2018, 3, 1), date(2021, 8, 31))
    assert delar == {2018: D(92_000), 2019: D(110_000), 2020: D(110_000), 2021: D(73_000)}


def test_beviljat_med_slut_fore_start() -> None:
    with pytest.raises(ValueError, match="Slutdatum får inte ligga före startdatum"):
        beviljat_per_ar(D(1), date(2020, 2, 1), date(2020, 1, 31))


@given(
    st.decimals(0, 10**9, places=2),
    st.dates(date(2004, 1, 1), date(2050, 12, 31)),
    st.integers(0, 4000),
)
def test_aren_summerar_till_beloppet(belopp: Decimal, start: date, dagar: int) -> None:
    slut = date.fromordinal(start.toordinal() + dagar)
    assert sum(beviljat_per_ar(belopp, start, slut).values()) == belopp


@pytest.mark.parametrize(
    ("utfall", "arsbudget", "start", "slut", "procent"),
    [
        (1_218_839, 2_460_000, *HELAR, 99),  # 2 460 × 6/12 = 1 230
        (220_659, 308_000, date(2019, 7, 1), date(2021, 9, 30), 107),  # 308 × 6/9 = 205,3
        (40_729, 119_000, date(2021, 4, 1), date(2023, 3, 31), 103),  # 119 × 3/9 = 39,7
        (122_189, 355_000, date(2021, 4, 1), date(2021, 12, 31), 103),  # 355 × 3/9 = 118,3
    ],
)
def test_forbrukningskvot_efter_aktiva_manader(
    utfall: int, arsbudget: int, start: date, slut: date, procent: int
) -> None:
    kvot = forbrukningskvot(D(utfall), D(arsbudget), start, slut, H1)
    assert kvot is not None
    assert avrunda(kvot * 100) == procent


def test_forbrukningskvot_vid_arets_slut_mater_mot_arsbudgeten() -> None:
    kvot = forbrukningskvot(
        D(3_717_916), D(3_880_000), date(2022, 1, 1), date(2024, 12, 31), Period(2024)
    )
    assert kvot is not None
    assert avrunda(kvot * 100) == 96
    kvot = forbrukningskvot(
        D(1_229_460), D(1_245_000), date(2020, 10, 1), date(2027, 12, 31), Period(2024)
    )
    assert kvot is not None
    assert avrunda(kvot * 100) == 99  # printed 91


def test_utan_budget_finns_ingen_kvot() -> None:
    assert forbrukningskvot(D(100), D(0), *HELAR, H1) is None
    # Starts 1 October: no active month in the first half-year, so no budget to measure against.
    assert forbrukningskvot(D(100), D(90), date(2021, 10, 1), date(2022, 1, 1), H1) is None


def test_budget_for_ett_ar_utan_aktiva_manader_raknas_helt() -> None:
    assert budget_i_period(D(50), date(2019, 1, 1), date(2020, 6, 30), H1) == 50


def test_nyttjandegrad_och_aterlamnade_medel() -> None:
    alla = nyttjande([(D(19_864_114), D(20_657_000))])
    assert alla.grad is not None
    assert avrunda(alla.grad * 100) == 96
    assert avrunda(alla.aterlamnat / 1000) == 793
    assert nyttjande([]).grad is None


def test_ordning_kommuner_pa_svenska_sedan_region_sedan_stat() -> None:
    agare = [
        ("Uppsala", "kommun"),
        ("AF", "af"),
        ("Region Uppsala", "region"),
        ("Älvkarleby", "kommun"),
        ("Håbo", "kommun"),
        ("Heby", "kommun"),
    ]
    rader = [
        Insatsunderlag(
            nr, f"Insats {nr}", f"Insats {nr}", "individ", Agare(namn, namn, typ), *HELAR
        )
        for nr, (namn, typ) in enumerate(agare)
    ]
    ordnade = [rad.agare.kortnamn for rad in sorted(rader, key=lambda rad: rad.ordning)]
    assert ordnade == ["Heby", "Håbo", "Uppsala", "Älvkarleby", "Region Uppsala", "AF"]
