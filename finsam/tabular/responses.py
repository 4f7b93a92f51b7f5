"""A table sent to the browser as a file."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from finsam.tabular.export import Exportblad, Exportkolumn, csv_delar, xlsx_bytes

MIMETYP = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


def bilaga(innehall: bytes, filnamn: str) -> HttpResponse:
    """Bytes as a download; the type follows the name's ending."""
    svar = HttpResponse(innehall, content_type=MIMETYP[filnamn.rsplit(".", 1)[-1]])
    svar["Content-Disposition"] = content_disposition_header(True, filnamn)
    return svar


def exportsvar(
    namn: str, kolumner: Sequence[Exportkolumn], rader: Iterable[Any], filformat: str
) -> HttpResponseBase:
    """The table as a download: `filformat` is csv (streamed) or xlsx, `namn` without ending."""
    if filformat == "xlsx":
        return bilaga(xlsx_bytes([Exportblad(namn, kolumner, rader)]), f"{namn}.xlsx")
    svar = StreamingHttpResponse(csv_delar(kolumner, rader), content_type=MIMETYP["csv"])
    svar["Content-Disposition"] = content_disposition_header(True, f"{namn}.csv")
    return svar
