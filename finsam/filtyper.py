"""Which kind a handed-in file is, judged by what it holds and not by what it is called.

Nothing here opens a file to use it: what could run, hide or swell is refused.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

import puremagic
from pypdf import PdfReader
from pypdf.generic import IndirectObject

TILLATNA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "png": "image/png",
    "jpg": "image/jpeg",
    "txt": "text/plain",
    "csv": "text/csv",
}
ANDRA_NAMN = {"jpeg": "jpg", "jfif": "jpg", "jpe": "jpg"}
TEXTTYPER = ("txt", "csv")
# The part that every document of the kind has, and no document of another kind.
OOXML = "[Content_Types].xml"
KANNEMARKE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
# Where programs are kept: Office's projects and Excel 4 sheets, OpenDocument's modules.
MAKRODELAR = ("vbaproject.bin", "vbadata.xml", "/macrosheets/", "basic/", "scripts/")
STORSTA_UPPACKAD = 200_000_000
STORSTA_KVOT = 100
FLEST_DELAR = 5_000
# What a PDF uses to run something when it is opened or clicked.
PDF_PROGRAM = ("/JS", "/JavaScript", "/Launch")
FLEST_OBJEKT = 200_000
SKADAD = "Filen är skadad eller låst med lösenord."
INGEN_PDF = "Filen heter .pdf men är ingen PDF. Öppna den och spara den som PDF."
BOMB = "Filen packas upp till orimligt mycket data."
# What zipfile raises on a damaged, locked or strangely packed archive.
ZIPFEL = (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class OtillatenFil(Exception):
    """The file is not taken in; the message says why, in Swedish."""


def filtyp(innehall: bytes, filnamn: str) -> str:
    """The file's kind, a key of TILLATNA: its contents must be what its name says.

    Raises OtillatenFil for other kinds, empty and damaged files, documents with macros, PDFs with
    scripts, and archives that swell beyond reason.
    """
    kallad = PurePath(filnamn).suffix.lower().removeprefix(".")
    kallad = ANDRA_NAMN.get(kallad, kallad)
    if kallad not in TILLATNA:
        raise _tillats_inte(kallad)
    if not innehall:
        raise OtillatenFil("Filen är tom.")
    funnen = _typ_av_innehallet(innehall, kallad)
    if funnen != kallad:
        if kallad == "pdf" and funnen == "txt":
            raise OtillatenFil(INGEN_PDF)
        if funnen in TILLATNA:
            raise OtillatenFil(f"Filen heter .{kallad} men är av typen .{funnen}. Byt namn på den.")
        raise _tillats_inte(funnen)
    if kallad == "pdf":
        _granska_pdf(innehall)
    return kallad


def _tillats_inte(typ: str) -> OtillatenFil:
    return OtillatenFil(f"Filtypen {f'.{typ}' if typ else 'utan ändelse'} tillåts inte.")


def _typ_av_innehallet(innehall: bytes, kallad: str) -> str:
    """A key of TILLATNA, or the ending that files with such contents usually have."""
    if innehall.startswith(b"PK\x03\x04"):
        return _dokumenttyp(innehall)
    try:
        traffar = puremagic.magic_string(innehall)
    except puremagic.PureError:
        traffar = []
    andelser = [traff.extension.lower().removeprefix(".") for traff in traffar]
    kanda = [ANDRA_NAMN.get(andelse, andelse) for andelse in andelser]
    if kallad in TEXTTYPER:
        # A few letters at the start of a text can look like a signature of something.
        sakra = [k for k, traff in zip(kanda, traffar, strict=True) if traff.confidence >= 0.5]
        return sakra[0] if sakra else kallad if _ar_text(innehall) else (kanda or ["bin"])[0]
    return kallad if kallad in kanda else (kanda or ["txt" if _ar_text(innehall) else "bin"])[0]


def _ar_text(innehall: bytes) -> bool:
    """Whether the bytes are readable as text in an encoding of the day."""
    styrtecken = set(range(32)) - {9, 10, 12, 13}
    if innehall.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not styrtecken & set(innehall)


def _dokumenttyp(innehall: bytes) -> str:
    """The kind of an office document, after its archive has been weighed without unpacking it."""
    try:
        with zipfile.ZipFile(io.BytesIO(innehall)) as arkiv:
            poster = arkiv.infolist()
            _vag(poster)
            namn = [post.filename for post in poster]
            mimetyp = arkiv.read("mimetype") if "mimetype" in namn else b""
            delarnas_typer = arkiv.read(OOXML) if OOXML in namn else b""
    except ZIPFEL as fel:
        raise OtillatenFil(SKADAD) from fel
    typ = next((typ for typ, del_ in KANNEMARKE.items() if del_ in namn and OOXML in namn), "")
    odf = (typ for typ in ("odt", "ods") if mimetyp.strip() == TILLATNA[typ].encode())
    typ = typ or next(odf, "zip")
    sma = [f"/{ett}".lower() for ett in namn]
    har_makro = any(f"/{del_.strip('/')}" in ett for ett in sma for del_ in MAKRODELAR)
    if typ != "zip" and (har_makro or b"macroenabled" in delarnas_typer.lower()):
        raise OtillatenFil(f"Filtypen .{typ} med makron tillåts inte. Spara filen utan makron.")
    return typ


def _vag(poster: list[zipfile.ZipInfo]) -> None:
    uppackad = sum(post.file_size for post in poster)
    packad = sum(post.compress_size for post in poster)
    if len(poster) > FLEST_DELAR or uppackad > STORSTA_UPPACKAD:
        raise OtillatenFil(BOMB)
    if uppackad > STORSTA_KVOT * max(packad, 100_000):
        raise OtillatenFil(BOMB)


def _granska_pdf(innehall: bytes) -> None:
    """Raises OtillatenFil for a PDF that cannot be read, or that carries a program."""
    try:
        lasare = PdfReader(io.BytesIO(innehall))
        if lasare.is_encrypted and not lasare.decrypt(""):
            raise OtillatenFil(SKADAD)
        program = any(_bar_program(objekt) for objekt in _pdfobjekt(lasare))
    except OtillatenFil:
        raise
    except Exception as fel:  # A file made to hurt raises anything; whatever it is, it stays out.
        raise OtillatenFil(SKADAD) from fel
    if program:
        text = "Filtypen .pdf med skript tillåts inte. Skriv ut filen till en ny PDF."
        raise OtillatenFil(text)


def _pdfobjekt(lasare: PdfReader) -> Iterator[Any]:
    """Every object of the file, whether anything points at it or not."""
    nycklar = [(nr, gen) for gen, poster in lasare.xref.items() for nr in poster]
    nycklar += [(nr, 0) for nr in lasare.xref_objStm]
    if len(nycklar) > FLEST_OBJEKT:
        raise OtillatenFil(BOMB)
    if "/Root" not in lasare.trailer:
        raise OtillatenFil(SKADAD)
    yield lasare.trailer["/Root"].get_object()
    for nr, generation in nycklar:
        if nr:
            yield lasare.get_object(IndirectObject(nr, generation, lasare))


def _bar_program(objekt: Any) -> bool:
    """Whether the object, or what lies directly in it, is an action that runs something."""
    if isinstance(objekt, dict):
        if "/JS" in objekt or "/JavaScript" in objekt or objekt.get("/S") in PDF_PROGRAM:
            return True
        return any(_bar_program(v) for v in dict.values(objekt))
    return isinstance(objekt, list) and any(_bar_program(v) for v in objekt)
