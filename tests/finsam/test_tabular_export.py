import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from finsam.tabular.export import (
    Exportblad,
    Exportcell,
    Exportkolumn,
    csv_bytes,
    taltext,
    xlsx_bytes,
)
from finsam.tabular.formulas import aterstalld, neutraliserad


@dataclass
class Post:
    namn: str
    belopp: D | None
    dag: date | None = None
    klar: bool = False


KOLUMNER = [
    Exportkolumn("Namn", "namn"),
    Exportkolumn("Belopp", "belopp", "kr"),
    Exportkolumn("Dag", "dag", "datum"),
    Exportkolumn("Klar", lambda post: post.klar, "ja_nej"),
]
POSTER = [
    Post("Återstart", D("1234.50"), date(2024, 12, 31), True),
    Post("=1+1", D("-800.00")),
    Post("@SUM(A1)", None),
]


def test_csv_opens_in_swedish_excel_and_runs_nothing():
    assert csv_bytes(KOLUMNER, POSTER).decode() == (
        "\ufeffNamn;Belopp;Dag;Klar\r\n"
        "Återstart;1234,50;2024-12-31;ja\r\n"
        "'=1+1;-800;;nej\r\n"
        "'@SUM(A1);;;nej\r\n"
    )


def test_xlsx_has_numbers_dates_and_no_formula():
    bok = load_workbook(io.BytesIO(xlsx_bytes([Exportblad("Lista", KOLUMNER, POSTER)])))
    sida = bok["Lista"]
    assert [c.value for c in sida[1]] == ["Namn", "Belopp", "Dag", "Klar"]
    assert sida["B2"].value == 1234.5 and sida["B2"].number_format == "#,##0.00"
    assert sida["C2"].value.date() == date(2024, 12, 31)
    assert sida["A3"].value == "=1+1" and sida["A3"].data_type == "s"
    assert sida["B4"].value is None


def test_a_cell_may_carry_its_own_format():
    kolumn = Exportkolumn("2024", lambda rad: rad, "kr")
    rader = [Exportcell(D("0.46"), "procent", fet=True), Exportcell("Kostnader", indrag=1), D(5)]
    sida = load_workbook(
        io.BytesIO(xlsx_bytes([Exportblad("x", [kolumn], rader, titel="T")]))
    ).active
    assert sida["A1"].value == "T" and sida["A3"].value == "2024"
    assert sida["A4"].number_format == "0 %" and sida["A4"].font.bold
    assert sida["A5"].alignment.indent == 1
    assert sida["A6"].number_format == "#,##0.00"


def test_sheet_names_are_cleaned_and_kept_apart():
    namn = ["a/b" + "x" * 40, "a:b" + "x" * 40, ""]
    bok = load_workbook(io.BytesIO(xlsx_bytes([Exportblad(n, KOLUMNER, []) for n in namn])))
    assert bok.sheetnames == ["a b" + "x" * 28, "a b" + "x" * 24 + " 2", "Blad"]


def test_the_same_rows_give_the_same_bytes():
    blad = [Exportblad("Lista", KOLUMNER, POSTER)]
    assert xlsx_bytes(blad) == xlsx_bytes(blad)


@pytest.mark.parametrize(
    ("tal", "format", "text"),
    [
        (D("1234.00"), "kr", "1234"),
        (D("1234.5"), "kr", "1234,50"),
        (D("-0.125"), "tal", "-0,125"),
        (D("1E+3"), "tal", "1000"),
        (D("-0.00"), "kr", "0"),
        (D("2.50"), "tal", "2,5"),
    ],
)
def test_numbers_in_csv_have_decimal_comma_and_no_grouping(tal, format, text):
    assert taltext(tal, format) == text


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\tx", "\rx", " =1", "'=1", "# x", "''-"])
def test_text_that_could_be_run_gets_an_apostrophe(text):
    assert neutraliserad(text) == "'" + text


@pytest.mark.parametrize("text", ["abc", "1-2", "#jagmed", "'quoted'", "", "å=b"])
def test_other_text_is_left_alone(text):
    assert neutraliserad(text) == text


@given(st.text(alphabet="'=+-@# \t\r\nab"))
def test_making_harmless_can_be_undone_exactly(text):
    assert aterstalld(neutraliserad(text)) == text
