import pytest

from finsam.tabular.location import Filfel, Plats
from finsam.tabular.reading import Rarad, las_tabell

RUBRIKER = "Namn;Typ;Från\n"


def las(text, kodning="utf-8"):
    return las_tabell("medlemmar.csv", text.encode(kodning))


def fel(innehall, fil="medlemmar.csv"):
    with pytest.raises(Filfel) as fangat:
        las_tabell(fil, innehall)
    return str(fangat.value.anmarkning)


@pytest.mark.parametrize(
    "text",
    [
        "Namn;Typ\nÖsthammar;kommun\n",
        "\ufeffNamn;Typ\r\nÖsthammar;kommun\r\n",
        "Namn,Typ\nÖsthammar,kommun\n",
        "Namn\tTyp\nÖsthammar\tkommun",
        '"Namn";"Typ"\n"Östhammar";"kommun"\n',
        "sep=;\nNamn;Typ\nÖsthammar;kommun\n",
        " Namn ; Typ\n\u00a0Östhammar ;kommun\n",
    ],
)
def test_the_same_table_however_it_was_saved(text):
    tabell = las(text)
    assert tabell.rubriker == ("Namn", "Typ")
    assert [rad.celler for rad in tabell.rader] == [("Östhammar", "kommun")]
    assert tabell.varningar == ()


def test_windows_1252_is_read_with_a_warning():
    tabell = las("Namn;Typ\nÖsthammar – å;kommun\n", "cp1252")
    assert tabell.rader[0].celler[0] == "Östhammar – å"
    assert str(tabell.varningar[0]) == (
        "medlemmar.csv: Filen är inte i UTF-8; tolkad som Windows-1252."
    )


def test_utf_16_with_its_mark_is_read():
    assert las("Namn;Typ\nÖsthammar;kommun\n", "utf-16").rader[0].celler[0] == "Östhammar"


@pytest.mark.parametrize("kodning", ["cp437", "cp850"])
def test_dos_encodings_are_refused_rather_than_garbled(kodning):
    assert "kan inte tolkas" in fel("Namn;Typ\nHåbo, Älvkarleby, köp;kommun\n".encode(kodning))


def test_text_that_was_garbled_before_it_came_is_refused_with_its_row():
    garblad = "Namn;Typ\nHÃ¥bo;kommun\n".encode()
    assert fel(garblad).startswith(
        "medlemmar.csv, rad 2, kolumnen ”A”: Texten ”HÃ¥bo” har förlorat"
    )


def test_rows_are_numbered_as_in_a_spreadsheet():
    tabell = las('# Förklaring;x;\n\nNamn;Typ\n"två\nrader";kommun\n;\nHåbo;kommun\n')
    assert tabell.rader == (Rarad(4, ("två\nrader", "kommun")), Rarad(6, ("Håbo", "kommun")))


def test_a_name_that_begins_with_a_hash_is_no_comment():
    assert las("Namn;Typ\n#jagmed;kommun\n").rader[0].celler[0] == "#jagmed"


def test_the_exporter_s_apostrophe_is_taken_away():
    assert las("Namn;Typ\n'=Samverkan;'citat'\n").rader[0].celler == ("=Samverkan", "'citat'")


@pytest.mark.parametrize(
    ("innehall", "fil", "text"),
    [
        (b"", "a.csv", "a.csv: Filen är tom (0 byte)."),
        (b"x" * 10_000_001, "a.csv", "a.csv: Filen är 10,0 MB. Högst 10 MB tillåts."),
        (b"x", "a.xlsm", "a.xlsm: Filtypen .xlsm tillåts inte."),
        (b"x", "a.xls", "a.xls: Filtypen .xls tillåts inte."),
        (b"x", "a", "a: Filtypen utan ändelse tillåts inte."),
        (b"\n\n", "a.csv", "a.csv: Filen har ingen rubrikrad."),
        (b"PK\3\4\0\0", "a.csv", "a.csv: Filen är ingen textfil."),
    ],
)
def test_files_that_are_not_read(innehall, fil, text):
    assert fel(innehall, fil) == text


def test_a_truncated_row_is_named():
    assert fel(b"Namn;Typ;Fran\na;b;c\nd;e\n") == (
        "medlemmar.csv, rad 3: Raden har 2 celler, rubrikraden 3. Filen kan vara avkortad."
    )


def test_a_quote_that_never_ends_is_named():
    assert fel(b'Namn;Typ\na;b\nc;"d\n') == (
        "medlemmar.csv, rad 3: Raden är avkortad eller har ett citattecken som inte avslutas."
    )


def test_a_delimiter_inside_text_is_named():
    assert "ska stå inom citattecken" in fel(b"Namn;Typ\na;b;c\n")


def test_too_many_rows():
    assert "fler än 100 000 rader" in fel(b"Namn;Typ\n" + b"a;b\n" * 100_000)


def test_identity_numbers_refuse_the_file_and_are_not_repeated():
    # 811228-9874 is the tax agency's example number.
    text = fel("Namn;Typ;Från\nAnna;kommun;2024\nBo;811228-9874;2024\n".encode())
    assert text == (
        "medlemmar.csv, rad 3, kolumnen ”B”: Innehållet ser ut att vara personuppgifter "
        "(personnummer). Endast antal får registreras."
    )


def test_places_read_as_a_sentence():
    assert str(Plats("a.xlsx", "Blad1", 3, "Belopp")) == (
        "a.xlsx, bladet ”Blad1”, rad 3, kolumnen ”Belopp”"
    )
