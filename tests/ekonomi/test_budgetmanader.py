"""Parts of a year's budget: months as planned, even, or over an insats' own; they add to it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ekonomi.calculations.budgetmanader import (
    Spann,
    arets_manader,
    budget_i_delen,
    jamna_manader,
)
from ekonomi.uppstallning import Budgetrad
from ekonomi.uppstallning.saldon import BUDGETMANAD, budgetregister
from finsam.money import summa
from finsam.periods import Period, delperioder
from tests.ekonomi import exempel

D = Decimal
AR = Period(2024)
BELOPP = st.decimals(-50_000_000, 50_000_000, places=2)
DAGAR = st.dates(date(2022, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("spann", "ratt"),
    [
        (None, range(1, 13)),
        ((date(2023, 1, 1), date(2025, 6, 30)), range(1, 13)),
        ((date(2024, 7, 1), date(2025, 6, 30)), range(7, 13)),
        ((date(2023, 1, 1), date(2024, 9, 30)), range(1, 10)),
        ((date(2024, 4, 15), date(2024, 5, 2)), (4, 5)),
        # No month of the year: the money is there all the same, so it is even.
        ((date(2022, 1, 1), date(2023, 12, 31)), range(1, 13)),
    ],
)
def test_manaderna_som_en_jamn_budget_delas_pa(spann: Spann | None, ratt: range) -> None:
    assert arets_manader(2024, spann) == tuple(ratt)


@pytest.mark.parametrize(
    ("kod", "ratt"),
    [
        ("2024-H1", "50.00"),  # 100 × 6/12
        ("2024-K1", "25.00"),
        ("2024-T1", "33.33"),  # 33,333… to date
        ("2024-T2", "33.34"),  # 66,67 to date − 33,33
        ("2024-T3", "33.33"),  # 100 − 66,67
    ],
)
def test_jamn_budget(kod: str, ratt: str) -> None:
    assert budget_i_delen(D(100), _period(kod)) == D(ratt)


def test_en_insats_har_sina_egna_manader() -> None:
    # REKO: 308 until 30 September, so 308 × 6/9 = 205,33 in the half-year (F13).
    spann = date(2021, 1, 1), date(2021, 9, 30)
    assert budget_i_delen(D(308), Period(2021, "H", 1), spann=spann) == D("205.33")
    assert budget_i_delen(D(308), Period(2021, "H", 2), spann=spann) == D("102.67")


def test_planerade_manader_gar_fore_jamn_budget() -> None:
    plan = [D(nr) for nr in range(1, 13)]  # 78 in all
    # The first four: 1 + 2 + 3 + 4 = 10.
    assert (
        budget_i_delen(D(78), Period(2024, "T", 1), plan, (date(2024, 7, 1), date(2024, 7, 31)))
        == 10
    )


def _period(kod: str) -> Period:
    ar, del_ = kod.split("-")
    return Period(int(ar), del_[0], int(del_[1]))


@given(BELOPP, st.tuples(DAGAR, DAGAR).map(sorted).map(tuple) | st.none())
def test_arets_delar_summerar_till_aret(belopp: Decimal, spann: Spann | None) -> None:
    for slag in "HTK":
        delar = [budget_i_delen(belopp, del_, spann=spann) for del_ in delperioder(AR, slag)]
        assert summa(delar) == belopp
    manader = jamna_manader(belopp, 2024, spann)
    assert len(manader) == 12 and summa(manader) == belopp
    # What is even by month is the same whether the months are written out or not.
    for slag in "HTK":
        for del_ in delperioder(AR, slag):
            assert budget_i_delen(belopp, del_, manader) == budget_i_delen(
                belopp, del_, spann=spann
            )


@given(st.lists(BELOPP, min_size=12, max_size=12))
def test_planerade_manader_summerar_till_aret(manader: list[Decimal]) -> None:
    belopp = summa(manader)
    for slag in "HTK":
        assert (
            summa(budget_i_delen(belopp, del_, manader) for del_ in delperioder(AR, slag)) == belopp
        )


@given(st.lists(BELOPP, min_size=1, max_size=5))
def test_uppstallningens_delar_summerar_till_aret(belopp: list[Decimal]) -> None:
    """Also through the register that the statements read, where an insats ended long ago."""
    rader = [Budgetrad("5010", ett, insats=1 if nr % 2 else None) for nr, ett in enumerate(belopp)]
    underlag = exempel.exempelunderlag()

    def budgeterat(period: Period) -> Decimal:
        register = budgetregister(rader, underlag, period)
        return summa(post.summa(*BUDGETMANAD) for post in register.alla.poster)

    for ar in (2019, 2025):
        for slag in "HTK":
            delar = delperioder(Period(ar), slag)
            assert summa(budgeterat(del_) for del_ in delar) == -summa(belopp)
