from datetime import date

import pytest
from django.core.exceptions import ValidationError

from finsam.fields import PeriodField
from finsam.periods import OgiltigPeriod, Period, delperioder, las_period, manader_mellan


@pytest.mark.parametrize(
    ("kod", "start", "slut"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2021-H1", date(2021, 1, 1), date(2021, 6, 30)),
        ("2021-T2", date(2021, 5, 1), date(2021, 8, 31)),
        ("2021-k1", date(2021, 1, 1), date(2021, 3, 31)),
        ("2020-K4", date(2020, 10, 1), date(2020, 12, 31)),
        ("2021-A08", date(2021, 1, 1), date(2021, 8, 31)),
        ("2020-a02", date(2020, 1, 1), date(2020, 2, 29)),
        ("2021-A12", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_first_and_last_day_are_inclusive(kod, start, slut):
    period = las_period(kod)
    assert (period.start, period.slut) == (start, slut)
    assert start in period and slut in period
    assert period.kod == kod.upper()


@pytest.mark.parametrize(
    "kod", ["", "24", "2024-H3", "2024-T4", "2024-K5", "2024-X1", "2024-K0", "2024-A00", "2024-A13"]
)
def test_other_codes_are_refused_in_swedish(kod):
    with pytest.raises(OgiltigPeriod, match="ingen period"):
        las_period(kod)


def test_same_part_of_last_year():
    assert Period(2021, "H", 1).for_ar(-1) == Period(2020, "H", 1)
    assert Period(2021, "A", 8).for_ar(-1) == Period(2020, "A", 8)


@pytest.mark.parametrize(
    ("kod", "namn", "manader"),
    [
        ("2021", "2021", 12),
        ("2021-H1", "halvår 1 2021", 6),
        ("2021-A01", "januari 2021", 1),
        ("2021-A08", "januari–augusti 2021", 8),
        ("2021-A12", "januari–december 2021", 12),
    ],
)
def test_name_and_length(kod, namn, manader):
    period = las_period(kod)
    assert (period.namn, period.manader) == (namn, manader)


def test_the_year_so_far_is_written_with_two_digits_however_it_was_typed():
    assert las_period("2021-A8").kod == "2021-A08"


def test_the_parts_of_the_year_so_far():
    period = las_period("2021-A08")
    assert [p.kod for p in delperioder(period, "K")] == ["2021-K1", "2021-K2", "2021-K3"]
    assert [p.kod for p in delperioder(period, "T")] == ["2021-T1", "2021-T2"]


@pytest.mark.parametrize(
    ("start", "slut", "ar", "manader"),
    [
        (date(2021, 3, 1), date(2024, 8, 31), 2021, 10),  # 385 tkr over 42 months: 10/12/12/8
        (date(2021, 3, 1), date(2024, 8, 31), 2022, 12),
        (date(2021, 3, 1), date(2024, 8, 31), 2024, 8),
        (date(2021, 3, 1), date(2024, 8, 31), 2020, 0),
        (date(2019, 7, 1), date(2021, 9, 30), 2021, 9),
    ],
)
def test_months_of_a_year(start, slut, ar, manader):
    assert manader_mellan(start, slut, ar) == manader


def test_nothing_is_reported_for_the_year_so_far():
    falt = PeriodField("period")
    assert falt.clean("2021-K3", None) == "2021-K3"
    with pytest.raises(ValidationError, match="2021-A8” är året hittills"):
        falt.clean("2021-A8", None)
