"""The key figures: page, PDF, workbook and text file, all of the one report object."""

from collections.abc import Iterator
from operator import itemgetter

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from finsam.periods import NAMN, Period, delperioder
from finsam.permissions import Ratt, require
from finsam.rapporter import pdfforrad, pdfvyer
from finsam.rapporter.dokument import Rapport, Varde
from finsam.rapporter.nyckeltal.rapport import nyckeltalsrapport, utskrift
from finsam.rapporter.nyckeltal.selectors import nyckeltalsar, nyckeltalsmaterial
from finsam.rapporter.render import excel
from finsam.rapporter.render.vy import avsnittsvyer
from finsam.rapporter.tal import avrundat
from finsam.sma_tal import krav_pa_sma_tal
from finsam.tabular.export import Exportcell, Exportkolumn
from finsam.tabular.responses import bilaga, exportsvar
from finsam.typografi import versal


def _rapport(request: HttpRequest, period: Period) -> Rapport:
    """The key figures, with small counts: 404 for one who is not shown them."""
    krav_pa_sma_tal(request)
    return nyckeltalsrapport(nyckeltalsmaterial(period))


@require(Ratt.UPPFOLJNING_LASA)
def nyckeltal_senaste(request: HttpRequest) -> HttpResponse:
    """On to the newest year that there is something to show of."""
    ar = next(iter(nyckeltalsar()), timezone.localdate().year)
    return redirect("rapporter:nyckeltal", period=Period(ar))


@require(Ratt.UPPFOLJNING_LASA)
def nyckeltal(request: HttpRequest, period: Period) -> HttpResponse:
    rapport = _rapport(request, period)
    aren = sorted({*nyckeltalsar(), period.ar}, reverse=True)
    delar = [Period(period.ar), *(p for slag in "HK" for p in delperioder(Period(period.ar), slag))]
    sammanhang = {
        "rapport": rapport,
        "avsnitten": avsnittsvyer(rapport, forsta_rubrik=2, medlankar=True),
        "pdfnyckel": pdfforrad.bestall(utskrift(rapport)),
        "perioder": [(_kort(del_), del_) for del_ in delar],
        "aren": [Period(ar) for ar in aren],
    }
    return render(request, "rapporter/nyckeltal.html", sammanhang)


def _kort(period: Period) -> str:
    """The part of the year, the year itself left out: "Kvartal 2"."""
    return f"{versal(NAMN[period.slag])} {period.nr}" if period.slag else f"Hela {period.ar}"


@require(Ratt.UPPFOLJNING_LASA)
def nyckeltal_pdf(request: HttpRequest, period: Period) -> HttpResponseBase:
    """For print and to send by e-mail."""
    krav_pa_sma_tal(request)
    return pdfvyer.pdf(
        request,
        pdfvyer.Pdfdokument(
            html=lambda: utskrift(_rapport(request, period)),
            titel=f"Nyckeltal {period.namn}",
            filnamn=f"nyckeltal-{period}.pdf",
            tillbaka=reverse("rapporter:nyckeltal", args=[period]),
        ),
    )


@require(Ratt.UPPFOLJNING_LASA)
def nyckeltal_xlsx(request: HttpRequest, period: Period) -> HttpResponse:
    return bilaga(excel.skriv(_rapport(request, period)), f"nyckeltal-{period}.xlsx")


@require(Ratt.UPPFOLJNING_LASA)
def nyckeltal_csv(request: HttpRequest, period: Period) -> HttpResponseBase:
    """A row per figure, to work on in another program."""
    rubriker = ("Tabell", "Rad", "Nyckeltal", "Värde", "Enhet")
    kolumner = [Exportkolumn(rubrik, itemgetter(nr)) for nr, rubrik in enumerate(rubriker)]
    return exportsvar(f"nyckeltal-{period}", kolumner, _figurer(_rapport(request, period)), "csv")


def _figurer(rapport: Rapport) -> Iterator[tuple[object, ...]]:
    for tabell in rapport.tabeller:
        for rad in tabell.rader:
            for rubrik, cell in zip(tabell.kolumner, rad.varden, strict=True):
                if isinstance(cell, Varde) and (tal := avrundat(cell)) is not None:
                    namn = rubrik.replace("\u00ad", "").replace("/ ", "/")
                    yield tabell.titel, rad.etikett, namn, Exportcell(tal, "tal"), cell.enhet
