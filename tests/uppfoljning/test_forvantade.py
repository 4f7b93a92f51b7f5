"""Which reports are waited for, by when, and when somebody is reminded of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.periods import las_period
from uppfoljning.calculations import forvantade
from uppfoljning.calculations.paminnelser import tillfalle


@pytest.mark.parametrize(
    ("period", "dag"),
    [
        ("2021-K1", date(2021, 4, 30)),
        ("2021-K4", date(2022, 1, 31)),
        ("2021-T1", date(2021, 5, 31)),
        ("2023-K4", date(2024, 1, 31)),
    ],
)
def test_a_report_is_due_one_month_after_its_period(period, dag):
    assert forvantade.forfaller(las_period(period)) == dag


@pytest.mark.parametrize(
    ("period", "fore"), [("2021-K1", "2020-K4"), ("2021-K3", "2021-K2"), ("2021-T1", "2020-T3")]
)
def test_the_period_before(period, fore):
    assert forvantade.fore(las_period(period)).kod == fore


def test_periods_from_the_first_to_the_one_in_progress():
    perioder = forvantade.perioder(las_period("2020-K3"), date(2021, 4, 1))
    assert [p.kod for p in perioder] == ["2020-K3", "2020-K4", "2021-K1", "2021-K2"]


@pytest.mark.parametrize(
    ("angiven", "rytm", "forsta"),
    [("2019-K2", "K", "2019-K2"), ("2019-K2", "T", "2019-T1"), (None, "K", "2020-K2")],
)
def test_without_a_first_period_the_last_year_is_waited_for(angiven, rytm, forsta):
    given_ = las_period(angiven) if angiven else None
    assert forvantade.forsta_period(given_, rytm, date(2021, 5, 2)).kod == forsta


def test_an_insats_reports_the_periods_it_has_a_day_in_and_a_conference_none():
    insatser = [
        forvantade.Insatstid(1, "individ", date(2020, 1, 1), date(2021, 4, 1)),
        forvantade.Insatstid(2, "struktur", date(2021, 3, 31), date(2022, 1, 1)),
        forvantade.Insatstid(3, "kompetenshojande", date(2020, 1, 1), date(2022, 1, 1)),
    ]
    perioder = [las_period(kod) for kod in ("2021-K1", "2021-K2", "2021-K3")]
    assert [(nr, p.kod) for nr, p in forvantade.vantade(insatser, perioder)] == [
        (1, "2021-K1"),
        (2, "2021-K1"),
        (1, "2021-K2"),
        (2, "2021-K2"),
        (2, "2021-K3"),
    ]


@pytest.mark.parametrize(
    ("start", "period", "forlangning", "ny"),
    [
        (date(2021, 1, 1), "2021-K1", False, True),
        (date(2021, 1, 1), "2021-K4", False, True),
        (date(2021, 1, 1), "2022-K1", False, False),
        (date(2021, 4, 1), "2021-K2", True, False),
    ],
)
def test_only_a_new_insats_is_asked_if_it_started_in_time(start, period, forlangning, ny):
    assert forvantade.ar_ny(start, las_period(period), forlangning=forlangning) is ny


@pytest.mark.parametrize(
    ("dag", "nar"),
    [
        (date(2021, 4, 22), ""),
        (date(2021, 4, 23), "fore"),
        (date(2021, 4, 29), "fore"),
        (date(2021, 4, 30), "forfaller"),
        (date(2021, 5, 6), "forfaller"),
        (date(2021, 5, 7), "sen-1"),
        (date(2021, 5, 14), "sen-2"),
    ],
)
def test_reminded_a_week_before_on_the_day_and_weekly_after(dag, nar):
    assert tillfalle(date(2021, 4, 30), dag) == nar


@given(st.integers(-40, 200))
def test_an_occasion_lasts_a_week_so_that_a_missed_day_is_made_up_for(dagar):
    forfaller = date(2021, 4, 30)
    samma = {
        tillfalle(forfaller, forfaller + timedelta(dagar // 7 * 7 + steg)) for steg in range(7)
    }
    assert len(samma) == 1
