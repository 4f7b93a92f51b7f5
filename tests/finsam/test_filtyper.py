"""What a handed-in file may be: contents decide, and what could run or swell stays out."""

import io
import itertools
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from finsam.filtyper import TILLATNA, OtillatenFil, filtyp

PNG = b"\x89PNG\r\n\x1a\n" + bytes(30)
JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(30)


def arkiv(*namn: str, **med_innehall: bytes) -> bytes:
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as fil:
        for ett in namn:
            fil.writestr(ett, "x")
        for ett, innehall in med_innehall.items():
            fil.writestr(ett, innehall)
    return ut.getvalue()


def docx(*fler: str, typer: bytes = b"<Types/>") -> bytes:
    return arkiv("word/document.xml", *fler, **{"[Content_Types].xml": typer})


def pdf(atgard: str = "", losenord: str = "") -> bytes:
    """A page, with an action that runs when it is opened."""
    skrivare = PdfWriter()
    skrivare.add_blank_page(100, 100)
    if atgard:
        skrivare.root_object[NameObject("/OpenAction")] = DictionaryObject(
            {NameObject("/S"): NameObject(atgard), NameObject("/F"): TextStringObject("a")}
        )
    if losenord:
        skrivare.encrypt(losenord, algorithm="RC4-128")
    ut = io.BytesIO()
    skrivare.write(ut)
    return ut.getvalue()


@pytest.mark.parametrize(
    ("namn", "innehall", "typ"),
    [
        ("a.pdf", pdf(), "pdf"),
        ("A.PDF", pdf(), "pdf"),
        ("a.docx", docx(), "docx"),
        ("a.xlsx", arkiv("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        ("a.odt", arkiv(mimetype=TILLATNA["odt"].encode()), "odt"),
        ("a.ods", arkiv(mimetype=TILLATNA["ods"].encode()), "ods"),
        ("a.png", PNG, "png"),
        ("a.jpg", JPG, "jpg"),
        ("a.jpeg", JPG, "jpg"),
        ("a.txt", "Hej på dig".encode(), "txt"),
        ("a.txt", "Hej på dig".encode("cp1252"), "txt"),
        ("a.csv", b"BM;antal\n1;2\n", "csv"),
        ("a.csv", "År;Belopp\r\n2024;1 000".encode("utf-16"), "csv"),
    ],
    ids=itertools.count(),
)
def test_tillatna(namn: str, innehall: bytes, typ: str) -> None:
    assert filtyp(innehall, namn) == typ


@pytest.mark.parametrize(
    ("namn", "innehall", "text"),
    [
        ("a.exe", b"MZ", "Filtypen .exe tillåts inte."),
        ("a", b"text", "Filtypen utan ändelse tillåts inte."),
        ("a.docm", docx("word/vbaProject.bin"), "Filtypen .docm tillåts inte."),
        ("a.pdf", b"MZ" + bytes(100), "Filtypen .exe tillåts inte."),
        ("a.txt", b"MZ" + bytes(100), "Filtypen .exe tillåts inte."),
        ("a.txt", b"<!DOCTYPE html><html>", "Filtypen .html tillåts inte."),
        ("a.pdf", b"<!DOCTYPE html><html>", "Filtypen .html tillåts inte."),
        ("a.docx", arkiv("a.txt"), "Filtypen .zip tillåts inte."),
        ("a.pdf", b"Hej", "Filen heter .pdf men är ingen PDF. Öppna den och spara den som PDF."),
        ("a.pdf", PNG, "Filen heter .pdf men är av typen .png. Byt namn på den."),
        ("a.xlsx", docx(), "Filen heter .xlsx men är av typen .docx. Byt namn på den."),
        ("a.pdf", b"", "Filen är tom."),
        (
            "a.docx",
            docx("word/vbaProject.bin"),
            "Filtypen .docx med makron tillåts inte. Spara filen utan makron.",
        ),
        (
            "a.docx",
            docx(
                typer=b'<Types ContentType="application/vnd.ms-word.document.macroEnabled.main"/>'
            ),
            "Filtypen .docx med makron tillåts inte. Spara filen utan makron.",
        ),
        (
            "a.ods",
            arkiv("Basic/Standard/Module1.xml", mimetype=TILLATNA["ods"].encode()),
            "Filtypen .ods med makron tillåts inte. Spara filen utan makron.",
        ),
        (
            "a.pdf",
            pdf("/JavaScript"),
            "Filtypen .pdf med skript tillåts inte. Skriv ut filen till en ny PDF.",
        ),
        (
            "a.pdf",
            pdf("/Launch"),
            "Filtypen .pdf med skript tillåts inte. Skriv ut filen till en ny PDF.",
        ),
        ("a.pdf", pdf(losenord="hemligt"), "Filen är skadad eller låst med lösenord."),
        ("a.pdf", b"%PDF-1.7\nnonsens", "Filen är skadad eller låst med lösenord."),
        ("a.docx", docx()[:60], "Filen är skadad eller låst med lösenord."),
        (
            "a.docx",
            arkiv("[Content_Types].xml", **{"word/document.xml": bytes(20_000_000)}),
            "Filen packas upp till orimligt mycket data.",
        ),
    ],
    ids=itertools.count(),
)
def test_vagras(namn: str, innehall: bytes, text: str) -> None:
    with pytest.raises(OtillatenFil) as fel:
        filtyp(innehall, namn)
    assert str(fel.value) == text


@given(
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n"]),
    st.binary(max_size=400),
    st.sampled_from([f"a.{typ}" for typ in TILLATNA]),
)
def test_vad_som_helst_antas_eller_vagras_med_en_mening(
    borjan: bytes, resten: bytes, namn: str
) -> None:
    try:
        assert filtyp(borjan + resten, namn) in TILLATNA
    except OtillatenFil as fel:
        assert str(fel).endswith(".")
