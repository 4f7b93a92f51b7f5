"""An insats's money to date: own plan or even over the months, ratios, warnings, 60-30-10."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.money import avrunda
from finsam.periods import Period
from insatser.calculations.forbrukning import Agare, Insatsunderlag, plan_i_period
from insatser.calculations.forbrukningsrad import (
    Forbrukning,
    Kvotgranser,
    egen_plan,
    fordelning,
)
from insatser.calculations.medel import Medelslage

D = Decimal
H1 = Period(2021, "H", 1)
GRANSER = Kvotgranser(80, 110)


def rad(
    utfall: int | None, budget: int, plan: int | None = None, period: Period = H1, overfort: int = 0
) -> Forbrukning:
    agare = Agare("Byarums kommun", "Byarum", "kommun")
    insats = Insatsunderlag(
        1, "Insatsen", "Insatsen", "individ", agare, date(2021, 1, 1), date(2021, 12, 31)
    )
    lage = Medelslage(beviljat=D(budget), overfort_in=D(overfort))
    bokfort, egen = (None if ett is None else D(ett) for ett in (utfall, plan))
    return Forbrukning(insats, period, lage, bokfort, egen)


def test_jamnt_over_manaderna() -> None:
    # 2 460 000 × 6/12 = 1 230 000; 1 218 839 / 1 230 000 = 99 %; of the whole year 50 %.
    en = rad(1_218_839, 2_460_000)
    assert en.till_datum == en.linjar == 1_230_000
    assert [avrunda((k or D(0)) * 100) for k in (en.kvot, en.kvot_linjar, en.kvot_ar)] == [
        99,
        99,
        50,
    ]
    assert en.kvar == 2_460_000 - 1_218_839


def test_egen_plan_gar_fore_manaderna() -> None:
    # 728 of 1 864 planned to date; even over the months it would be 932.
    en = rad(700_000, 1_864_000, plan=728_000)
    assert (en.till_datum, en.linjar) == (728_000, 932_000)
    assert avrunda((en.kvot or D(0)) * 100) == 96
    assert avrunda((en.kvot_linjar or D(0)) * 100) == 75


def test_overforda_medel_ingar_i_arets_budget() -> None:
    en = rad(600_000, 1_000_000, overfort=200_000)
    assert (en.arsbudget, en.till_datum, en.kvot) == (1_200_000, 600_000, 1)


@pytest.mark.parametrize(
    ("utfall", "varning"),
    [
        (400, ""),
        (397, "Förbrukningskvoten 79\u00a0% avviker från målvärdet 100\u00a0%."),  # 397/500 = 79,4
        (398, ""),  # 79,6 is shown as 80
        (550, ""),
        (552, ""),  # 110,4
        (553, "Förbrukningskvoten 111\u00a0% avviker från målvärdet 100\u00a0%."),
        (0, "Förbrukningskvoten 0\u00a0% avviker från målvärdet 100\u00a0%."),
        (-5, "Förbrukningskvoten −1\u00a0% avviker från målvärdet 100\u00a0%."),
    ],
)
def test_varning_utanfor_granserna(utfall: int, varning: str) -> None:
    assert rad(utfall, 1000).kvotvarning(GRANSER) == varning


def test_ej_nyttjade_medel_vid_arets_slut() -> None:
    # 1 000 000 - 990 000 = 10 000 left at the year's end; in June it is no loss yet.
    kvar = (
        "Ej nyttjade medel 10\u00a0000\u00a0kr återgår till förbundet om ingen avvikelse godkänns."
    )
    assert rad(990_000, 1_000_000, period=Period(2021)).varningar(GRANSER) == (kvar,)
    assert rad(495_000, 1_000_000).varningar(GRANSER) == ()
    assert rad(1_000_001, 1_000_000, period=Period(2021)).varningar(GRANSER) == ()


def test_utan_bokforing_och_utan_budget_finns_ingen_kvot() -> None:
    utan = rad(None, 1000)
    assert (utan.kvot, utan.kvot_linjar, utan.kvot_ar, utan.kvar) == (None, None, None, None)
    assert utan.kvotvarning(GRANSER) == ""
    assert rad(100, 0).kvot is None
    assert rad(100, 0).varningar(GRANSER) == (
        "100\u00a0kr är bokfört utan beviljade medel för året.",
    )
    assert rad(0, 0).varningar(GRANSER) == ()


@pytest.mark.parametrize(
    ("period", "plan"),
    [
        (Period(2021, "K", 1), 10),
        (Period(2021, "K", 3), 30),
        (H1, 30),
        (Period(2021, "H", 2), 70),
        (Period(2021), 100),
        (Period(2021, "T", 1), None),  # four months are no whole quarters
    ],
)
def test_planen_till_datum(period: Period, plan: int | None) -> None:
    assert egen_plan([D(10), D(20), D(30), D(40)], period) == plan


def test_planen_maste_galla_alla_kvartal() -> None:
    assert egen_plan([D(10), None, D(30), D(40)], H1) is None


@given(st.lists(st.decimals(0, 10**7, places=2), min_size=4, max_size=4))
def test_kvartalen_summerar_till_aret(kvartal: list[Decimal]) -> None:
    delar = [plan_i_period(kvartal, Period(2021, "K", nr)) or D(0) for nr in range(1, 5)]
    assert sum(delar) == plan_i_period(kvartal, Period(2021)) == sum(kvartal)


def test_60_30_10_av_alla_samverkansinsatser() -> None:
    # 5 882/8 376 = 70 %, 2 072/8 376 = 25 %, 28/8 376 = 0,3 %
    tkr = {"individ": 5_882_000, "struktur": 2_072_000, "kompetenshojande": 28_000}
    delar = fordelning(((slag, D(b)) for slag, b in tkr.items()), D(8_376_000))
    assert [avrunda((d.andel or D(0)) * 100, 1) for d in delar] == [D("70.2"), D("24.7"), D("0.3")]
    assert [d.mal for d in delar] == [60, 30, 10]


def test_forstudie_raknas_som_struktur() -> None:
    delar = fordelning([("individ", D(60)), ("struktur", D(30)), ("forstudie", D(10))])
    assert [(d.slag, d.utfall) for d in delar] == [
        ("individ", 60),
        ("struktur", 40),
        ("kompetenshojande", 0),
    ]
    assert [d.andel for d in fordelning([])] == [None, None, None]
