"""The days of approval, notice and appeal, counted by hand in the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrelse.calculations.anslagstid import (
    FORE_JUSTERINGEN,
    SENT_ANSLAGET,
    SENT_JUSTERAT,
    anslagstid,
    helgfri,
    justeringsvarning,
    senast_anslaget,
    senast_justerat,
)

DAGAR = st.dates(date(2003, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("dag", "vantat"),
    [
        (date(2021, 10, 22), date(2021, 10, 22)),  # a Friday
        (date(2021, 10, 23), date(2021, 10, 25)),  # Saturday → Monday
        (date(2026, 4, 3), date(2026, 4, 7)),  # Good Friday → Tuesday after Easter Monday
        (date(2026, 5, 14), date(2026, 5, 15)),  # Ascension Day → the Friday after
        (date(2026, 6, 19), date(2026, 6, 22)),  # Midsummer's Eve, a Friday → Monday
        (date(2025, 12, 24), date(2025, 12, 29)),  # Eve, two days of Christmas, Sat, Sun → Monday
        (date(2025, 12, 31), date(2026, 1, 2)),  # New Year's Eve and Day → Friday
    ],
)
def test_a_last_day_moves_to_the_next_working_day(dag, vantat):
    assert helgfri(dag) == vantat


@pytest.mark.parametrize(
    ("mote", "vantat"),
    [
        (date(2021, 10, 21), date(2021, 11, 4)),  # 21 + 14 = 35 → 4 November, a Thursday
        (date(2026, 3, 20), date(2026, 4, 7)),  # + 14 = 3 April, Good Friday → 7 April
    ],
)
def test_minutes_are_approved_within_fourteen_days(mote, vantat):
    assert senast_justerat(mote) == vantat
    assert justeringsvarning(mote, vantat) == ""
    assert justeringsvarning(mote, vantat + timedelta(days=1)) == SENT_JUSTERAT
    assert SENT_JUSTERAT == "Protokollet ska justeras inom 14 dagar."


@pytest.mark.parametrize(
    ("justerat", "vantat"),
    [
        (date(2021, 11, 2), date(2021, 11, 4)),  # Tuesday → Thursday
        (date(2021, 11, 4), date(2021, 11, 8)),  # Thursday + 2 = Saturday 6th → Monday
    ],
)
def test_notice_is_given_on_the_second_day(justerat, vantat):
    assert senast_anslaget(justerat) == vantat
    assert anslagstid(justerat, vantat).varning == ""
    sen = anslagstid(justerat, vantat + timedelta(days=1))
    assert sen.varning == SENT_ANSLAGET == "Justeringen ska anslås senast andra dagen."


@pytest.mark.parametrize(
    ("anslaget", "sista", "ned"),
    [
        # Thursday 4 November 2021 + 21 days = Thursday 25 November; down on the 26th.
        (date(2021, 11, 4), date(2021, 11, 25), date(2021, 11, 26)),
        # Saturday 29 May 2021 + 21 = Saturday 19 June → Monday 21st; down on the 22nd.
        (date(2021, 5, 29), date(2021, 6, 21), date(2021, 6, 22)),
        # Wednesday 3 December 2025 + 21 = Christmas Eve → Monday 29 December.
        (date(2025, 12, 3), date(2025, 12, 29), date(2025, 12, 30)),
        # Friday 16 December 2022 + 21 = Epiphany, a Friday → Monday 9 January.
        (date(2022, 12, 16), date(2023, 1, 9), date(2023, 1, 10)),
    ],
)
def test_three_weeks_to_appeal(anslaget, sista, ned):
    tid = anslagstid(anslaget, anslaget)
    assert (tid.sista_overklagandedag, tid.tas_ned) == (sista, ned)


def test_no_notice_before_the_approval():
    with pytest.raises(ValueError, match=FORE_JUSTERINGEN):
        anslagstid(date(2021, 11, 4), date(2021, 11, 3))


@given(DAGAR, st.integers(0, 30))
def test_the_time_to_appeal_is_never_shorter_than_three_weeks(justerat, dagar):
    anslaget = justerat + timedelta(days=dagar)
    tid = anslagstid(justerat, anslaget)
    vantan = (tid.sista_overklagandedag - anslaget).days
    assert 21 <= vantan <= 21 + 6
    assert tid.sista_overklagandedag.weekday() < 5
    assert tid.tas_ned > tid.sista_overklagandedag
