"""Cost per participant (F42), the budget so far (F13) and the 60-30-10 split (F41)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.money import avrunda
from finsam.periods import las_period
from insatser.calculations.forbrukning import budget_i_period
from insatser.calculations.nyckeltal import (
    Kostnadsgrupp,
    budget_till,
    fordelning,
    per_deltagare,
    sammanlagd,
)


def tkr(belopp):
    return None if belopp is None else int(avrunda(belopp / 1000))


def test_cost_per_participant_expected_and_actual():
    # 1 627 / 20 = 81.35 expected; 865 / 21 = 41.2 in the half-year
    ett = Kostnadsgrupp(Decimal(1_627_000), 20, Decimal(865_000), 21)
    assert (tkr(ett.forvantad_kostnad), tkr(ett.faktisk_kostnad)) == (81, 41)
    ingen = Kostnadsgrupp(Decimal(100), 0, Decimal(100), 0)
    assert (ingen.forvantad_kostnad, ingen.faktisk_kostnad) == (None, None)
    assert per_deltagare(None, 3) is None and per_deltagare(Decimal(3), None) is None


def test_a_group_shares_no_cost_over_the_participants_of_others():
    alla = sammanlagd([
        Kostnadsgrupp(Decimal(1_000), 10, Decimal(600), 20),
        Kostnadsgrupp(Decimal(3_000), 10, Decimal(900), 10),
        Kostnadsgrupp(Decimal(5_000), None, Decimal(700), None),
    ])  # fmt: skip
    # (1 000 + 3 000) / 20 and (600 + 900) / 30: the third tells of no participants
    assert (alla.forvantad_kostnad, alla.faktisk_kostnad) == (200, 50)
    assert sammanlagd([]) == Kostnadsgrupp(None, None, None, None)


# 2 460 × 6/12; 308 over 9 months; 119 from April: 3 of 9; 1 627 over 12
@pytest.mark.parametrize(
    ("budget", "start", "slut", "kod", "manad", "vantat"),
    [
        (2_460, "2018-01-01", "2021-12-31", "2021-H1", 6, 1230),
        (2_460, "2018-01-01", "2021-12-31", "2021", 2, 410),
        (308, "2019-07-01", "2021-09-30", "2021", 6, 205),
        (119, "2021-04-01", "2021-12-31", "2021-H1", 6, 40),
        (119, "2021-04-01", "2021-12-31", "2021-H1", 3, 0),
        (308, "2019-07-01", "2021-09-30", "2021", 12, 308),
        (100, "2023-01-01", "2023-12-31", "2021", 3, 100),
    ],
)
def test_budget_up_to_a_month(budget, start, slut, kod, manad, vantat):
    dagar = (date.fromisoformat(start), date.fromisoformat(slut))
    svar = budget_till(Decimal(budget), *dagar, las_period(kod), manad)
    assert int(avrunda(svar)) == vantat


def test_an_own_plan_is_even_over_the_months_of_each_quarter():
    plan = [Decimal(300), Decimal(600), Decimal(0), Decimal(90)]
    dagar = (date(2021, 1, 1), date(2021, 12, 31))
    aret, andra = las_period("2021"), las_period("2021-K2")
    # 300 + 600 × 2/3 and 600 × 1/3
    assert budget_till(Decimal(990), *dagar, aret, 5, plan) == 700
    assert budget_till(Decimal(990), *dagar, andra, 4, plan) == 200
    assert budget_till(Decimal(990), *dagar, aret, 12, plan) == 990


dagar = st.dates(date(2019, 1, 1), date(2024, 12, 31))


@given(dagar, dagar, st.sampled_from(["2021", "2021-H1", "2021-H2", "2021-K3", "2021-T2"]))
def test_to_the_last_month_it_is_the_budget_of_the_period(ena, andra, kod):
    start, slut = sorted((ena, andra))
    period = las_period(kod)
    till = budget_till(Decimal(1200), start, slut, period, period.sista_manad)
    assert till == budget_i_period(Decimal(1200), start, slut, period)


def test_the_split_of_the_half_year():
    delar = fordelning(*(Decimal(tal) for tal in (5_882, 2_072, 28, 8_376)))
    # 70.2, 24.7 and 0.3 per cent; 8 376 − 7 982 = 394 belongs to none of them
    assert [avrunda(del_.andel * 100, 1) for del_ in delar] == [
        Decimal(x) for x in ("70.2", "24.7", "0.3", "4.7")
    ]
    assert [del_.mal for del_ in delar] == [60, 30, 10, None]
    assert delar[3].belopp == 394
    assert fordelning(*[Decimal(0)] * 4)[0].andel is None
