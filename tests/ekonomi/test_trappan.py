"""The cap on equity (F28), worked by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ekonomi.calculations.trappan import trappans_tak

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
def test_taket_ar_marginellt(bidrag, tak):
    assert trappans_tak(Decimal(bidrag)) == Decimal(tak)


@given(BIDRAG, BIDRAG)
def test_mer_i_bidrag_ger_aldrig_lagre_tak(ena, andra):
    lagre, hogre = sorted((ena, andra))
    assert trappans_tak(lagre) <= trappans_tak(hogre)


@given(BIDRAG)
def test_taket_ligger_mellan_tio_och_tjugo_procent(bidrag):
    ore = Decimal("0.01")
    assert bidrag / 10 - ore <= trappans_tak(bidrag) <= bidrag / 5 + ore
