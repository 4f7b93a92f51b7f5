"""Wrong weekdays and periods in words: worked by hand, and what always holds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.periods import Period
from finsam.typografi import VECKODAGAR, datum_i_ord, veckodag, veckodag_i_ord
from styrelse.calculations.tid_i_text import (
    artal,
    dokument_i_rubriken,
    fel_period,
    fel_veckodagar,
)

H = "\u00a0"
DAGAR = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("text", "ar", "vantat"),
    [
        # 21 October 2021 was a Thursday, the 22nd so a Friday.
        (
            "Mötet är torsdag 22 oktober 2021.",
            None,
            (f"”torsdag 22 oktober 2021”: den 22{H}oktober{H}2021 är en fredag.",),
        ),
        ("Torsdagen den 21 oktober 2021", None, ()),
        ("fredag 2021-10-21", None, ("”fredag 2021-10-21”: 2021-10-21 är en torsdag.",)),
        ("Fredagen den 21 oktober ses vi", 2021, (
            f"”Fredagen den 21 oktober”: den 21{H}oktober{H}2021 är en torsdag.",
        )),
        # A day without a year says nothing wrong where nobody knows the year.
        ("fredag 21 oktober", None, ()),
        ("tisdag den 31 juni 2022", None, ("”tisdag den 31 juni 2022”: dagen finns inte.",)),
        ("Vi ses på torsdag. Den 22 oktober 2021 är sista dag.", None, ()),
        ("", 2021, ()),
    ],
)  # fmt: skip
def test_weekdays(text, ar, vantat):
    assert fel_veckodagar(text, ar) == vantat


@given(DAGAR, st.sampled_from(VECKODAGAR))
def test_only_the_right_weekday_passes(dag, ord_):
    fel = fel_veckodagar(f"Vi ses {ord_} {datum_i_ord(dag)}.")
    assert (fel == ()) is (ord_ == veckodag(dag))
    assert fel_veckodagar(veckodag_i_ord(dag)) == ()
    assert fel_veckodagar(f"{veckodag(dag)} {dag}") == ()


@pytest.mark.parametrize(
    ("rubrik", "period", "annan"),
    [
        ("Delårsrapport 2021", "2022-H1", "2021"),
        ("Delårsrapport 2022", "2022-H1", ""),
        ("Delårsrapport", "2022-H1", ""),
        ("Delårsrapport andra halvåret 2022", "2022-H1", "halvår 2"),
        ("Tertialrapport T3 2022", "2022-T2", "tertial 3"),
        ("Uppföljning kvartal 1 och 2 2021", "2021-K2", ""),
        # Quarters say nothing of a half-year.
        ("Uppföljning av insatser kvartal 1 och 2 2021", "2021-H1", ""),
        ("Budget 2027–2029", "2028", ""),
        ("Budget 2027/28", "2029", "2027 och 2028"),
        ("Årsredovisning, dnr 2021-14", "2022", ""),
        ("Årsredovisning 2021 och revisionsberättelse 2022", "2022", ""),
        ("Vad som helst 2021", "ingen period", ""),
    ],
)
def test_the_period_of_a_title(rubrik, period, annan):
    mening = fel_period(rubrik, period)
    assert mening.partition("men rubriken anger ")[2] == (f"{annan}." if annan else "")


def test_the_whole_sentence():
    # doman.md §6: "Rapporten avser {period} men rubriken anger {annan}."
    vantat = "Rapporten avser första halvåret 2022 men rubriken anger 2021."
    assert fel_period("Delårsrapport 2021", "2022-H1") == vantat


@given(st.integers(1990, 2090), st.sampled_from([("", 1), ("H", 2), ("T", 3), ("K", 4)]))
def test_a_title_with_its_own_period_is_right(ar, del_):
    period = Period(ar, *del_)
    assert fel_period(f"Rapport {period.namn}", period.kod) == ""
    assert fel_period(f"Rapport för {period.i_text}", period.kod) == ""
    assert fel_period(f"Rapport {period.for_ar(1).namn}", period.kod) != ""


def test_years_in_words():
    assert artal("2021, 2027–2029 och 2031/32 (2020-01-02)") == (2021, 2027, 2028, 2029, 2031, 2032)


def test_an_annex_is_asked_about_when_the_title_names_its_kind():
    bilagor = ["delarsrapport 2022-H1", "arsredovisning 2020", "uppfoljnings-pm 2021-H1", ""]
    assert dokument_i_rubriken("Delårsrapport 2021", bilagor) == ["delarsrapport 2022-H1"]
    assert dokument_i_rubriken("Uppföljnings-PM", bilagor) == ["uppfoljnings-pm 2021-H1"]
