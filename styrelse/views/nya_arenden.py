"""A new matter: blank, from what another room has ready, or as a yearly one."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from finsam.inloggad import inloggad
from finsam.permissions import Ratt, require
from styrelse import amnen
from styrelse.actions.arende import bifoga
from styrelse.actions.arenden import frys_utkastets_bilagor, spara_arende
from styrelse.amnen import Amnesslag, Arendeutkast
from styrelse.calculations.arsmall import fyll_i
from styrelse.forms.arenden import ArendeForm, DelarendeFormset
from styrelse.models import Arende, Arsarende
from styrelse.selectors.arendesida import arenden_om, arliga, forbundschefen, kandidatgrupper
from styrelse.views.arenden import visa_formular


@require(Ratt.MOTE_ANDRA)
def arende_fran_amne(request: HttpRequest) -> HttpResponse:
    """What a matter could be made of now, kind by kind, and the blank one."""
    idag = timezone.localdate()
    sammanhang = {
        "grupper": kandidatgrupper(idag),
        "arliga": arliga((idag.year, idag.year + 1)),
    }
    return render(request, "styrelse/arende_fran_amne.html", sammanhang)


@require(Ratt.MOTE_ANDRA)
def arende_create(request: HttpRequest) -> HttpResponse:
    """The form, filled in from the subject or the yearly matter that the address names."""
    nytt, utkast = _utgangspunkt(request)
    mer: dict[str, Any] = {
        "utkast": utkast,
        "tidigare": arenden_om(nytt.amnesslag, nytt.amnesnyckel),
    }
    if request.method != "POST":
        form = ArendeForm(instance=nytt)
        return visa_formular(request, form, DelarendeFormset(instance=nytt), **mer)
    form = ArendeForm(request.POST, instance=nytt)
    delar = DelarendeFormset(request.POST, instance=nytt)
    if not (form.is_valid() and delar.is_valid()):
        return visa_formular(request, form, delar, **mer)
    user = inloggad(request)
    frysta, fel = frys_utkastets_bilagor(utkast)
    with transaction.atomic():
        arende = spara_arende(form, delar, user)
        for bilaga in frysta:
            bifoga(arende, bilaga, user)
    for text in fel:
        messages.warning(request, f"Bilagan bifogades inte: {text}")
    messages.success(request, f"Ärendet {arende.diarienummer} är skapat.")
    return redirect(arende)


def _utgangspunkt(request: HttpRequest) -> tuple[Arende, Arendeutkast]:
    """An unsaved matter as its subject proposes it, and what goes with it. 404 for an unknown."""
    idag = timezone.localdate()
    nytt = Arende(till_beslut=True, undertecknare=forbundschefen(idag), skrivelsedatum=idag)
    if kod := request.GET.get("arligt", ""):
        return nytt, _arligt(nytt, kod, request.GET.get("ar", ""))
    if kod := request.GET.get("amne", ""):
        slag = amnen.amnesslagen().get(kod)
        nyckel = request.GET.get("nyckel", "")
        if slag is None or slag.hitta(nyckel) is None:
            raise Http404
        nytt.amnesslag, nytt.amnesnyckel = kod, nyckel
        return nytt, _fyll(nytt, slag, nyckel)
    return nytt, Arendeutkast("", "")


def _fyll(nytt: Arende, slag: Amnesslag, nyckel: str) -> Arendeutkast:
    utkast = slag.utkast(nyckel)
    nytt.rubrik, nytt.forslag = utkast.rubrik[:200], utkast.forslag
    nytt.arendet, nytt.bedomning = utkast.arendet, utkast.bedomning
    nytt.till_beslut, nytt.till_information = utkast.till_beslut, utkast.till_information
    return utkast


def _arligt(nytt: Arende, kod: str, ar: str) -> Arendeutkast:
    arsarende = get_object_or_404(Arsarende, kod=kod)
    if not ar.isdecimal():
        raise Http404
    nytt.arsarende, nytt.verksamhetsar = arsarende, int(ar)
    nytt.rubrik = fyll_i(arsarende.rubrik, int(ar))[:200]
    nytt.forslag = fyll_i(arsarende.forslag, int(ar))
    nytt.till_beslut = arsarende.till_beslut
    nytt.till_information = not arsarende.till_beslut
    kod, nyckel = amnen.arligt_amne(arsarende.amnesslag, fyll_i(arsarende.nyckel, int(ar)))
    slag = amnen.amnesslagen().get(kod)
    if slag is None or not nyckel:
        return Arendeutkast(nytt.rubrik, nytt.forslag)
    nytt.amnesslag, nytt.amnesnyckel = slag.kod, nyckel
    bilagor = slag.utkast(nyckel).bilagor if slag.hitta(nyckel) else ()
    return Arendeutkast(nytt.rubrik, nytt.forslag, bilagor=bilagor)
