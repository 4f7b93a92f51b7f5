"""A meeting's papers: looked at before they go, sent, and kept as they were sent."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.permissions import Ratt, far, require
from finsam.rapporter import pdfforrad, pdfvyer
from finsam.rapporter.paket import forrad
from finsam.rapporter.paket.actions import posta, skicka
from finsam.rapporter.paket.dokument import titel
from finsam.rapporter.paket.fel import Paketfel
from finsam.rapporter.paket.forms import GRUPPFALT, UtskickForm
from finsam.rapporter.paket.granskning import Granskning, granska
from finsam.rapporter.paket.selectors import filens_lage, mottagare, senast_valda, valda
from finsam.rapporter.paket.utdrag import bilagans_pdf
from styrelse.models import Mote, Motespaket, Paketbilaga

SKICKADE = "Tilläggshandlingarna är skickade."


def _mote(pk: int) -> Mote:
    """A meeting that has papers. Raises Http404 for one that keeps notes only."""
    mote = get_object_or_404(Mote, pk=pk)
    if not mote.beslutar:
        raise Http404
    return mote


@require(Ratt.MOTE_BEREDA)
def mote_paket(request: HttpRequest, pk: int) -> HttpResponse:
    """What would go out now: built meanwhile, with what is missing and who gets it."""
    mote = _mote(pk)
    granskning = granska(mote, timezone.localdate(), igen="igen" in request.GET)
    if request.headers.get("HX-Request"):
        if not granskning.pagar:
            return HttpResponse(headers={"HX-Redirect": request.path})
        return render(
            request, "rapporter/paket/_forlopp.html", {"granskning": granskning}, status=202
        )
    return _visa(request, mote, granskning, _form(mote, granskning))


def _form(mote: Mote, granskning: Granskning, data: Any = None) -> UtskickForm:
    lage = granskning.lage
    forra = {falt: grupp in senast_valda(mote) for falt, grupp in GRUPPFALT.items()}
    return UtskickForm(
        data,
        initial={"nyckel": lage.nyckel if lage else "", "utskick": granskning.utskick, **forra},
        ar_sen=bool(granskning.sen),
        saknar_forslag=granskning.medges,
    )


def _visa(
    request: HttpRequest, mote: Mote, granskning: Granskning, form: UtskickForm
) -> HttpResponse:
    sammanhang = {
        "mote": mote,
        "granskning": granskning,
        "form": form,
        "far_skicka": far(request.user, Ratt.KALLELSE_SKICKA),
        "skickar_epost": settings.SKICKAR_EPOST,
        "skickade": mote.paket.defer("innehall"),
    }
    kod = 202 if granskning.pagar else 200
    return render(request, "rapporter/paket/mote_paket.html", sammanhang, status=kod)


@require(Ratt.MOTE_BEREDA)
def mote_paket_pdf(request: HttpRequest, pk: int, nyckel: str) -> HttpResponseBase:
    """The pack that is looked at, as it would be sent."""
    lage = forrad.fardigt(nyckel) if pdfforrad.ar_nyckel(nyckel) else None
    if lage is None or lage.fil is None or lage.handlingar is None or lage.handlingar.mote != pk:
        raise Http404
    namn = f"{titel(lage.handlingar).lower().replace(' ', '-')}-utkast.pdf"
    return pdfvyer.skicka(request, lage.fil, namn, nyckel)


@require_POST
@require(Ratt.KALLELSE_SKICKA)
def mote_skicka(request: HttpRequest, pk: int) -> HttpResponse:
    """Sends the pack that was looked at, then the letters."""
    mote = _mote(pk)
    granskning = granska(mote, timezone.localdate())
    form = _form(mote, granskning, request.POST)
    if not form.is_valid():
        return _visa(request, mote, granskning, form)
    data = form.cleaned_data
    till = valda(mottagare(mote), form.grupper)
    user = inloggad(request)
    try:
        paket = skicka(mote, data["utskick"], data["nyckel"], till, user)
    except ValidationError as fel:
        messages.error(request, " ".join(fel.messages))
        return redirect("rapporter:mote_paket", mote.pk)
    messages.success(request, "Kallelsen är skickad." if paket.nummer == 1 else SKICKADE)
    _posta(request, paket)
    return redirect("rapporter:motespaket_detail", paket.pk)


def _posta(request: HttpRequest, paket: Motespaket) -> None:
    """The letters, and how it went in words."""
    if not settings.SKICKAR_EPOST:
        messages.warning(request, "E-post är inte inställd: inga brev har gått. Meddela själv.")
        return
    adress = request.build_absolute_uri(paket.mote.get_absolute_url())
    gick, misslyckades = posta(paket, adress, inloggad(request))
    if gick:
        messages.success(request, f"{gick} brev skickade." if gick > 1 else "1 brev skickat.")
    if misslyckades:
        messages.error(request, f"{misslyckades} brev gick inte fram. Försök igen nedan.")
    if not gick and not misslyckades:
        messages.info(request, "Alla som har e-postadress har redan fått brevet.")


@require_POST
@require(Ratt.KALLELSE_SKICKA)
def motespaket_posta(request: HttpRequest, pk: int) -> HttpResponse:
    """Letters to those who have not got one."""
    paket = get_object_or_404(Motespaket.objects.select_related("mote"), pk=pk)
    _posta(request, paket)
    return redirect("rapporter:motespaket_detail", paket.pk)


@require(Ratt.MOTE_LASA)
def motespaket_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What was sent: when, by whom, to whom, and whether the file still is the same."""
    utan_innehall = Motespaket.objects.defer("innehall").select_related("mote", "skickat_av")
    paket = get_object_or_404(utan_innehall, pk=pk)
    stammer, besked = filens_lage(paket)
    rader = list(paket.mottagare.select_related("person"))
    sammanhang = {
        "paket": paket,
        "stammer": stammer,
        "besked": besked,
        "mottagare": rader,
        "kvar": [rad for rad in rader if not rad.skickat_at],
        "bilagor": paket.bilagor.select_related("bilaga").defer("bilaga__innehall"),
        "bereder": far(request.user, Ratt.MOTE_BEREDA),
        "far_skicka": far(request.user, Ratt.KALLELSE_SKICKA),
        "skickar_epost": settings.SKICKAR_EPOST,
    }
    return render(request, "rapporter/paket/motespaket_detail.html", sammanhang)


@require(Ratt.MOTE_LASA)
def motespaket_pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The pack as it was sent, byte for byte."""
    paket = get_object_or_404(Motespaket.objects.defer("innehall").select_related("mote"), pk=pk)
    return pdfvyer.skicka(request, Path(paket.fil.path), _filnamn(paket), paket.sha256)


def _filnamn(paket: Motespaket) -> str:
    delar = (paket.namn.lower().replace(" ", "-"), paket.mote.organ, str(paket.mote.datum))
    return f"{'-'.join(delar)}.pdf"


@require(Ratt.MOTE_LASA)
@pdfvyer.visas_i_webblasaren
def paketbilaga_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """One annex as it was sent: its pages of the pack."""
    bilaga = get_object_or_404(
        Paketbilaga.objects.select_related("paket__mote").defer("paket__innehall"), pk=pk
    )
    try:
        innehall = bilagans_pdf(bilaga)
    except Paketfel as fel:
        raise Http404(str(fel)) from fel
    svar = HttpResponse(innehall, content_type="application/pdf")
    namn = f"bilaga-{bilaga.nummer or bilaga.pk}-{_filnamn(bilaga.paket)}"
    svar["Content-Disposition"] = f'inline; filename="{namn}"'
    patch_cache_control(svar, private=True, no_cache=True)
    return svar
