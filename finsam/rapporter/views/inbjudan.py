"""The letter that invites the members to a consultation, or one of them to a dialog."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from finsam.permissions import Ratt, far, require
from finsam.rapporter import pdfvyer
from finsam.rapporter.paket.dokument import dag_i_ord
from styrelse.choices import SAMRADEN
from styrelse.models import Mote
from styrelse.selectors.samrad import inbjudan as brevet
from styrelse.selectors.textvarningar import motets_varningar


def _innehall(request: HttpRequest, pk: int) -> dict[str, object]:
    """What the letter is written from. 404 for one not sent, to who does not prepare it."""
    mote = get_object_or_404(Mote.objects.select_related("medlem"), pk=pk, organ__in=SAMRADEN)
    if not (mote.utskickat or far(request.user, Ratt.MOTE_BEREDA)):
        raise Http404
    return {
        "mote": mote,
        "brev": brevet(mote),
        "dag": dag_i_ord(mote.datum),
        "varningar": motets_varningar(mote) if far(request.user, Ratt.MOTE_BEREDA) else (),
        "dagtecknad": mote.kallelsedatum or timezone.localdate(),
    }


@require(Ratt.MOTE_LASA)
def inbjudan(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "rapporter/inbjudan/inbjudan.html", _innehall(request, pk))


@require(Ratt.MOTE_LASA)
def inbjudan_pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    innehall = _innehall(request, pk)
    mote = innehall["mote"]
    assert isinstance(mote, Mote)
    dokument = pdfvyer.Pdfdokument(
        html=lambda: render_to_string("rapporter/inbjudan/utskrift.html", innehall),
        titel=f"Inbjudan till {mote}",
        filnamn=f"inbjudan-{mote.organ}-{mote.datum}.pdf",
        tillbaka=reverse("rapporter:inbjudan", args=[pk]),
    )
    return pdfvyer.pdf(request, dokument)
