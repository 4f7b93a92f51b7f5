"""Writing a section: text, preview, the figures to choose from, and who wrote when."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_POST

from finsam.periods import Period
from finsam.permissions import Ratt, require
from finsam.rapporter import texter
from finsam.rapporter.actions import Textkrock, spara_text
from finsam.rapporter.dokument import Avsnitt, Rapport
from finsam.rapporter.forms import TextForm
from finsam.rapporter.models import Textblock
from finsam.rapporter.tal import visat
from finsam.rapporter.views.inloggad import inloggad
from finsam.rapporter.views.rapport import hamta_rapport


@dataclass(frozen=True)
class Figurval:
    """A figure that can be chosen: what to write, what it is and what it is now."""

    platshallare: str
    beskrivning: str
    varde: str


def hamta_avsnitt(rapport: Rapport, avsnitt: str) -> Avsnitt:
    """The section that the association writes. 404 for another."""
    for ett in rapport.avsnitt:
        if ett.textid == avsnitt:
            return ett
    raise Http404("Avsnittet har ingen text att skriva.")


@require(Ratt.RAPPORT_SKRIVA)
def text_update(request: HttpRequest, slag: str, period: Period, avsnitt: str) -> HttpResponse:
    rapport = hamta_rapport(slag, period)
    ett = hamta_avsnitt(rapport, avsnitt)
    block = _block(slag, period, avsnitt)
    form = TextForm(request.POST or None, instance=block, initial={"version": block.version})
    krock: Textblock | None = None
    if request.method == "POST" and form.is_valid():
        try:
            _spara(request, slag, period, avsnitt, form)
        except Textkrock as fel:
            krock = fel.nu
        else:
            messages.success(request, f"Texten ”{ett.rubrik}” är sparad.")
            adress = reverse("rapporter:rapport_detail", args=[slag, period])
            return redirect(f"{adress}#a-{avsnitt}")
    text = form["innehall"].value() or ""
    sammanhang = {"rapport": rapport, "avsnitt": ett, "block": block, "form": form, "krock": krock}
    sammanhang |= {"figurval": figurval(rapport)} | granskning(rapport, text)
    return render(request, "rapporter/text_form.html", sammanhang, status=409 if krock else 200)


@require_POST
@require(Ratt.RAPPORT_SKRIVA)
def text_utkast(request: HttpRequest, slag: str, period: Period, avsnitt: str) -> HttpResponse:
    """Autosave: keeps what has been typed and answers with the preview and when it was saved."""
    rapport = hamta_rapport(slag, period)
    hamta_avsnitt(rapport, avsnitt)
    form = TextForm(request.POST, instance=_block(slag, period, avsnitt))
    sammanhang: dict[str, Any] = {"form": form}
    if form.is_valid():
        try:
            sammanhang["sparad"] = _spara(request, slag, period, avsnitt, form)
        except Textkrock as fel:
            sammanhang["krock"] = fel.nu
        sammanhang |= granskning(rapport, form.cleaned_data["innehall"])
    return render(request, "rapporter/_utkast.html", sammanhang)


@require(Ratt.RAPPORT_UTKAST)
def text_history(request: HttpRequest, slag: str, period: Period, avsnitt: str) -> HttpResponse:
    """Who wrote what when, newest first."""
    rapport = hamta_rapport(slag, period)
    block = _block(slag, period, avsnitt)
    versioner = block.history.select_related("history_user") if block.pk else ()
    sammanhang = {
        "rapport": rapport,
        "avsnitt": hamta_avsnitt(rapport, avsnitt),
        "versioner": versioner,
    }
    return render(request, "rapporter/text_history.html", sammanhang)


def _block(slag: str, period: Period, avsnitt: str) -> Textblock:
    funnet = Textblock.objects.filter(slag=slag, period=period.kod, avsnitt=avsnitt).first()
    return funnet or Textblock(slag=slag, period=period.kod, avsnitt=avsnitt, version=0)


def _spara(
    request: HttpRequest, slag: str, period: Period, avsnitt: str, form: TextForm
) -> Textblock:
    data = form.cleaned_data
    return spara_text(slag, period, avsnitt, data["innehall"], data["version"], inloggad(request))


def granskning(rapport: Rapport, text: str) -> dict[str, Any]:
    """The text as it will be printed, and what the rules have to say about it."""
    html = texter.html(text, rapport.figurer, rubrikniva=3)
    forhandsvisning: SafeString = mark_safe(html)
    return {
        "forhandsvisning": forhandsvisning,
        "okanda": texter.okanda(text, rapport.figurer),
        "obundna": texter.obundna(text),
        "veckodagar": texter.fel_veckodagar(text),
    }


def figurval(rapport: Rapport) -> list[Figurval]:
    """The report's figures by name, those that are nothing left out."""
    return [
        Figurval(
            f"{{{namn}|{varde.enhet}}}",
            varde.kalla.text if varde.kalla else "",
            visat(varde, med_enhet=True),
        )
        for namn, varde in sorted(rapport.figurer.items())
        if varde.tal is not None
    ]
