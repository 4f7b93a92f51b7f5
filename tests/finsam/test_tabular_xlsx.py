import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from finsam.tabular.location import Filfel
from finsam.tabular.reading import las_tabell


def bok(*blad):
    """A workbook's bytes; each sheet a list of rows."""
    ut = Workbook()
    ut.remove(ut.active)
    for nr, rader in enumerate(blad):
        sida = ut.create_sheet(f"Blad{nr + 1}")
        for rad in rader:
            sida.append(rad)
    buffert = io.BytesIO()
    ut.save(buffert)
    return buffert.getvalue()


def omskriven(innehall, byt=None, **nya):
    """The archive with members replaced or added."""
    ut = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(innehall)) as kalla,
        zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as mal,
    ):
        for namn in kalla.namelist():
            data = kalla.read(namn)
            mal.writestr(namn, byt(namn, data) if byt else data)
        for namn, data in nya.items():
            mal.writestr(namn.replace("__", "/"), data)
    return ut.getvalue()


def fel(innehall, fil="budget.xlsx"):
    with pytest.raises(Filfel) as fangat:
        las_tabell(fil, innehall)
    return str(fangat.value.anmarkning)


def test_values_become_the_text_one_would_type():
    rader = [
        ["Namn", "Antal", "Belopp", "Dag", "Klar", None],
        ["Håbo", 21013, 1234.5, date(2024, 12, 31), True, None],
        [None, None, None, None, None, None],
        ["Heby", 0.1 + 0.2, 4682000.0, datetime(2024, 1, 1), False, None],
    ]
    tabell = las_tabell("a.xlsx", bok(rader))
    assert tabell.rubriker == ("Namn", "Antal", "Belopp", "Dag", "Klar")
    assert tabell.rader[0].celler[:5] == ("Håbo", "21013", "1234,5", "2024-12-31", "ja")
    assert tabell.rader[1].nr == 4
    assert tabell.rader[1].celler[:5] == ("Heby", "0,3", "4682000", "2024-01-01", "nej")


def test_only_the_first_sheet_is_the_table():
    tabell = las_tabell("a.xlsx", bok([["Namn"], ["Håbo"]], [["Förklaring"], ["x"]]))
    assert [rad.celler for rad in tabell.rader] == [("Håbo",)]


def test_an_identity_number_on_any_sheet_refuses_the_file():
    assert "bladet ”Blad2”, rad 1, kolumnen ”A”: Innehållet ser ut att vara personuppgifter" in fel(
        bok([["Namn"]], [[198112289874]])
    )


@pytest.mark.parametrize(
    ("innehall", "text"),
    [
        (b"", "Filen är tom (0 byte)."),
        (b"Namn;Typ", "Filen är ingen Excelfil (.xlsx)."),
        (b"\xd0\xcf\x11\xe0rest", "Filen är i ett äldre Excelformat (.xls)"),
        (bok([["Namn"]])[:-200], "Filen är avkortad eller skadad."),
        (b"PK\x03\x04skrap", "Filen är avkortad eller skadad."),
    ],
)
def test_what_is_no_workbook_is_refused(innehall, text):
    assert text in fel(innehall)


def test_a_zip_renamed_xlsx_is_told_from_a_workbook():
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w") as arkiv:
        arkiv.writestr("medlemmar.csv", "Namn")
    assert fel(ut.getvalue()) == "budget.xlsx: Filen är ett zip-arkiv, ingen Excelfil (.xlsx)."


def test_macros_are_refused():
    innehall = omskriven(
        bok([["Namn"]]),
        lambda namn, data: (
            data.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")
            if namn == "[Content_Types].xml"
            else data
        ),
    )
    assert fel(innehall).endswith("Filen innehåller makron. Spara den som .xlsx utan makron.")


def test_a_bomb_is_refused_before_it_is_unpacked():
    # 5 MB of zeros pack to about 5 kB: a ratio of a thousand.
    innehall = omskriven(bok([["Namn"]]), xl__bomb=b"\0" * 5_000_000)
    assert "packas upp till orimligt mycket data" in fel(innehall)


def test_too_many_members_are_refused():
    innehall = omskriven(bok([["Namn"]]), **{f"xl__x{nr}": b"" for nr in range(201)})
    assert "packas upp till orimligt mycket data" in fel(innehall)


@pytest.mark.parametrize("medlem", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_an_entity_bomb_is_refused(medlem):
    entitet = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'

    def byt(namn, data):
        if namn != medlem:
            return data
        borjan = data.index(b"<", 2) if data.startswith(b"<?xml") else 0
        return data[:borjan] + entitet + data[borjan:]

    assert "Filen är avkortad eller skadad" in fel(omskriven(bok([["Namn"], ["a"]]), byt))


def test_damaged_xml_inside_a_good_archive():
    def byt(namn, data):
        return data[: len(data) // 2] if namn == "xl/worksheets/sheet1.xml" else data

    assert "Filen är avkortad eller skadad" in fel(omskriven(bok([["Namn"], ["a"]]), byt))


def test_an_excel_error_value_is_named_with_its_row():
    assert fel(bok([["Namn"], ["#REF!"]])) == (
        "budget.xlsx, bladet ”Blad1”, rad 2: En cell innehåller felvärdet #REF!. Rätta formeln."
    )


def test_a_cell_far_down_or_out_does_not_make_a_million_rows():
    ut = Workbook()
    ut.active["A1"] = "Namn"
    ut.active["A1048576"] = "x"
    buffert = io.BytesIO()
    ut.save(buffert)
    assert "fler än 100 000 rader" in fel(buffert.getvalue())
    ut = Workbook()
    ut.active["XFD1"] = "x"
    buffert = io.BytesIO()
    ut.save(buffert)
    assert "fler än 200 kolumner" in fel(buffert.getvalue())
