"""Writing a section: text, preview, the figures to choose from, and who wrote when."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.periods import Period
from finsam.permissions import Ratt, require
from finsam.rapporter import texter
from finsam.rapporter.actions import Textkrock, antal_roda, kasta_utkast, spara_text, spara_utkast
from finsam.rapporter.dokument import Avsnitt, Rapport, Varde
from finsam.rapporter.forms import TextForm
from finsam.rapporter.models import Textblock, Textutkast
from finsam.rapporter.tal import visat
from finsam.rapporter.views.rapport import hamta_rapport

# So many of a text's faults are told at once; the list of rules has them all.
VISADE_FEL = 3


@dataclass(frozen=True)
class Figurval:
    """A figure that can be chosen: what to write, what it is and what it is now."""

    platshallare: str
    beskrivning: str
    varde: str
    noll: bool


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
    if request.method != "POST":
        return _oppna(request, rapport, ett)
    form = TextForm(request.POST, instance=_block(slag, period, avsnitt))
    if not form.is_valid():
        return _skrivyta(request, rapport, ett, form)
    data = form.cleaned_data
    try:
        spara_text(slag, period, avsnitt, data["innehall"], data["version"], inloggad(request))
    except Textkrock as krock:
        return _skrivyta(request, rapport, ett, _oppnad(krock.nu, data["innehall"]), krock.nu)
    _beratta(request, ett, hamta_rapport(slag, period))
    adress = reverse("rapporter:rapport_detail", args=[slag, period])
    return redirect(f"{adress}#a-{avsnitt}")


def _beratta(request: HttpRequest, avsnitt: Avsnitt, rapport: Rapport) -> None:
    """Says that the text is saved, and which rules it breaks."""
    # A rule on texts is named "rule:section:line:what".
    roda = [k.text for k in rapport.roda if k.id.split(":")[1:2] == [avsnitt.textid]]
    if not roda:
        messages.success(request, f"Texten ”{avsnitt.rubrik}” är sparad.")
        return
    visade = " ".join(roda[:VISADE_FEL]) + (" …" if len(roda) > VISADE_FEL else "")
    antal = antal_roda(len(roda)).replace(" är", " i avsnittet är")
    messages.warning(request, f"Texten är sparad, men {antal}: {visade}")


def _oppna(request: HttpRequest, rapport: Rapport, avsnitt: Avsnitt) -> HttpResponse:
    """The section to write in: one's own draft when there is one, else what is saved."""
    slag, period, id_ = rapport.slag, rapport.period, str(avsnitt.textid)
    block, utkast = _block(slag, period, id_), _utkast(request, slag, period, id_)
    if utkast and utkast.innehall == block.innehall:
        utkast = None
    form = _oppnad(block, utkast.innehall if utkast else block.innehall)
    krock = block if utkast and utkast.grundversion != block.version else None
    return _skrivyta(request, rapport, avsnitt, form, krock, utkast)


def _oppnad(block: Textblock, innehall: str) -> TextForm:
    """A form with `innehall` in it, that saves on top of the version that stands now."""
    return TextForm(instance=block, initial={"version": block.version, "innehall": innehall})


def _skrivyta(
    request: HttpRequest,
    rapport: Rapport,
    avsnitt: Avsnitt,
    form: TextForm,
    krock: Textblock | None = None,
    utkast: Textutkast | None = None,
) -> HttpResponse:
    """The page to write on; `krock` is what somebody else saved since the text was begun."""
    sammanhang = {
        "rapport": rapport,
        "avsnitt": avsnitt,
        "block": form.instance,
        "form": form,
        "krock": krock,
        "utkast": utkast,
        "figurval": figurval(rapport),
    } | granskning(rapport, form["innehall"].value() or "")
    kod = 409 if krock and request.method == "POST" else 200
    return render(request, "rapporter/text_form.html", sammanhang, status=kod)


@require_POST
@require(Ratt.RAPPORT_SKRIVA)
def text_utkast(request: HttpRequest, slag: str, period: Period, avsnitt: str) -> HttpResponse:
    """Autosave: keeps what has been typed as a draft and answers with the preview."""
    rapport = hamta_rapport(slag, period)
    hamta_avsnitt(rapport, avsnitt)
    form = TextForm(request.POST)
    sammanhang: dict[str, Any] = {"form": form}
    if form.is_valid():
        text, version = form.cleaned_data["innehall"], form.cleaned_data["version"]
        utkast = spara_utkast(slag, period, avsnitt, text, version, inloggad(request))
        sammanhang |= {"sparad": utkast, **granskning(rapport, text)}
    return render(request, "rapporter/_utkast.html", sammanhang)


@require_POST
@require(Ratt.RAPPORT_SKRIVA)
def text_kasta(request: HttpRequest, slag: str, period: Period, avsnitt: str) -> HttpResponse:
    """Throws one's own draft away; the editor then shows what is saved."""
    kasta_utkast(slag, period, avsnitt, inloggad(request))
    messages.success(request, "Utkastet är borttaget. Här står den sparade texten.")
    return redirect(reverse("rapporter:text_update", args=[slag, period, avsnitt]))


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


def _utkast(request: HttpRequest, slag: str, period: Period, avsnitt: str) -> Textutkast | None:
    return Textutkast.objects.filter(
        slag=slag, period=period.kod, avsnitt=avsnitt, anvandare=inloggad(request)
    ).first()


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
            noll=varde.tal == 0,
        )
        for namn, varde in sorted(rapport.figurer.items())
        if isinstance(varde, Varde) and varde.tal is not None
    ]
