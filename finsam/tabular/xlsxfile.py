"""Rows of an .xlsx file, after the archive has been looked at from outside.

A workbook is a zip of XML: 1.5 MB can unpack to hundreds of megabytes and a parser can run for
minutes, so sizes are checked before anything is unpacked. openpyxl parses through defusedxml.
"""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from openpyxl import DEFUSEDXML, load_workbook

from finsam.tabular.location import Filfel, Plats

STORSTA_UPPACKAD = 100_000_000
STORSTA_KVOT = 100
FLEST_MEDLEMMAR = 200
FLEST_KOLUMNER = 200
OLE = b"\xd0\xcf\x11\xe0"
EXCELFEL = re.compile(r"#(REF!|N/A|NAME\?|DIV/0!|VALUE!|NULL!|NUM!|SPILL!|CALC!|####+)")
# What openpyxl and its parsers raise on damaged content.
SKADAD = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
)
SKADAD_TEXT = "Filen är avkortad eller skadad. Öppna den i Excel och spara den på nytt som .xlsx."

if not DEFUSEDXML:
    raise ImportError("openpyxl must parse through defusedxml: entity bombs would be accepted.")


def xlsx_rader(fil: str, innehall: bytes) -> Iterator[tuple[str, Iterator[tuple[int, list[str]]]]]:
    """Sheet by sheet: its name and its numbered rows, each cell as Swedish text. Raises Filfel."""
    for blad, rader in xlsx_varden(fil, innehall):
        yield blad, _som_text(Plats(fil, blad), rader)


def xlsx_varden(
    fil: str, innehall: bytes
) -> Iterator[tuple[str, Iterator[tuple[int, tuple[Any, ...]]]]]:
    """The same with the cells as the workbook has them: text, number, day or None."""
    kontrollera_arkiv(fil, innehall)
    with warnings.catch_warnings():
        # openpyxl warns of looks it does not keep; only the values are read here.
        warnings.simplefilter("ignore", UserWarning)
        try:
            bok = load_workbook(io.BytesIO(innehall), read_only=True, data_only=True)
            # The visible ones first: the first of them is the table.
            blad = sorted(bok.worksheets, key=lambda sida: sida.sheet_state != "visible")
        except SKADAD as fel:
            raise Filfel(Plats(fil), SKADAD_TEXT) from fel
    for sida in blad:
        yield sida.title, _varden(fil, sida)


def kontrollera_arkiv(fil: str, innehall: bytes) -> None:
    """Refuses what is no workbook, holds macros, or would unpack beyond measure."""
    plats = Plats(fil)
    if innehall.startswith(OLE):
        raise Filfel(
            plats,
            "Filen är i ett äldre Excelformat (.xls) eller skyddad med lösenord. "
            "Spara den som .xlsx utan lösenord.",
        )
    if not innehall.startswith(b"PK"):
        raise Filfel(plats, "Filen är ingen Excelfil (.xlsx).")
    try:
        with zipfile.ZipFile(io.BytesIO(innehall)) as arkiv:
            poster = arkiv.infolist()
            # The head of each part is enough to see what it is; no workbook declares entities.
            huvuden = {p.filename: arkiv.open(p).read(50_000) for p in poster[:FLEST_MEDLEMMAR]}
    except (*SKADAD, NotImplementedError, RuntimeError) as fel:
        raise Filfel(plats, SKADAD_TEXT) from fel
    uppackad = sum(post.file_size for post in poster)
    if (
        len(poster) > FLEST_MEDLEMMAR
        or uppackad > STORSTA_UPPACKAD
        or uppackad > STORSTA_KVOT * len(innehall)
    ):
        raise Filfel(
            plats,
            "Filen packas upp till orimligt mycket data. Kopiera värdena till en ny arbetsbok.",
        )
    typer = huvuden.get("[Content_Types].xml", b"")
    if b"macroEnabled" in typer or any(p.filename.endswith("vbaProject.bin") for p in poster):
        raise Filfel(plats, "Filen innehåller makron. Spara den som .xlsx utan makron.")
    if b"spreadsheetml" not in typer:
        raise Filfel(plats, "Filen är ett zip-arkiv, ingen Excelfil (.xlsx).")
    if any(b"<!DOCTYPE" in huvud for huvud in huvuden.values()):
        raise Filfel(plats, SKADAD_TEXT)


def _som_text(
    plats: Plats, rader: Iterator[tuple[int, tuple[Any, ...]]]
) -> Iterator[tuple[int, list[str]]]:
    for nr, varden in rader:
        yield nr, [_text(Plats(plats.fil, plats.blad, nr), varde) for varde in varden]


def _varden(fil: str, sida: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
    # The size that the sheet states may be wrong: only the cells that exist count.
    sida.reset_dimensions()
    plats = Plats(fil, sida.title)
    try:
        for nr, varden in enumerate(sida.iter_rows(values_only=True), start=1):
            if len(varden) > FLEST_KOLUMNER:
                raise Filfel(plats, f"Raden {nr} har fler än {FLEST_KOLUMNER} kolumner.")
            yield nr, varden
    except SKADAD as fel:
        raise Filfel(plats, SKADAD_TEXT) from fel


def _text(plats: Plats, varde: Any) -> str:
    """The value as one would type it: "2024-12-31", "1234,5", "ja"."""
    if varde is None:
        return ""
    if isinstance(varde, bool):
        return "ja" if varde else "nej"
    if isinstance(varde, datetime):
        return varde.date().isoformat() if varde.time() == time() else str(varde)
    if isinstance(varde, date | time | int):
        return str(varde)
    if isinstance(varde, float):
        # Fifteen digits are what a spreadsheet shows; beyond them is binary noise.
        return f"{Decimal(f'{varde:.15g}'):f}".replace(".", ",")
    if EXCELFEL.fullmatch(text := str(varde)):
        raise Filfel(plats, f"En cell innehåller felvärdet {text}. Rätta formeln.")
    return text
