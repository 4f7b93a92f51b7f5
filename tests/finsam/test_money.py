from decimal import Decimal as D

import pytest

from finsam.money import andel, avrunda, i_enhet, kronor, summa


@pytest.mark.parametrize(
    ("varde", "vantat"),
    [
        (0.30000000000000004, D("0.30")),  # what SQLite answers for 3 × 0.10
        (None, D("0.00")),
        ("12.5", D("12.50")),
        (-7, D("-7.00")),
        (1e10, D("10000000000.00")),
    ],
)
def test_kronor_is_exact(varde, vantat):
    assert kronor(varde) == vantat
    assert kronor(varde).as_tuple().exponent == -2


def test_summa_of_none_is_zero():
    assert summa([]) == D("0.00")
    assert summa([D("0.10")] * 3) == D("0.30")


@pytest.mark.parametrize(
    ("belopp", "enhet", "decimaler", "vantat"),
    [
        (D("2391970.00"), "tkr", 0, D(2392)),
        (D("-112500.00"), "tkr", 0, D(-113)),  # half away from zero
        (D("112499.99"), "tkr", 0, D(112)),
        (D("-1864314.00"), "mkr", 3, D("-1.864")),
        (D("-0.40"), "kr", 0, D(0)),
    ],
)
def test_rounding_happens_once_half_away_from_zero(belopp, enhet, decimaler, vantat):
    assert i_enhet(belopp, enhet, decimaler) == vantat


def test_minus_zero_is_zero():
    assert str(avrunda(D("-0.4"))) == "0"


def test_share_of_nothing_is_none():
    assert andel(D(3), D(0)) is None
    assert andel(D("5495450"), D("11948531")) == D("5495450") / D("11948531")
