"""Templates: an empty table file that explains itself and reads back as no rows.

In CSV the explanations and the example are comment rows ("# …"); in xlsx they stand on a second
sheet, and the columns of the first are prepared for what they hold.
"""

import csv
import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from finsam.mapp.kolumner import Kolumn
from finsam.mapp.tabellbeskrivning import Tabellbeskrivning
from finsam.tabular.cells import JaNej, Val
from finsam.tabular.export import TALFORMAT, fasta_bytes
from finsam.typografi import INGET

FORBEREDDA_RADER = 1000
LASANVISNING = (
    "Rader som börjar med # och mellanslag läses inte.",
    "Raden under rubrikerna är ett exempel. Skriv egna rader under den, utan # först.",
)
HJALPRUBRIKER = ("Kolumn", "Betydelse", "Fylls i", "Exempel")


def mall_csv(fil: Tabellbeskrivning) -> bytes:
    """Comment rows with the explanations, the headings, and a comment row with an example."""
    rader = [[f"# {fil.rubrik}. {fil.forklaring}"]]
    rader += [[f"# {k.rubrik} ({_fylls_i(fil, k)}): {_forklaring(k)}"] for k in fil.kolumner]
    rader += [[f"# {rad}"] for rad in LASANVISNING]
    rader.append([k.rubrik for k in fil.kolumner])
    forsta, *ovriga = (k.exempel for k in fil.kolumner)
    # "#" alone would be a value: an example that is empty is written as nothing is.
    rader.append([f"# {forsta or INGET}", *ovriga])
    buffert = io.StringIO(newline="")
    csv.writer(buffert, delimiter=";", lineterminator="\r\n").writerows(rader)
    return f"\ufeff{buffert.getvalue()}".encode()


def mall_xlsx(fil: Tabellbeskrivning) -> bytes:
    """A workbook with an empty sheet to fill in and a sheet that explains it."""
    bok = Workbook()
    sida = bok.active
    assert isinstance(sida, Worksheet)
    sida.title = fil.rubrik[:31]
    sida.freeze_panes = "A2"
    for nr, kolumn in enumerate(fil.kolumner, start=1):
        rubrik = sida.cell(1, nr, kolumn.rubrik)
        rubrik.font = Font(bold=True)
        _forbered(sida, get_column_letter(nr), kolumn)
    _hjalpblad(bok.create_sheet("Förklaring"), fil)
    buffert = io.BytesIO()
    bok.save(buffert)
    return fasta_bytes(buffert.getvalue())


def _forbered(sida: Worksheet, bokstav: str, kolumn: Kolumn) -> None:
    """Width, number format and drop-down list of a column to fill in."""
    bredd = max(len(kolumn.rubrik), len(kolumn.exempel)) + 3
    sida.column_dimensions[bokstav].width = min(bredd, 40)
    # "@" keeps "01" and "2024-12" as they are typed.
    sida.column_dimensions[bokstav].number_format = TALFORMAT.get(kolumn.typ.format, "@")
    val = ["ja", "nej"] if isinstance(kolumn.typ, JaNej) else []
    if isinstance(kolumn.typ, Val):
        val = kolumn.typ.etiketter
    lista = f'"{",".join(val)}"'
    # Excel's own limit for a list written in the rule.
    if val and len(lista) <= 255 and not any("," in ett for ett in val):
        regel = DataValidation(type="list", formula1=lista, allow_blank=True)
        regel.add(f"{bokstav}2:{bokstav}{FORBEREDDA_RADER}")
        sida.add_data_validation(regel)


def _hjalpblad(sida: Worksheet, fil: Tabellbeskrivning) -> None:
    sida.append([fil.forklaring])
    sida.append([])
    sida.append(list(HJALPRUBRIKER))
    for kolumn in fil.kolumner:
        sida.append([kolumn.rubrik, _forklaring(kolumn), _fylls_i(fil, kolumn), kolumn.exempel])
        for cell in sida[sida.max_row]:
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sida[3]:
        cell.font = Font(bold=True)
    for bokstav, bredd in zip("ABCD", (24, 70, 12, 40), strict=True):
        sida.column_dimensions[bokstav].width = bredd


def _fylls_i(fil: Tabellbeskrivning, kolumn: Kolumn) -> str:
    return "alltid" if fil.kravs(kolumn) else "vid behov"


def _forklaring(kolumn: Kolumn) -> str:
    if isinstance(kolumn.typ, Val):
        return f"{kolumn.forklaring} Ett av: {', '.join(kolumn.typ.etiketter)}."
    return kolumn.forklaring
