"""The proposal for next year: last year's weeks and weekdays, on days that one works."""

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from styrelse.calculations.motesforslag import att_folja, foresla
from styrelse.calculations.motesplan import Arligt, Planmote
from styrelse.calculations.roda_dagar import roda_dagar

BUDGET = Arligt("budget", "Budget", "fs", 10, 11, 30, via_au=True, efter_samrad=True)


def mote(organ: str, text: str) -> Planmote:
    return Planmote(organ, date.fromisoformat(text), time(9), time(12), "Salen", nyckel=7)


def dagar(forra: list[Planmote], ar: int, *arenden: Arligt) -> list[str]:
    return [f"{m.organ} {m.datum}" for m in foresla(forra, ar, arenden, roda_dagar([ar]))]


def test_the_same_weekday_of_the_same_week() -> None:
    # Thursday of week 12 in 2022 is 24 March; in 2023 it is 23 March.
    (svar,) = foresla([mote("fs", "2022-03-24")], 2023, [], set())
    assert svar == Planmote("fs", date(2023, 3, 23), time(9), time(12), "Salen")


def test_a_holiday_gives_way_to_the_nearest_working_day() -> None:
    # Thursday of week 20: 19 May 2022, 18 May 2023 which is Ascension Day.
    assert dagar([mote("fs", "2022-05-19")], 2023) == ["fs 2023-05-17"]
    assert roda_dagar([2023])[date(2023, 5, 18)] == "Kristi himmelsfärdsdag"
    assert date(2022, 12, 24) in roda_dagar([2022])  # an eve is no working day either
    assert date(2022, 3, 27) not in roda_dagar([2022])  # an ordinary Sunday has its weekday


def test_a_consultation_two_weeks_before_the_budget_is_prepared() -> None:
    forra = [mote("au", "2022-11-10"), mote("fs", "2022-11-24")]
    # Thursdays of weeks 45 and 47 in 2023 are 9 and 23 November; 26 October is two weeks before.
    assert dagar(forra, 2023, BUDGET) == ["samrad 2023-10-26", "au 2023-11-09", "fs 2023-11-23"]
    forra.append(mote("samrad", "2022-03-03"))
    assert dagar(forra, 2023, BUDGET)[0] == "samrad 2023-03-02"
    assert len(dagar(forra, 2023, BUDGET)) == 3


def test_a_consultation_has_a_day_of_its_own() -> None:
    # Thursday of week 43 in 2023 is 26 October, two weeks before the committee: the board sits.
    forra = [mote("fs", "2022-10-27"), mote("au", "2022-11-10"), mote("fs", "2022-11-24")]
    assert dagar(forra, 2023, BUDGET)[:2] == ["samrad 2023-10-25", "fs 2023-10-26"]
    # So in the plain pattern, where week 42 is the board's.
    svar = foresla([], 2027, [BUDGET], set())
    assert len({m.datum for m in svar}) == len(svar)


def test_a_first_year_has_a_plain_pattern_with_committee_before_board() -> None:
    svar = foresla([], 2027, [BUDGET], set())
    styrelsen = [m.datum.isocalendar()[1] for m in svar if m.organ == "fs"]
    assert styrelsen == [11, 22, 37, 42, 47]
    assert [m.datum.isocalendar()[1] for m in svar if m.organ == "au"] == [8, 19, 34, 39, 44]


def test_the_fullest_of_late_years_is_followed() -> None:
    """Half a year is nothing to repeat; a plain year has the board five times."""
    hel = [mote("fs", f"2024-{manad}-14") for manad in ("02", "03", "05", "09", "11")]
    halv = [mote("fs", f"2026-{manad}-12") for manad in ("09", "10", "11")]
    assert att_folja([halv, [], hel]) == hel
    assert att_folja([hel, [*hel], []]) is hel  # the latest of two as full
    assert att_folja([halv, [], []]) == ()
    assert len([m for m in foresla(att_folja([halv]), 2027, [], set()) if m.organ == "fs"]) == 5


def test_the_board_meets_before_december() -> None:
    # Monday of week 49 is 30 November 2026 and 6 December 2027; a week earlier is in November.
    forra = [mote("au", "2026-11-09"), mote("fs", "2026-11-30")]
    assert dagar(forra, 2027) == ["au 2027-11-08", "fs 2027-11-29"]
    # Wednesdays of weeks 48 and 52 are 1 and 29 December 2027: a week and five weeks earlier is
    # 24 November both, once. The committee's own meeting stays.
    forra = [mote("fs", "2026-11-25"), mote("fs", "2026-12-23"), mote("au", "2026-12-24")]
    assert dagar(forra, 2027) == ["fs 2027-11-24", "au 2027-12-30"]


@given(
    st.lists(st.dates(date(2020, 1, 1), date(2020, 12, 31)), min_size=1), st.integers(2021, 2060)
)
def test_every_proposal_is_a_working_day_of_the_year(dagar_: list[date], ar: int) -> None:
    roda = roda_dagar([ar])
    for svar in foresla([Planmote("fs", dag, time(9)) for dag in dagar_], ar, [BUDGET], roda):
        assert svar.datum.year == ar
        assert svar.datum.weekday() < 5 and svar.datum not in roda
