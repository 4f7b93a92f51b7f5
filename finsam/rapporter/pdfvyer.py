"""The PDF of a document over the web: the file when it is drawn, a page to wait on until it is.

The page of a document orders its PDF and links to it with the key (`?v=`). A click then costs a
file read: the document is not built again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control

from finsam.rapporter import pdfforrad

# A browser shows a PDF as an object on a page of its own making, under the policy of the file.
Vy = Callable[..., HttpResponseBase]
visas_i_webblasaren: Callable[[Vy], Vy] = csp_update({"object-src": [SELF]})


@dataclass(frozen=True)
class Pdfdokument:
    """What the view must know: `html` builds the print document, `tillbaka` is its own page."""

    html: Callable[[], str]
    titel: str
    filnamn: str
    tillbaka: str
    # What else the address of the PDF asks for.
    fraga: Mapping[str, str] = field(default_factory=dict)


def pdf(request: HttpRequest, dokument: Pdfdokument) -> HttpResponseBase:
    """The PDF, or 202 and a page that becomes it. The caller has asked who may read it."""
    nyckel = _nyckel(request)
    fil = pdfforrad.hamta_nyckel(nyckel) if nyckel else None
    if fil is None and not (nyckel and (pdfforrad.felet(nyckel) or pdfforrad.pagar(nyckel))):
        nyckel = pdfforrad.bestall(dokument.html())
        fil = pdfforrad.hamta_nyckel(nyckel)
    if request.headers.get("HX-Request"):
        return _forlopp(request, dokument, nyckel, fil)
    if fil:
        return skicka(request, fil, dokument.filnamn, fil.stem)
    return _vantsida(request, dokument, nyckel)


def _nyckel(request: HttpRequest) -> str:
    """The key that the address asks for; an empty text when there is none or it is no key."""
    nyckel = request.GET.get("v", "")
    return nyckel if pdfforrad.ar_nyckel(nyckel) else ""


@visas_i_webblasaren
def skicka(request: HttpRequest, fil: Path, filnamn: str, summa: str) -> HttpResponseBase:
    """A finished PDF, whose contents `summa` names; 304 to who has it. 404 where it is gone."""
    etag = f'"{summa}"'
    try:
        svar = get_conditional_response(request, etag=etag) or FileResponse(
            fil.open("rb"), filename=filnamn, content_type="application/pdf"
        )
    except FileNotFoundError as fel:
        raise Http404 from fel
    svar["ETag"] = etag
    patch_cache_control(svar, private=True, no_cache=True)
    return svar


def _vantsida(request: HttpRequest, dokument: Pdfdokument, nyckel: str) -> HttpResponse:
    felet = pdfforrad.felet(nyckel)
    return render(
        request,
        "rapporter/pdf_vantan.html",
        {"dokument": dokument, "adress": _adress(request, dokument, nyckel), "felet": felet},
        status=500 if felet else 202,
    )


def _forlopp(
    request: HttpRequest, dokument: Pdfdokument, nyckel: str, fil: Path | None
) -> HttpResponse:
    """The answer to the waiting page: the same bar again, or where to go now."""
    adress = _adress(request, dokument, nyckel)
    if fil or pdfforrad.felet(nyckel):
        return HttpResponse(headers={"HX-Redirect": adress})
    return render(request, "rapporter/_pdf_forlopp.html", {"adress": adress}, status=202)


def _adress(request: HttpRequest, dokument: Pdfdokument, nyckel: str) -> str:
    return f"{request.path}?{urlencode({**dokument.fraga, 'v': nyckel})}"
