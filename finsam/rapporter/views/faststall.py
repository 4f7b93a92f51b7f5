"""The board's version: fastställa, look at it, fetch its PDF, correct it by a new one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from ekonomi.models import Rakenskapsar
from finsam.inloggad import inloggad
from finsam.periods import Period, las_period
from finsam.permissions import Ratt, far, require
from finsam.rapporter import pdfvyer
from finsam.rapporter.actions import RodaKontroller, faststall, krav_gront
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.forms import FaststallForm
from finsam.rapporter.jamforelse import skillnader
from finsam.rapporter.models import FaststalldRapport
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.render.json_ import som_data
from finsam.rapporter.render.json_las import las
from finsam.rapporter.render.vy import avsnittsvyer
from finsam.rapporter.selectors import UnderlagSaknas, senaste_faststallda
from finsam.rapporter.slag import build, publicerad
from finsam.rapporter.views.kontroller import jamford_rapport


def _pdf(rapport: Rapport, beslut: str) -> bytes:
    """Drawn here and now: the act waits for it, and happens once a year."""
    # WeasyPrint takes most of a second to load: only for who fastställer.
    from finsam.rapporter.render.pdf import skriv_pdf

    return skriv_pdf(utskrift(rapport, beslut))


@require(Ratt.RAPPORT_FASTSTALLA)
def faststall_create(request: HttpRequest, slag: str, period: Period) -> HttpResponse:
    """Asks once, in words, then keeps the report for good."""
    rapport = jamford_rapport(slag, period)
    tidigare = senaste_faststallda(slag, period)
    form = FaststallForm(request.POST or None, rattar=tidigare is not None)
    if request.method == "POST" and form.is_valid():
        ny = form.save(commit=False)
        try:
            krav_gront(rapport)
            # Drawn before the transaction: it takes seconds, and others write meanwhile.
            utat = publicerad(rapport)
            version = faststall(utat, _pdf(utat, ny.beslutat), ny, inloggad(request))
        except RodaKontroller as fel:
            form.add_error(None, str(fel))
        else:
            messages.success(request, f"{rapport.titel} är fastställd.")
            return redirect(version)
    oppet = Rakenskapsar.objects.filter(verksamhetsar=period.ar, stangt_at=None).exists()
    sammanhang = {"rapport": rapport, "form": form, "tidigare": tidigare, "oppet": oppet}
    return render(request, "rapporter/faststall_form.html", sammanhang)


@require(Ratt.RAPPORT_LASA)
def faststalld_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as the board decided it, and what would be otherwise today."""
    version = get_object_or_404(FaststalldRapport.objects.defer("pdf"), pk=pk)
    try:
        nu = build(version.slag, las_period(version.period), timezone.localdate())
        # A version kept before anything was hidden is compared with what is hidden nowhere.
        i_dag = som_data(publicerad(nu) if version.innehall.get("hidden_below") else nu)
    except UnderlagSaknas:
        andrat = None
    else:
        andrat = skillnader(version.innehall, i_dag)
    rapport = las(version.innehall)
    sammanhang = {
        "version": version,
        "rapport": rapport,
        "avsnitten": avsnittsvyer(
            rapport, forsta_rubrik=2, medlankar=far(request.user, Ratt.UNDERLAG_LASA)
        ),
        "andrat": andrat,
    }
    return render(request, "rapporter/faststalld_detail.html", sammanhang)


@require(Ratt.RAPPORT_LASA)
@pdfvyer.visas_i_webblasaren
def faststalld_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The PDF that was kept, byte for byte."""
    version = get_object_or_404(FaststalldRapport.objects.defer("innehall"), pk=pk)
    svar = HttpResponse(bytes(version.pdf), content_type="application/pdf")
    namn = f"{version.slag}-{version.period}-v{version.version}.pdf"
    svar["Content-Disposition"] = f'inline; filename="{namn}"'
    return svar
