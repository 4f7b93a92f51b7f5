"""Reading files in through the browser, and taking templates and everything out."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRefresh

from finsam.forms import InlasningForm
from finsam.mapp.arbete import starta
from finsam.mapp.delar import Mappdel, alla_delar
from finsam.mapp.tabellfil import Tabellfil
from finsam.mapp.uppladdning import Uppladdning, hitta, ta_emot
from finsam.mapp.utskrift import exporterade, mallfiler, zipfil
from finsam.permissions import Ratt, far, require, rollerna
from finsam.tabular.location import Filfel
from finsam.tabular.responses import bilaga
from finsam.typografi import uppraknat, versal


@require(Ratt.INLASNING)
def inlasning(request: HttpRequest) -> HttpResponse:
    """Choose files; those that arrive are examined and shown before anything is stored."""
    skickat = (request.POST, request.FILES) if request.method == "POST" else ()
    form = InlasningForm(*skickat)
    if form.is_valid():
        try:
            uppladdning = ta_emot(form.cleaned_data["filer"], request.user)
        except Filfel as fel:
            form.add_error("filer", str(fel.anmarkning))
        else:
            starta(uppladdning, request.user, spara=False)
            return redirect("finsam:inlasning_detail", uppladdning.token)
    delar = [del_ for del_ in alla_delar() if far(request.user, del_.ratt)]
    sammanhang = {
        "form": form,
        "delar": delar,
        "tabeller": [del_ for del_ in delar if isinstance(del_, Tabellfil)],
        "andra": _andras([del_ for del_ in alla_delar() if del_ not in delar]),
    }
    return render(request, "finsam/inlasning.html", sammanhang)


def _andras(delar: list[Mappdel]) -> list[tuple[str, str]]:
    """Who reads in what the user may not: "Ekonom och förbundschef", "kontoplan, budget"."""
    svar: dict[str, list[str]] = {}
    for del_ in delar:
        svar.setdefault(versal(uppraknat(rollerna(del_.ratt))), []).append(del_.rubrik.lower())
    return [(vem, ", ".join(rubriker)) for vem, rubriker in svar.items()]


@require(Ratt.INLASNING)
def inlasning_detail(request: HttpRequest, token: str) -> HttpResponse:
    """What the files would do; after a confirmation (POST), what they did."""
    uppladdning = _egen(request, token)
    lage = uppladdning.lage()
    if request.method == "POST":
        rapport = lage["rapport"]
        if lage["steg"] == "granskad" and not rapport["fel"] and uppladdning.borja_spara():
            starta(uppladdning, request.user, spara=True)
        return redirect("finsam:inlasning_detail", token)
    return render(request, "finsam/inlasning_detail.html", {"lage": lage, "token": token})


@require_GET
@require(Ratt.INLASNING)
def inlasning_forlopp(request: HttpRequest, token: str) -> HttpResponse:
    """How far a long reading has come; the page is asked for anew when it is done."""
    # A page that asks by itself is no sign of life: it must not make the login last longer.
    request.session.modified = False
    lage = _egen(request, token).lage()
    if lage["steg"] not in ("granskas", "sparas"):
        return HttpResponseClientRefresh()
    return render(request, "finsam/_inlasning_forlopp.html", {"lage": lage, "token": token})


@require_POST
@require(Ratt.INLASNING)
def inlasning_avbryt(request: HttpRequest, token: str) -> HttpResponse:
    """Throws the files away."""
    _egen(request, token).kasta()
    messages.info(request, "Inläsningen avbröts. Ingenting sparades.")
    return redirect("finsam:inlasning")


def _egen(request: HttpRequest, token: str) -> Uppladdning:
    """The user's own upload; 404 for another's and for one that is gone."""
    uppladdning = hitta(token, request.user)
    if uppladdning is None:
        raise Http404
    return uppladdning


@require_GET
@require(Ratt.INLASNING)
def mallar(request: HttpRequest) -> HttpResponse:
    """Every template as one archive, the tables as workbooks."""
    return bilaga(zipfil(mallfiler(kalkylblad=True)), "mallar.zip")


@require_GET
@require(Ratt.INLASNING)
def mall(request: HttpRequest, namn: str) -> HttpResponse:
    """One table's template as a workbook."""
    for del_ in alla_delar():
        if isinstance(del_, Tabellfil) and del_.namn == namn:
            fil = del_.mall_xlsx()
            return bilaga(fil.innehall, fil.namn)
    raise Http404


@require_GET
@require(Ratt.INLASNING)
@reauthentication_required
def export(request: HttpRequest) -> HttpResponse:
    """Everything the association has, in the form in which it is read in."""
    return bilaga(zipfil(exporterade()), "finsam-export.zip")
