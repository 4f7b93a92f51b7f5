"""The list of reports, the document as a page, and its downloads."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from finsam.periods import Period
from finsam.permissions import Ratt, far, require
from finsam.rapporter import pdfforrad, pdfvyer
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.render import excel, json_
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.render.vy import avsnittsvyer
from finsam.rapporter.selectors import UnderlagSaknas, rapportlista, senaste_faststallda
from finsam.rapporter.slag import build

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def hamta_rapport(slag: str, period: Period) -> Rapport:
    """The document as it stands today; 404 with the reason when it cannot be made."""
    try:
        return build(slag, period, timezone.localdate())
    except UnderlagSaknas as fel:
        raise Http404(str(fel)) from fel


@require(Ratt.RAPPORT_LASA)
def rapport_list(request: HttpRequest) -> HttpResponse:
    """A row per document and year; who may not see drafts sees what has been decided."""
    utkast = far(request.user, Ratt.RAPPORT_UTKAST)
    rader = [rad for rad in rapportlista() if utkast or rad.faststalld]
    return render(request, "rapporter/rapport_list.html", {"rader": rader, "utkast": utkast})


@require(Ratt.RAPPORT_UTKAST)
def rapport_detail(request: HttpRequest, slag: str, period: Period) -> HttpResponse:
    rapport = hamta_rapport(slag, period)
    sammanhang = {
        "rapport": rapport,
        # Drawn ahead at low priority, so that the click on PDF finds it ready.
        "pdfnyckel": pdfforrad.bestall(utskrift(rapport)),
        "avsnitten": avsnittsvyer(rapport, forsta_rubrik=2, medlankar=True),
        "roda": len(rapport.roda),
        "undantagna": sum(not k.ok and bool(k.undantag) for k in rapport.kontroller),
        "upplysningar": sum(k.ok and bool(k.text) for k in rapport.kontroller),
        "faststalld": senaste_faststallda(rapport.slag, rapport.period),
        "redigera": far(request.user, Ratt.RAPPORT_SKRIVA),
    }
    return render(request, "rapporter/rapport_detail.html", sammanhang)


@require(Ratt.RAPPORT_UTKAST)
def rapport_json(request: HttpRequest, slag: str, period: Period) -> HttpResponse:
    return HttpResponse(json_.skriv(hamta_rapport(slag, period)), content_type="application/json")


@require(Ratt.RAPPORT_UTKAST)
def rapport_xlsx(request: HttpRequest, slag: str, period: Period) -> HttpResponse:
    svar = HttpResponse(excel.skriv(hamta_rapport(slag, period)), content_type=XLSX)
    svar["Content-Disposition"] = f'attachment; filename="{slag}-{period}.xlsx"'
    return svar


@require(Ratt.RAPPORT_UTKAST)
def rapport_pdf(request: HttpRequest, slag: str, period: Period) -> HttpResponseBase:
    """The draft's PDF, or a page that waits for it."""
    return pdfvyer.pdf(
        request,
        pdfvyer.Pdfdokument(
            html=lambda: utskrift(hamta_rapport(slag, period)),
            titel=f"{Rapportslag(slag).label} {period.namn}",
            filnamn=f"{slag}-{period}-utkast.pdf",
            tillbaka=reverse("rapporter:rapport_detail", args=[slag, period]),
        ),
    )
