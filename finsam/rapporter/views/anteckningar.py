"""The notes of a consultation or a dialog: who took part, what was on the agenda, what was said."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse

from finsam.permissions import Ratt, require
from finsam.rapporter import pdfvyer
from finsam.rapporter.paket.dokument import dag_i_ord
from styrelse.choices import HALLNA, SAMRADEN
from styrelse.models import Mote
from styrelse.selectors.samrad import deltagarlista, inbjudan


def _innehall(pk: int) -> dict[str, object]:
    """What the document is written from. 404 until the meeting is held."""
    mote = get_object_or_404(Mote.objects.select_related("medlem"), pk=pk, organ__in=SAMRADEN)
    if mote.status not in HALLNA:
        raise Http404
    return {
        "mote": mote,
        "brev": inbjudan(mote),
        "deltagarlista": deltagarlista(mote),
        "dag": dag_i_ord(mote.datum),
    }


@require(Ratt.MOTE_LASA)
def anteckningar(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "rapporter/anteckningar/anteckningar.html", _innehall(pk))


@require(Ratt.MOTE_LASA)
def anteckningar_pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    innehall = _innehall(pk)
    mote = innehall["mote"]
    assert isinstance(mote, Mote)
    dokument = pdfvyer.Pdfdokument(
        html=lambda: render_to_string("rapporter/anteckningar/utskrift.html", innehall),
        titel=f"Anteckningar från {mote}",
        filnamn=f"anteckningar-{mote.organ}-{mote.datum}.pdf",
        tillbaka=reverse("rapporter:anteckningar", args=[pk]),
    )
    return pdfvyer.pdf(request, dokument)
