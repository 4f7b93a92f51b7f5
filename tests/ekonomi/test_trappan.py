"""The cap on equity (F28), worked by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ekonomi.calculations.trappan import kapitalandel, over_taket, trappans_tak
from finsam.money import avrunda

BIDRAG = st.decimals(0, 100_000_000, places=2)


@pytest.mark.parametrize(
    ("bidrag", "tak"),
    [
        (0, 0),
        (5_000_000, 1_000_000),  # 20 % × 5,0
        (7_000_000, 1_400_000),  # 20 % × 7,0
        (11_380_000, 2_057_000),  # 1,4 + 15 % × 4,38
        (15_000_000, 2_600_000),  # 1,4 + 15 % × 8,0
        (22_000_000, 3_300_000),  # 2,6 + 10 % × 7,0
        (23_322_000, 3_432_200),  # 2,6 + 10 % × 8,322
    ],
)
def test_taket_ar_marginellt(bidrag: int, tak: int) -> None:
    assert trappans_tak(Decimal(bidrag), 2024) == tak


def test_rekommendationen_galler_fran_2013() -> None:
    assert trappans_tak(Decimal(7_000_000), 2013) == 1_400_000
    assert trappans_tak(Decimal(7_000_000), 2012) is None
    assert over_taket(Decimal(7_000_000), Decimal(0), 2012) == 0


def test_eget_kapital_mot_taket() -> None:
    # Uppsala 2024: 5 495 450 − 3 432 200; 2020: 6 124 of 22 000 tkr is 28 %.
    assert over_taket(Decimal(5_495_450), Decimal(23_322_000), 2024) == 2_063_250
    assert over_taket(Decimal(3_432_200), Decimal(23_322_000), 2024) == 0  # equality passes
    andel = kapitalandel(Decimal(6_123_972), Decimal(22_000_000))
    assert andel is not None and avrunda(andel * 100) == 28
    assert kapitalandel(Decimal(1), Decimal(0)) is None


@given(BIDRAG, BIDRAG)
def test_mer_i_bidrag_ger_aldrig_lagre_tak(ena: Decimal, andra: Decimal) -> None:
    lagre, hogre = sorted((ena, andra))
    assert (trappans_tak(lagre, 2024) or 0) <= (trappans_tak(hogre, 2024) or 0)


@given(BIDRAG)
def test_taket_ligger_mellan_tio_och_tjugo_procent(bidrag: Decimal) -> None:
    ore, tak = Decimal("0.01"), trappans_tak(bidrag, 2024)
    assert tak is not None and bidrag / 10 - ore <= tak <= bidrag / 5 + ore
