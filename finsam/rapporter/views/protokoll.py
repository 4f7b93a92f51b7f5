"""Minutes on paper, and the last signature, which freezes them with their PDF."""

from functools import partial
from pathlib import Path

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.permissions import Ratt, require
from finsam.rapporter import pdfvyer
from finsam.rapporter.render.pdf import skriv_pdf
from styrelse.actions.protokoll import underteckna
from styrelse.forms.protokoll import UnderskriftForm
from styrelse.models import Justering
from styrelse.protokollssida import utdrag, utskrift
from styrelse.views.omedelbart import hamta_paragrafanslag
from styrelse.views.protokoll import hamta_anslagsbevis, hamta_bild, hamta_utdrag


@require_POST
@require(Ratt.MOTE_ANDRA)
def justera(request: HttpRequest, pk: int) -> HttpResponse:
    """Enters one signature; with the last one the minutes are frozen."""
    justering = get_object_or_404(Justering.objects.select_related("mote", "person"), pk=pk)
    form = UnderskriftForm(request.POST)
    fel = [str(text) for texter in form.errors.values() for text in texter]
    if form.is_valid():
        try:
            rad = underteckna(justering, form.cleaned_data["dag"], inloggad(request), skriv_pdf)
        except ValidationError as hinder:
            fel = hinder.messages
        else:
            klart = (
                f"Protokollet är justerat {rad.justerat}." if rad else "Underskriften är sparad."
            )
            messages.success(request, klart)
    for text in fel:
        messages.error(request, text)
    return redirect("styrelse:protokoll_detail", justering.mote_id)


@require(Ratt.MOTE_LASA)
def protokoll_pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The approved minutes as they were frozen; of a draft what stands in it now."""
    bild = hamta_bild(request, pk)
    namn = f"protokoll-{bild.mote.organ}-{bild.mote.datum}"
    if bild.protokoll:
        fryst = bild.protokoll
        return pdfvyer.skicka(request, Path(fryst.fil.path), f"{namn}.pdf", fryst.sha256)
    dokument = pdfvyer.Pdfdokument(
        html=partial(utskrift, bild.protokollet),
        titel=f"Protokoll {bild.mote}",
        filnamn=f"{namn}-utkast.pdf",
        tillbaka=reverse("styrelse:protokoll_detail", args=[pk]),
    )
    return pdfvyer.pdf(request, dokument)


@require(Ratt.MOTE_LASA)
def protokollsutdrag_pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    innehall = hamta_utdrag(request, pk)
    mote = innehall["mote"]
    delar = (innehall[namn] for namn in ("protokollet", "paragraf", "justerat"))
    dokument = pdfvyer.Pdfdokument(
        html=partial(utdrag, *delar),
        titel=f"Protokollsutdrag {mote}",
        filnamn=f"protokollsutdrag-{mote.organ}-{mote.datum}-{pk}.pdf",
        tillbaka=reverse("styrelse:protokollsutdrag", args=[pk]),
    )
    return pdfvyer.pdf(request, dokument)


@require(Ratt.MOTE_LASA)
def anslagsbevis_pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    innehall = hamta_anslagsbevis(request, pk)
    dokument = pdfvyer.Pdfdokument(
        html=lambda: render_to_string("styrelse/anslagsbevis_utskrift.html", innehall),
        titel="Bevis om anslag",
        filnamn=f"anslagsbevis-{pk}.pdf",
        tillbaka=reverse("styrelse:anslagsbevis", args=[pk]),
    )
    return pdfvyer.pdf(request, dokument)


@require(Ratt.MOTE_LASA)
def paragrafanslag_pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    innehall = hamta_paragrafanslag(pk)
    dokument = pdfvyer.Pdfdokument(
        html=lambda: render_to_string("styrelse/paragrafanslag_utskrift.html", innehall),
        titel="Bevis om anslag",
        filnamn=f"paragrafanslag-{pk}.pdf",
        tillbaka=reverse("styrelse:paragrafanslag", args=[pk]),
    )
    return pdfvyer.pdf(request, dokument)
