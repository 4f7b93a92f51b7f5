"""The list of reports, the document as a page, and its downloads."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from finsam.periods import Period
from finsam.permissions import Ratt, far, require
from finsam.rapporter import pdfforrad, pdfvyer
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.forms import OppnaForm
from finsam.rapporter.render import excel, json_
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.render.vy import avsnittsvyer
from finsam.rapporter.selectors import UnderlagSaknas, rapportlista, senaste_faststallda
from finsam.rapporter.slag import OFFENTLIGA, build, publicerad
from finsam.sma_tal import ser_sma_tal

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def hamta_rapport(slag: str, period: Period, publicering: bool = False) -> Rapport:
    """The document as it stands today, small counts hidden in it where it is to be published.

    404 with the reason when it cannot be made.
    """
    try:
        rapport = build(slag, period, timezone.localdate())
    except UnderlagSaknas as fel:
        raise Http404(str(fel)) from fel
    return publicerad(rapport) if publicering else rapport


def ska_publiceras(request: HttpRequest, slag: str) -> bool:
    """Whether the address asks for the version to publish; if it says nothing, as the kind is.

    One who is not shown small counts gets no other.
    """
    if not ser_sma_tal(request.user):
        return True
    val = request.GET.get("publicering", "")
    return val == "1" if val in ("0", "1") else slag in OFFENTLIGA


@require(Ratt.RAPPORT_LASA)
def rapport_list(request: HttpRequest) -> HttpResponse:
    """A row per document and period; who may not see drafts sees what has been decided.

    Those who may can ask for a period that has no row: a quarter, or a whole year.
    """
    utkast = far(request.user, Ratt.RAPPORT_UTKAST)
    form = OppnaForm(request.GET if "period" in request.GET else None)
    if utkast and form.is_valid():
        valt = form.cleaned_data
        return redirect("rapporter:rapport_detail", valt["slag"], valt["period"])
    rader = [rad for rad in rapportlista() if utkast or rad.faststalld]
    sammanhang = {"rader": rader, "utkast": utkast, "form": form}
    return render(request, "rapporter/rapport_list.html", sammanhang)


@require(Ratt.RAPPORT_UTKAST)
def rapport_detail(request: HttpRequest, slag: str, period: Period) -> HttpResponse:
    internt = hamta_rapport(slag, period)
    rapport = publicerad(internt) if ska_publiceras(request, slag) else internt
    sammanhang = {
        "rapport": rapport,
        # Drawn ahead at low priority, so that the click on PDF finds it ready.
        "pdfnyckel": pdfforrad.bestall(utskrift(rapport)),
        "avsnitten": avsnittsvyer(rapport, forsta_rubrik=2, medlankar=True),
        "roda": len(internt.roda),
        "undantagna": sum(not k.ok and bool(k.undantag) for k in internt.kontroller),
        "upplysningar": sum(k.ok and bool(k.text) for k in internt.kontroller),
        "valbar": ser_sma_tal(request.user),
        "publicering": int(rapport.publicering > 0),
        "faststalld": senaste_faststallda(rapport.slag, rapport.period),
        "redigera": far(request.user, Ratt.RAPPORT_SKRIVA),
    }
    return render(request, "rapporter/rapport_detail.html", sammanhang)


@require(Ratt.RAPPORT_UTKAST)
def rapport_json(request: HttpRequest, slag: str, period: Period) -> HttpResponse:
    rapport = hamta_rapport(slag, period, ska_publiceras(request, slag))
    return HttpResponse(json_.skriv(rapport), content_type="application/json")


@require(Ratt.RAPPORT_UTKAST)
def rapport_xlsx(request: HttpRequest, slag: str, period: Period) -> HttpResponse:
    rapport = hamta_rapport(slag, period, ska_publiceras(request, slag))
    svar = HttpResponse(excel.skriv(rapport), content_type=XLSX)
    svar["Content-Disposition"] = f'attachment; filename="{_filnamn(rapport)}.xlsx"'
    return svar


@require(Ratt.RAPPORT_UTKAST)
def rapport_pdf(request: HttpRequest, slag: str, period: Period) -> HttpResponseBase:
    """The draft's PDF, or a page that waits for it."""
    publicering = ska_publiceras(request, slag)
    sida = reverse("rapporter:rapport_detail", args=[slag, period])
    return pdfvyer.pdf(
        request,
        pdfvyer.Pdfdokument(
            html=lambda: utskrift(hamta_rapport(slag, period, publicering)),
            titel=f"{Rapportslag(slag).label} {period.namn}",
            filnamn=f"{slag}-{period}-{'publicering' if publicering else 'internt'}-utkast.pdf",
            tillbaka=f"{sida}?publicering={int(publicering)}",
            fraga={"publicering": str(int(publicering))},
        ),
    )


def _filnamn(rapport: Rapport) -> str:
    """Says in the file's name whether it may be published."""
    for_vem = "publicering" if rapport.publicering else "internt"
    return f"{rapport.slag}-{rapport.period}-{for_vem}"
