"""What an application asks for, added up; a grant over its years; what a renewal changes."""

from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from insatser.calculations.ansokan import Belopp, beloppsrader, fordela, summera
from insatser.calculations.fornyelse import (
    Textdel,
    forlangt_namn,
    jamfor_belopp,
    jamfor_falt,
    nasta_period,
    ordskillnad,
)

POSTER = [
    Belopp(2025, "personal", "sof", D(800_000)),
    Belopp(2025, "lokal", "sof", D(100_000)),
    Belopp(2025, "personal", "egen", D(100_000)),
    Belopp(2026, "personal", "sof", D(600_000)),
]


def test_sums_by_year_and_payer():
    summa = summera(POSTER)
    assert [(a.ar, a.sof, a.egen, a.alla) for a in summa.aren] == [
        (2025, D(900_000), D(100_000), D(1_000_000)),  # 800 000 + 100 000; 100 000
        (2026, D(600_000), D(0), D(600_000)),
    ]
    assert (summa.sof, summa.egen, summa.alla) == (D(1_500_000), D(100_000), D(1_600_000))
    assert summa.sof_per_ar == {2025: D(900_000), 2026: D(600_000)}


def test_lines_of_the_budget():
    rader = beloppsrader(POSTER, ("personal", "lokal"))
    assert [(r.finansiering, r.kostnadsslag, r.per_ar) for r in rader] == [
        ("sof", "personal", (D(800_000), D(600_000))),
        ("sof", "lokal", (D(100_000), D(0))),
        ("sof", "", (D(900_000), D(600_000))),
        ("egen", "personal", (D(100_000), D(0))),
        ("egen", "", (D(100_000), D(0))),
        ("", "", (D(1_000_000), D(600_000))),
    ]
    assert rader[-1].summa == D(1_600_000)
    assert beloppsrader([], ("personal",)) == ()


SOKT = {2025: D(900_000), 2026: D(600_000)}


@pytest.mark.parametrize(
    ("belopp", "tom", "per_ar", "enligt_ansokan"),
    [
        (D(1_500_000), date(2026, 6, 30), SOKT, True),
        # 12 + 6 months: 1 200 000 × 12/18 = 800 000, the rest 400 000.
        (D(1_200_000), date(2026, 6, 30), {2025: D(800_000), 2026: D(400_000)}, False),
        # 2026 is not granted, so the application's years do not fit: all in 2025.
        (D(1_500_000), date(2025, 12, 31), {2025: D(1_500_000)}, False),
        # Not whole thousands: 1 000 001 × 12/18 = 666 667,3.
        (D(1_000_001), date(2026, 6, 30), {2025: D(666_667), 2026: D(333_334)}, False),
    ],
)
def test_a_grant_over_its_years(belopp, tom, per_ar, enligt_ansokan):
    fordelning = fordela(belopp, date(2025, 1, 1), tom, SOKT)
    assert (fordelning.per_ar, fordelning.enligt_ansokan) == (per_ar, enligt_ansokan)


# Three years of 12 months of 37 and one of 1: 0,65 kr each, rounded to 1 as long as any is left.
@example(2, date(2000, 1, 1), 1096)
@given(
    st.integers(1, 50_000_000),
    st.dates(date(2000, 1, 1), date(2050, 12, 31)),
    st.integers(0, 2500),
)
def test_the_years_add_to_the_grant_and_none_is_negative(belopp, fran, dagar):
    tom = date.fromordinal(fran.toordinal() + dagar)
    per_ar = fordela(D(belopp), fran, tom, {}).per_ar
    assert sum(per_ar.values()) == belopp
    assert all(kr >= 0 for kr in per_ar.values())


@pytest.mark.parametrize(
    ("start", "slut", "ny"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), (date(2025, 1, 1), date(2025, 12, 31))),
        # 18 months, from July.
        (date(2023, 1, 1), date(2024, 6, 30), (date(2024, 7, 1), date(2025, 12, 31))),
        # March (31 days) is followed by April (30 days): a month is a month.
        (date(2024, 3, 1), date(2024, 3, 31), (date(2024, 4, 1), date(2024, 4, 30))),
        # Not whole months: 10 days, then 10 days.
        (date(2024, 3, 5), date(2024, 3, 14), (date(2024, 3, 15), date(2024, 3, 24))),
    ],
)
def test_as_long_a_time_again(start, slut, ny):
    assert nasta_period(start, slut) == ny


def test_a_name_is_prolonged_once():
    assert forlangt_namn("Vägen", 2025) == "Vägen, förlängning 2025"
    assert forlangt_namn("Vägen, förlängning 2025", 2026) == "Vägen, förlängning 2026"


def test_words_that_are_new_and_gone():
    assert ordskillnad("Unga vuxna i länet", "Unga i hela länet") == (
        Textdel("lika", "Unga"),
        Textdel("borta", "vuxna"),
        Textdel("lika", "i"),
        Textdel("ny", "hela"),
        Textdel("lika", "länet"),
    )


def test_fields_that_differ():
    fore = {"Syfte": "Arbete", "Metod": "Samtal", "Mål 2": "Gammalt"}
    efter = {"Syfte": "Arbete", "Metod": "Grupp", "Mål 2": ""}
    skillnader = jamfor_falt(fore, efter)
    assert [(s.rubrik, s.fore, s.efter) for s in skillnader] == [
        ("Metod", "Samtal", "Grupp"),
        ("Mål 2", "Gammalt", ""),
    ]


def test_a_goal_that_is_gone_is_told_of():
    assert [s.rubrik for s in jamfor_falt({"Mål 3": "Det tredje"}, {})] == ["Mål 3"]


def test_amounts_year_by_year_from_each_first_year():
    nya = [
        Belopp(2027, "personal", "sof", D(850_000)),
        Belopp(2027, "resor", "sof", D(20_000)),
        Belopp(2028, "personal", "sof", D(600_000)),
    ]
    skillnader = jamfor_belopp(POSTER, nya, 2025, 2027)
    assert [(s.ar_nr, s.kostnadsslag, s.finansiering, s.skillnad) for s in skillnader] == [
        (0, "lokal", "sof", D(-100_000)),
        (0, "personal", "sof", D(50_000)),
        (0, "resor", "sof", D(20_000)),
        (0, "personal", "egen", D(-100_000)),
        (1, "personal", "sof", D(0)),
    ]
