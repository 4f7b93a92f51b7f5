import io

import pytest

from ekonomi.sie.las import Lasare, las_fil
from ekonomi.sie.teckenkodning import kanna_igen
from tests.ekonomi.siefiler import FILEN, bytes_av


@pytest.mark.parametrize(
    ("kodning", "namn"),
    [
        ("cp437", "PC8"),
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("latin-1", "ISO 8859-1 (Latin-1)"),
        ("utf-16", "UTF-16"),
    ],
)
def test_the_encoding_is_recognised(kodning, namn):
    assert kanna_igen(io.BytesIO(bytes_av(FILEN, kodning))).namn == namn


def test_windows_is_told_from_latin_1_by_the_signs_that_only_it_has():
    text = FILEN.replace("Mars", "Mars – april")
    assert kanna_igen(io.BytesIO(bytes_av(text, "cp1252"))).namn == "Windows-1252"


def test_plain_ascii_is_pc8():
    assert kanna_igen(io.BytesIO(b"#FLAGGA 0\n")).ar_pc8


@pytest.mark.parametrize("kodning", ["utf-8", "utf-8-sig", "latin-1", "cp1252"])
def test_the_content_is_the_same_in_every_encoding(kodning):
    assert las_fil(bytes_av(FILEN, kodning)) == las_fil(bytes_av(FILEN))


@pytest.mark.parametrize(
    ("kodning", "texter"),
    [
        ("cp437", []),
        ("utf-8", ["Filen är inte i PC8; tolkad som UTF-8."]),
        ("cp1252", ["Filen är inte i PC8; tolkad som ISO 8859-1 (Latin-1)."]),
        ("utf-16", ["Filen är i UTF-16."]),
    ],
)
def test_another_encoding_than_pc8_is_told(kodning, texter):
    lasare = Lasare(io.BytesIO(bytes_av(FILEN, kodning)))
    list(lasare)
    assert [ett.text for ett in lasare.fynd] == texter


def test_a_broken_utf_8_file_is_refused():
    innehall = bytes_av(FILEN, "utf-8-sig").replace("ö".encode(), b"\xc3")
    lasare = Lasare(io.BytesIO(innehall))
    list(lasare)
    assert lasare.fynd[-1].text == "Filen går inte att läsa som UTF-8."
    assert lasare.fynd[-1].ar_fel
