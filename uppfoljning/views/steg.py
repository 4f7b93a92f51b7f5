"""The steps of a report: hand in, review, send back, correct."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.permissions import Ratt, require
from uppfoljning.actions.granskning import granska, ratta, skicka_ater
from uppfoljning.actions.inlamning import AndratUtkast, Inlamning, granska_utkast, lamna_in
from uppfoljning.actions.rapporter import Fellage, lagesmening
from uppfoljning.forms.steg import OrdForm
from uppfoljning.views.rapporter import hamta


@require(Ratt.RAPPORTERA)
def kvartalsrapport_lamna(request: HttpRequest, pk: int) -> HttpResponse:
    """What is about to be handed in, and what stands in its way; a POST hands it in, once."""
    rapport = hamta(request, pk)
    if not rapport.ar_oppen:
        messages.warning(request, lagesmening(rapport))
        return redirect(rapport)
    inlamning = granska_utkast(rapport)
    form = _avvikelseord(inlamning, request.POST if request.method == "POST" else None)
    if form.is_valid():
        sett = request.POST.get("nr", "")
        nr = int(sett) if sett.isdecimal() else -1
        try:
            lamna_in(rapport, inloggad(request), form.cleaned_data["ord"], nr)
        except AndratUtkast as fel:
            # Shown anew as it is now, with the words that were written.
            messages.error(request, str(fel))
            inlamning = granska_utkast(rapport)
            form = _avvikelseord(inlamning, initial=form.cleaned_data)
        except Fellage as fel:
            messages.error(request, str(fel))
            return redirect(rapport)
        else:
            messages.success(request, "Rapporten är inlämnad. Tack!")
            return redirect(rapport)
    bilagor = rapport.bilagor.all()
    sammanhang = {"rapport": rapport, "inlamning": inlamning, "form": form, "bilagor": bilagor}
    return render(request, "uppfoljning/kvartalsrapport_lamna.html", sammanhang)


def _avvikelseord(inlamning: Inlamning, skickat: Any = None, **kw: Any) -> OrdForm:
    kravs = bool(inlamning.varningar)
    return OrdForm(skickat, label="Kommentar till det som avviker", kravs=kravs, **kw)


@require_POST
@require(Ratt.UPPFOLJNING_ANDRA)
def kvartalsrapport_granska(request: HttpRequest, pk: int) -> HttpResponse:
    """The office's verdict: reviewed, or back with words."""
    rapport, user = hamta(request, pk), inloggad(request)
    ater = "ater" in request.POST
    form = OrdForm(request.POST, kravs=ater)
    if not form.is_valid():
        for texter in form.errors.values():
            messages.error(request, " ".join(str(text) for text in texter))
        return redirect(rapport)
    ord_ = form.cleaned_data["ord"]
    try:
        if ater:
            skicka_ater(rapport, user, ord_)
        else:
            granska(rapport, user, ord_)
    except Fellage as fel:
        messages.error(request, str(fel))
    else:
        messages.success(
            request, "Rapporten är åter för komplettering." if ater else "Rapporten är granskad."
        )
    return redirect(rapport)


@require(Ratt.RAPPORTERA)
def kvartalsrapport_ratta(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks for the reason, then makes a new version to correct."""
    rapport = hamta(request, pk)
    if rapport.ar_oppen:
        return redirect("uppfoljning:kvartalsrapport_update", pk)
    skickat = request.POST if request.method == "POST" else None
    form = OrdForm(skickat, label="Varför behöver rapporten rättas?")
    if form.is_valid():
        try:
            ny = ratta(rapport, inloggad(request), form.cleaned_data["ord"])
        except Fellage as fel:
            messages.error(request, str(fel))
            return redirect(rapport)
        return redirect("uppfoljning:kvartalsrapport_update", ny.pk)
    sammanhang = {
        "form": form,
        "object": rapport,
        "rubrik": "Rätta rapporten",
        "tillbaka": rapport.get_absolute_url(),
    }
    return render(request, "finsam/formular.html", sammanhang)
