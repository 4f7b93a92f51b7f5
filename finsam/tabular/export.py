"""Writing tables: one list of columns gives CSV for Swedish Excel and xlsx, safe to open.

A column is heading, source and format. Formats: text, heltal, tal (any number), kr (two decimals
shown), procent (share 0-1), datum, tid (datetime), ja_nej. None is an empty cell.
"""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from finsam.tabular.formulas import neutraliserad

TALFORMAT = {
    "heltal": "#,##0",
    "tal": "#,##0.##",
    "kr": "#,##0.00",
    "procent": "0 %",
    "datum": "yyyy-mm-dd",
    "tid": "yyyy-mm-dd hh:mm",
}
BLADNAMN_FORBJUDET = re.compile(r"[\[\]:*?/\\']")
MINSTA_BREDD, STORSTA_BREDD = 8, 60
MATTA_RADER = 200
# A fixed date inside the file: the same rows give the same bytes.
FAST_TID = datetime(2000, 1, 1)


@dataclass(frozen=True)
class Exportkolumn:
    """A column: `kalla` is a dotted path from the row ("medlem.kortnamn") or a function of it."""

    rubrik: str
    kalla: str | Callable[[Any], Any]
    format: str = "text"

    def varde(self, rad: Any) -> Any:
        if callable(self.kalla):
            return self.kalla(rad)
        for namn in self.kalla.split("."):
            if rad is None:
                return None
            rad = getattr(rad, namn)
            rad = rad() if callable(rad) else rad
        return rad


@dataclass(frozen=True, slots=True)
class Exportcell:
    """A value that carries its own format or looks, where rows of one column differ."""

    varde: Any
    format: str = "text"
    fet: bool = False
    indrag: int = 0


@dataclass(frozen=True)
class Exportblad:
    """A sheet: title and remarks are optional lines above and below the table."""

    namn: str
    kolumner: Sequence[Exportkolumn]
    rader: Iterable[Any]
    titel: str = ""
    anmarkningar: Sequence[str] = field(default=())


def cell_for(kolumn: Exportkolumn, rad: Any) -> Exportcell:
    varde = kolumn.varde(rad)
    return varde if isinstance(varde, Exportcell) else Exportcell(varde, kolumn.format)


def celltext(varde: Any, format: str = "text") -> str:
    """The value as a CSV cell: decimal comma, ISO dates, ja/nej, text made harmless."""
    if varde is None:
        return ""
    if isinstance(varde, bool):
        return "ja" if varde else "nej"
    if isinstance(varde, datetime):
        return f"{varde:%Y-%m-%d %H:%M}"
    if isinstance(varde, date):
        return varde.isoformat()
    if isinstance(varde, int | float | Decimal):
        return taltext(Decimal(str(varde)), format)
    return neutraliserad(str(varde))


def taltext(tal: Decimal, format: str = "tal") -> str:
    """ "1234", "1234,50", "-0,125": no grouping; whole kronor without öre."""
    if tal == tal.to_integral_value():
        return f"{tal:.0f}" if tal else "0"
    if format == "kr":
        return f"{tal:.2f}".replace(".", ",")
    return f"{tal:f}".rstrip("0").replace(".", ",")


def csv_delar(kolumner: Sequence[Exportkolumn], rader: Iterable[Any]) -> Iterator[str]:
    """The file row by row, for streaming; begins with the mark that tells Excel it is UTF-8."""
    buffert = io.StringIO(newline="")
    skrivare = csv.writer(buffert, delimiter=";", lineterminator="\r\n")
    buffert.write("\ufeff")
    skrivare.writerow([neutraliserad(k.rubrik) for k in kolumner])
    for rad in rader:
        yield _tomd(buffert)
        celler = (cell_for(k, rad) for k in kolumner)
        skrivare.writerow([celltext(c.varde, c.format) for c in celler])
    yield _tomd(buffert)


def _tomd(buffert: io.StringIO) -> str:
    text = buffert.getvalue()
    buffert.seek(0)
    buffert.truncate()
    return text


def csv_bytes(kolumner: Sequence[Exportkolumn], rader: Iterable[Any]) -> bytes:
    """The whole table as CSV: UTF-8 with BOM, semicolon, decimal comma, CRLF."""
    return "".join(csv_delar(kolumner, rader)).encode()


def xlsx_bytes(blad: Sequence[Exportblad]) -> bytes:
    """A workbook with a sheet per table; numbers as numbers, dates as dates, no formulas."""
    bok = Workbook(write_only=True)
    bok.properties.created = bok.properties.modified = FAST_TID
    bok.properties.creator = "Finsam"
    anvanda: set[str] = set()
    for ett in blad:
        _skriv_blad(bok, ett, _bladnamn(ett.namn, anvanda))
    buffert = io.BytesIO()
    bok.save(buffert)
    return fasta_bytes(buffert.getvalue())


def _skriv_blad(bok: Workbook, blad: Exportblad, namn: str) -> None:
    sida = bok.create_sheet(namn)
    rader = ([cell_for(k, rad) for k in blad.kolumner] for rad in blad.rader)
    # Widths must stand before the first row in a streamed sheet: the first rows decide.
    borjan = list(islice(rader, MATTA_RADER))
    for nr, kolumn in enumerate(blad.kolumner):
        bredd = max(map(len, kolumn.rubrik.split("\n")))
        bredd = max([bredd, *(_bredd(rad[nr]) for rad in borjan)])
        bokstav = get_column_letter(nr + 1)
        sida.column_dimensions[bokstav].width = min(max(bredd + 2, MINSTA_BREDD), STORSTA_BREDD)
    sida.freeze_panes = f"A{4 if blad.titel else 2}"
    if blad.titel:
        sida.append([_xlsxcell(sida, Exportcell(blad.titel, fet=True))])
        sida.append([])
    sida.append([_xlsxcell(sida, Exportcell(k.rubrik, fet=True)) for k in blad.kolumner])
    for rad in chain(borjan, rader):
        sida.append([_xlsxcell(sida, cell) for cell in rad])
    for text in blad.anmarkningar:
        sida.append([_xlsxcell(sida, Exportcell(text))])


def _xlsxcell(sida: Any, cell: Exportcell) -> Any:
    varde = cell.varde
    if isinstance(varde, bool):
        varde = "ja" if varde else "nej"
    if isinstance(varde, datetime) and varde.tzinfo is not None:
        varde = varde.replace(tzinfo=None)
    if varde is not None and not isinstance(varde, int | float | Decimal | date):
        # Forced to text: openpyxl would make a formula of "=…".
        ut = WriteOnlyCell(sida, value=ILLEGAL_CHARACTERS_RE.sub("", str(varde)))
        ut.data_type = "s"
    else:
        ut = WriteOnlyCell(sida, value=varde)  # type: ignore[arg-type]  # stubs know no date
        ut.number_format = TALFORMAT.get(cell.format, "General")
    if cell.fet:
        ut.font = Font(bold=True)
    if cell.indrag:
        ut.alignment = Alignment(indent=cell.indrag)
    return ut


def _bredd(cell: Exportcell) -> int:
    return max(map(len, celltext(cell.varde, cell.format).split("\n"))) + cell.indrag


def _bladnamn(namn: str, anvanda: set[str]) -> str:
    """A sheet name that Excel accepts: at most 31 characters, none forbidden, used once."""
    rent = BLADNAMN_FORBJUDET.sub(" ", namn).strip()[:31] or "Blad"
    nr, ledigt = 2, rent
    while ledigt.casefold() in anvanda:
        ledigt = f"{rent[:27]} {nr}"
        nr += 1
    anvanda.add(ledigt.casefold())
    return ledigt


def fasta_bytes(innehall: bytes) -> bytes:
    """The same workbook with fixed dates on its parts, so that equal content is equal bytes."""
    ut = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(innehall)) as kalla,
        zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as mal,
    ):
        for post in sorted(kalla.infolist(), key=lambda p: p.filename):
            data = kalla.read(post)
            if post.filename == "docProps/core.xml":
                data = re.sub(
                    rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", data
                )
            fast = zipfile.ZipInfo(post.filename, FAST_TID.timetuple()[:6])
            fast.compress_type = zipfile.ZIP_DEFLATED
            mal.writestr(fast, data)
    return ut.getvalue()
