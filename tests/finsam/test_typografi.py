from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import typografi
from finsam.formfields import las_belopp
from finsam.money import avrunda

D = Decimal


@pytest.mark.parametrize(
    ("format_", "tal", "text"),
    [
        ("kr", D("1234567.50"), "1\u00a0234\u00a0568"),
        ("kr", D("-0.49"), "0"),
        ("kr", D("0"), "0"),
        ("kr", None, "–"),
        ("tkr", D("-1234500"), "\u22121\u00a0235"),
        ("tkr", D("999"), "1"),
        ("tkr", D("499.99"), "0"),
        ("mkr", D("12340000"), "12,3"),
        ("procent", D("0.455"), "46\u00a0%"),
        ("procent", D("-0.005"), "\u22121\u00a0%"),
        ("procent", None, "–"),
        ("antal", 1234, "1\u00a0234"),
        ("antal", 0, "0"),
    ],
)
def test_a_number_is_written_as_in_print(format_, tal, text):
    assert typografi.i_format(tal, format_) == text


def test_decimals_are_written_with_a_comma():
    assert typografi.kr(D("-1234.5"), 2) == "\u22121\u00a0234,50"
    assert typografi.antal(D("2.25"), 1) == "2,3"


def test_the_unit_follows_in_running_text():
    assert typografi.med_enhet(D("1234567"), "tkr") == "1\u00a0235\u00a0tkr"
    assert typografi.med_enhet(D("0.46"), "procent") == "46\u00a0%"
    assert typografi.med_enhet(7, "antal") == "7"
    assert typografi.med_enhet(None, "tkr") == "–"


def test_days_and_moments():
    assert typografi.datum(date(2024, 12, 31)) == "2024-12-31"
    assert typografi.datum(None) == "–"
    assert typografi.datum_i_ord(date(2025, 3, 5)) == "5\u00a0mars\u00a02025"
    # 22:30 UTC on New Year's Eve is 23:30 in Stockholm (winter time, +1).
    stund = datetime(2024, 12, 31, 22, 30, tzinfo=UTC)
    assert typografi.tidpunkt(stund, ZoneInfo("Europe/Stockholm")) == "2024-12-31\u00a023:30"
    assert typografi.tidpunkt(None) == "–"


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_what_is_written_reads_back(belopp):
    assert las_belopp(typografi.kr(belopp, 2)) == belopp


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_minus_stands_only_before_what_is_not_zero(belopp):
    skrivet = typografi.tkr(belopp)
    assert ("\u2212" in skrivet) == (avrunda(belopp / 1000) < 0)
    assert " " not in skrivet and "-" not in skrivet


@pytest.mark.parametrize(
    ("slut", "text"), [(time(12), "kl.\u00a009.00–12.00"), (None, "kl.\u00a009.00")]
)
def test_hours_stand_without_spaces_and_hang_together(slut, text):
    assert typografi.klockslag_mellan(time(9), slut) == text


@pytest.mark.parametrize(
    ("text", "blev"),
    [
        ("Delårsrapport halvår 1 2021", "Delårsrapport halvår\u00a01\u00a02021"),
        ("Halvår 1 2021, kvartal 3 2022", "Halvår\u00a01\u00a02021, kvartal\u00a03\u00a02022"),
        ("Årsredovisning 2024", "Årsredovisning 2024"),
    ],
)
def test_a_period_in_a_heading_hangs_together(text, blev):
    assert typografi.hall_ihop(text) == blev


@pytest.mark.parametrize(
    ("namn", "text"),
    [([], ""), (["A"], "A"), (["A", "B"], "A och B"), (["A", "B", "C"], "A, B och C")],
)
def test_words_in_a_row(namn, text):
    assert typografi.uppraknat(namn) == text


@pytest.mark.parametrize(
    ("belopp", "text"),
    [
        (Decimal("12500"), "12\u00a0500"),
        (Decimal("12500.00"), "12\u00a0500"),
        (Decimal("12500.50"), "12\u00a0500,50"),
        (None, "–"),
    ],
)
def test_oren_skrivs_dar_de_finns(belopp: Decimal | None, text: str) -> None:
    assert typografi.kr_exakt(belopp) == text
