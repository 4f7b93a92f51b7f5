"""Excel: a sheet per table, numbers as numbers, text that could be a formula made harmless."""

import io

from openpyxl import load_workbook

from finsam.rapporter.render import excel
from tests.rapporter.exempel import RAPPORT


def test_a_sheet_per_table_with_numbers_as_printed() -> None:
    bok = load_workbook(io.BytesIO(excel.skriv(RAPPORT)))
    assert bok.sheetnames == ["Översikt", "Resultaträkning"]
    rader = {rad[0].value: rad for rad in bok[bok.sheetnames[0]].iter_rows()}
    assert rader["Resultat"][1].value == -1864
    assert (rader["Soliditet"][1].value, rader["Soliditet"][1].number_format) == (0.46, "0 %")
    assert rader["Resultat, mnkr"][1].value == -1.864
    assert rader["Resultat"][1].data_type == "n"


def test_text_is_never_a_formula() -> None:
    sida = load_workbook(io.BytesIO(excel.skriv(RAPPORT)))["Resultaträkning"]
    (cell,) = [rad[0] for rad in sida.iter_rows() if rad[0].value == "=Kostnader"]
    assert cell.data_type == "s"


def test_the_same_report_gives_the_same_bytes() -> None:
    assert excel.skriv(RAPPORT) == excel.skriv(RAPPORT)
