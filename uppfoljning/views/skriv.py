"""Writing a report: the form, the draft that is saved as one types, and who else has written."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from finsam.bilagor import BilagorForm
from finsam.choices import Roll
from finsam.inloggad import inloggad
from finsam.models import Anvandare
from finsam.permissions import Ratt, require
from finsam.tabular.identity import PERSONUPPGIFTER
from uppfoljning.actions.rapporter import Fellage, lagesmening
from uppfoljning.actions.utkast import klockslag, personuppgifter, spara_utkast
from uppfoljning.calculations.utkast import Skrivning, Utfall
from uppfoljning.choices import Rapportstatus
from uppfoljning.forms.antal import AntalForm
from uppfoljning.forms.rapport import RapportForm
from uppfoljning.models import Kvartalsrapport, Rapportutkast
from uppfoljning.selectors.skrivlage import ANTALSFALT, skrivlage
from uppfoljning.selectors.varden import Skrivunderlag, gallande_varden, skrivunderlag
from uppfoljning.views.antalsbild import antalsbild
from uppfoljning.views.faltnoter import Faltnot, noter
from uppfoljning.views.rapporter import hamta


@require(Ratt.RAPPORTERA)
def kvartalsrapport_update(request: HttpRequest, pk: int) -> HttpResponse:
    """The page to write on. A POST saves all of it as the draft, with no script needed."""
    rapport = hamta(request, pk)
    if not rapport.ar_oppen:
        messages.warning(request, lagesmening(rapport))
        return redirect(rapport)
    underlag = skrivunderlag(rapport)
    if request.method != "POST":
        return _skrivyta(request, underlag, _utkast(rapport))
    try:
        utkast, utfall, felen = _spara(request, underlag)
    except Fellage as fel:
        messages.error(request, str(fel))
        return redirect(rapport)
    val = request.POST.get("ta", "")
    faltnoter = [not_ for not_ in noter(underlag, utfall, felen, request.POST) if not_.falt != val]
    if not any(not_.text for not_ in faltnoter):
        if "vidare" in request.POST:
            return redirect("uppfoljning:kvartalsrapport_lamna", pk)
        messages.success(request, f"Utkastet sparades {klockslag()}.")
        return redirect("uppfoljning:kvartalsrapport_update", pk)
    skrivet = {falt: v for falt, v in _skrivna(request, underlag).items() if falt != val}
    return _skrivyta(request, underlag, utkast, skrivet, faltnoter)


@require_POST
@require(Ratt.RAPPORTERA)
def kvartalsrapport_utkast(request: HttpRequest, pk: int) -> HttpResponse:
    """Autosave: the changed fields in, the state of the report and others' changes out."""
    rapport = hamta(request, pk)
    underlag = skrivunderlag(rapport)
    try:
        utkast, utfall, felen = _spara(request, underlag)
    except Fellage as fel:
        return render(request, "uppfoljning/_last.html", {"text": str(fel), "rapport": rapport})
    if not (utfall.skrivna or utfall.andras or felen or request.POST.getlist("behall")):
        # A page that asks by itself is no sign of life: it must not make the login last longer.
        request.session.modified = False
        return HttpResponse(status=204)
    sammanhang = _lage(underlag, utkast) | {
        "noter": noter(underlag, utfall, felen, request.POST),
        "sparat": klockslag() if utfall.skrivna else "",
    }
    return render(request, "uppfoljning/_sparat.html", sammanhang)


def _utkast(rapport: Kvartalsrapport) -> Rapportutkast | None:
    return Rapportutkast.objects.filter(rapport=rapport).first()


def _skrivna(request: HttpRequest, underlag: Skrivunderlag) -> dict[str, str]:
    """What was posted in the report's own fields, with one kind of line end."""
    kanda = underlag.falt | ANTALSFALT
    return {
        falt: "\n".join(str(text).splitlines())
        for falt, text in request.POST.items()
        if falt in kanda
    }


def _spara(
    request: HttpRequest, underlag: Skrivunderlag
) -> tuple[Rapportutkast, Utfall, dict[str, str]]:
    """The draft, what came of the posting, and the fields that were refused, with the reason."""
    user: Anvandare = inloggad(request)
    varden = _skrivna(request, underlag)
    felen = {falt: PERSONUPPGIFTER.format(vad=vad) for falt, vad in personuppgifter(varden).items()}
    bort = {*felen, request.POST.get("ta", "")}
    sett = request.POST.get("nr", "")
    skrivning = Skrivning(
        varden={falt: text for falt, text in varden.items() if falt not in bort},
        sett=int(sett) if sett.isdecimal() else 0,
        skribent=request.POST.get("skribent", "")[:36],
        namn=user.first_name or str(user),
        tid=klockslag(),
        olosta=request.POST.getlist("olost"),
        behall=request.POST.getlist("behall"),
    )
    utkast, utfall = spara_utkast(underlag.rapport, underlag.grund, skrivning, user)
    return utkast, utfall, felen


def _lage(underlag: Skrivunderlag, utkast: Rapportutkast | None) -> dict[str, Any]:
    return {
        "rapport": underlag.rapport,
        "utkast": utkast,
        "lage": skrivlage(underlag, gallande_varden(underlag, utkast)),
    }


def _skrivyta(
    request: HttpRequest,
    underlag: Skrivunderlag,
    utkast: Rapportutkast | None,
    skrivet: dict[str, str] | None = None,
    faltnoter: list[Faltnot] | None = None,
) -> HttpResponse:
    varden = gallande_varden(underlag, utkast) | (skrivet or {})
    rapport = underlag.rapport
    antal = AntalForm(rapport)
    antal.initial = {falt: text for falt, text in varden.items() if falt in ANTALSFALT}
    sammanhang = _lage(underlag, utkast) | {
        "underlag": underlag,
        "sektioner": RapportForm(underlag, varden).sektioner(),
        "antalsektioner": antalsbild(antal.sektioner(), underlag.forra_antal),
        "skribent": uuid4().hex,
        "noter": faltnoter or (),
        "atersteg": rapport.steg.filter(till=Rapportstatus.ATER).select_related("av").last(),
        "at_styrgruppen": inloggad(request).roll != Roll.INSATSANSVARIG,
        "bilagor": rapport.bilagor.select_related("uppladdad_av"),
        "bilageform": BilagorForm(),
    }
    return render(request, "uppfoljning/kvartalsrapport_form.html", sammanhang)
