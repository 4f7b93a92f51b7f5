"""Counts read from a file: looked at beside what stands, then laid upon it.

The file stays in memory and is gone when the request is; between looking and confirming only the
counts exist, signed, in the page itself.
"""

from django.contrib import messages
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET

from finsam.inloggad import inloggad
from finsam.minnesuppladdning import ta_emot_i_minnet
from finsam.periods import Period, las_period
from finsam.permissions import Ratt, require
from finsam.tabular.location import Filfel
from finsam.tabular.responses import bilaga
from uppfoljning.actions.antalsfil import spara_fil
from uppfoljning.actions.rapporter import Fellage
from uppfoljning.antalsfil.jamforelse import ur_listor
from uppfoljning.antalsfil.las import las_antal
from uppfoljning.antalsfil.mallar import MALLAR, mall
from uppfoljning.forms.antalsfil import FOR_STOR, AntalsfilForm, BekraftaForm
from uppfoljning.selectors.antalsfil import insatsnamn
from uppfoljning.selectors.lage import rapportperioder
from uppfoljning.views.antalsfilsbild import Antalsfilsbild, antalsfilsbild, las_undertecknad

ANDRAT = "Antalen har ändrats sedan du granskade dem. Se vad som gäller nu."
FORALDRAT = "Granskningen gäller inte längre. Läs in filen igen."


@csrf_exempt  # the inner function asks for the token, when the files have been told where to go
@require(Ratt.RAPPORTERA)
def antal_inlasning(request: HttpRequest) -> HttpResponse:
    """Choose a file; what it would change is shown before anything is stored."""
    ryms = ta_emot_i_minnet(request)
    return _inlasning(request, ryms)


@csrf_protect
def _inlasning(request: HttpRequest, ryms: bool) -> HttpResponse:
    if "underlag" in request.POST:
        return _bekrafta(request)
    idag = timezone.localdate()
    perioder = [period for period in reversed(rapportperioder(idag)) if period.slut < idag]
    skickat = (request.POST, request.FILES) if request.method == "POST" else ()
    form = AntalsfilForm(*skickat, perioder=perioder)
    if not ryms:
        form.errors["fil"] = form.error_class([FOR_STOR])
    resultat = None
    if form.is_valid():
        fil, period, user = form.cleaned_data["fil"], form.cleaned_data["period"], inloggad(request)
        try:
            resultat = las_antal(fil.name, fil.read(), insatsnamn(user), period, idag)
        except Filfel as fel:
            form.add_error("fil", str(fel.anmarkning))
        else:
            if not resultat.fel:
                bild = antalsfilsbild(resultat.antal, period, user)
                return _granska(request, bild, rader=resultat.rader)
    sammanhang = {"form": form, "resultat": resultat, "mallar": MALLAR}
    return render(request, "uppfoljning/antal_inlasning.html", sammanhang)


def _granska(
    request: HttpRequest,
    bild: Antalsfilsbild,
    rader: int | None = None,
    form: BekraftaForm | None = None,
) -> HttpResponse:
    if form is None:
        underlag = bild.undertecknad(inloggad(request))
        form = BekraftaForm(initial={"underlag": underlag}, rattelse=bild.rattelse)
    sammanhang = {"bild": bild, "rader": rader, "form": form}
    return render(request, "uppfoljning/antal_granska.html", sammanhang)


def _bekrafta(request: HttpRequest) -> HttpResponse:
    """Writes what was looked at, unless something else stands there now."""
    user = inloggad(request)
    try:
        data = las_undertecknad(request.POST["underlag"], user)
    except BadSignature:
        messages.warning(request, FORALDRAT)
        return redirect("uppfoljning:antal_inlasning")
    period = las_period(data["p"])
    bild = antalsfilsbild(ur_listor(data["a"]), period, user)
    if bild.avtryck != data["s"]:
        messages.warning(request, ANDRAT)
        return _granska(request, bild)
    form = BekraftaForm(request.POST, rattelse=bild.rattelse)
    if bild.stoppad or not form.is_valid():
        return _granska(request, bild, form=form)
    return _spara(request, bild, period, form.cleaned_data.get("skal", ""))


def _spara(request: HttpRequest, bild: Antalsfilsbild, period: Period, skal: str) -> HttpResponse:
    try:
        rapporter = spara_fil(bild.antal, period, inloggad(request), skal)
    except Fellage as fel:
        messages.error(request, str(fel))
    else:
        ord_ = "utkast" if len(rapporter) != 1 else "ett utkast"
        messages.success(
            request,
            f"Antalen för {period.namn} är inlästa i {len(rapporter)} "
            f"{'rapport' if len(rapporter) == 1 else 'rapporter'}, {ord_} tills de lämnas in.",
        )
    return redirect("uppfoljning:lage")


@require_GET
@require(Ratt.RAPPORTERA)
def antal_mall(request: HttpRequest, namn: str) -> HttpResponse:
    """An empty file with the headings, and what each column holds."""
    if namn not in MALLAR:
        raise Http404
    return bilaga(mall(namn), f"{namn}.xlsx")
