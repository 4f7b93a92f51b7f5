"""What a year is thought to end at, and how right it was."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ekonomi.calculations.budgetmanader import budget_i_delen
from ekonomi.calculations.prognos import Prognosrad, Traff, dagar_kvar, foresla
from finsam.periods import Period
from insatser.calculations.forbrukningsrad import Kvotgranser

D = Decimal
GRANSER = Kvotgranser(80, 110)
BELOPP = st.decimals(-9_999_999, 9_999_999, places=2)


def rad(budget: int, prognos: int, kommentar: str = "") -> Prognosrad[str]:
    return Prognosrad("a", D(0), D(budget), D(0), D(prognos), kommentar)


def test_utfall_och_det_som_aterstar_av_budgeten() -> None:
    # Salaries: 90 through August, 4/12 of 120 left; a fee not budgeted; nothing yet of the rent.
    forslag = foresla(
        {"löner": D(-90), "gåva": D(5)},
        {"löner": D(-40), "hyra": D(-12)},
    )
    assert forslag == {"löner": D(-130), "hyra": D(-12), "gåva": D(5)}


@given(st.dictionaries(st.integers(), BELOPP), st.integers(1, 12))
def test_med_utfall_lika_med_budget_ar_prognosen_budgeten(
    budget: dict[int, Decimal], manad: int
) -> None:
    hittills = {n: budget_i_delen(b, Period(2024, "A", manad)) for n, b in budget.items()}
    aterstar = {n: budget[n] - hittills[n] for n in budget}
    assert foresla(hittills, aterstar) == budget


@given(st.dictionaries(st.integers(), BELOPP), st.dictionaries(st.integers(), BELOPP))
def test_ingenting_faller_bort(utfall: dict[int, Decimal], aterstar: dict[int, Decimal]) -> None:
    forslag = foresla(utfall, aterstar)
    assert forslag.keys() == utfall.keys() | aterstar.keys()
    assert sum(forslag.values()) == sum(utfall.values()) + sum(aterstar.values())


@pytest.mark.parametrize(
    ("ett", "saknar"),
    [
        (rad(-100, -110), False),
        (rad(-100, -111), True),
        (rad(-100, -80), False),
        (rad(-100, -79), True),
        (rad(-100, -79, "Vakans"), False),
        (rad(0, -5), True),
        (rad(0, 0), False),
        (rad(-100, 100), True),
    ],
)
def test_en_avvikelse_utanfor_granserna_vill_ha_en_kommentar(
    ett: Prognosrad[str], saknar: bool
) -> None:
    assert ett.saknar_kommentar(GRANSER) is saknar


@pytest.mark.parametrize(
    ("prognos", "utfall", "fel", "andel"),
    [
        (-100, -80, 20, D("0.25")),  # 20 less was spent than thought, of 80
        (-100, -125, -25, D("-0.2")),
        (200, 160, -40, D("-0.25")),  # a result 40 worse
        (-10, 0, 10, None),
    ],
)
def test_traffen(prognos: int, utfall: int, fel: int, andel: Decimal | None) -> None:
    traff = Traff(D(prognos), D(utfall))
    assert (traff.fel, traff.andel) == (fel, andel)


def test_dagar_till_arets_slut() -> None:
    # 10 September: 20 days of the month, 31 + 30 + 31 after it.
    assert dagar_kvar(date(2021, 9, 10), 2021) == 112
    assert dagar_kvar(date(2022, 1, 10), 2021) == -10
