"""The decision room: how much may still be decided, and what if."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from ekonomi.models import Scenario
from ekonomi.selectors.beslutsutrymme import UtrymmeSaknas, rapportar
from ekonomi.utrymme.reglage import ansokningar, beloppsgrupper
from ekonomi.utrymme.rum import Rum, oppna_rum, rumsadress
from finsam.permissions import Ratt, require


@require(Ratt.UTRYMME_LASA)
def utrymme_nu(request: HttpRequest) -> HttpResponse:
    """This year's room, with the play that the address holds."""
    return redirect(rumsadress(timezone.localdate().year, request.META["QUERY_STRING"]))


@require(Ratt.UTRYMME_LASA)
def utrymme(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    """The room of a year; to htmx only what has been calculated.

    An address that says the same in other words leads to the one that says it shortest.
    """
    rum = _rum(request, verksamhetsar)
    if request.headers.get("HX-Request"):
        return _svar(request, rum)
    if rum.hel and request.META["QUERY_STRING"] != rum.hela_fragan:
        return redirect(rum.adress)
    sammanhang = {
        **_innehall(rum),
        "ansokningar": ansokningar(rum),
        "grupper": beloppsgrupper(rum),
        "oppna_belopp": rum.har_belopp,
        "aren": sorted({*rapportar(timezone.localdate()), verksamhetsar}),
    }
    svar = render(request, "ekonomi/utrymme.html", sammanhang)
    patch_vary_headers(svar, ["HX-Request"])
    return svar


def _rum(request: HttpRequest, verksamhetsar: int) -> Rum:
    """The room that the address asks for. 404 with the reason when it cannot be made."""
    try:
        return oppna_rum(verksamhetsar, request.GET, timezone.localdate())
    except UtrymmeSaknas as skal:
        raise Http404(str(skal)) from skal


def _innehall(rum: Rum) -> dict[str, Any]:
    """What page and answer share; the saved scenario that is just this play, if there is one."""
    sparat = None
    if rum.fraga:
        lika = Scenario.objects.filter(
            verksamhetsar=rum.underlag.ar, per=rum.underlag.per, fraga=rum.fraga
        )
        sparat = lika.first()
    return {"rum": rum, "sparat": sparat}


def _svar(request: HttpRequest, rum: Rum) -> HttpResponse:
    """The result, the strip on top, and the amounts when a fault is to be shown or taken away."""
    rita = bool(rum.lasning.fel) or "fel" in request.GET
    grupper = beloppsgrupper(rum) if rita else ()
    sammanhang = {**_innehall(rum), "rita_belopp": rita, "grupper": grupper}
    svar = render(request, "ekonomi/_utrymme_svar.html", sammanhang)
    if rum.hel:
        svar["HX-Replace-Url"] = rum.adress
    patch_vary_headers(svar, ["HX-Request"])
    return svar
