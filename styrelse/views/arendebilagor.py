"""Annexes of a matter: attached, put in order, replaced, removed, and the uploaded file itself."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from finsam.bilagor import bilagesvar
from finsam.inloggad import inloggad
from finsam.permissions import Ratt, require
from styrelse.actions.arende import bifoga, ersatt_bilaga, hinder, ordna_bilagor, ta_bort_bilaga
from styrelse.forms.arendebilagor import DokumentForm, FilForm
from styrelse.models import Arende, Arendebilaga
from styrelse.selectors.arendesida import dokumentval

Spara = Callable[[Arendebilaga], Arendebilaga]


@require(Ratt.MOTE_ANDRA)
def arendebilaga_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Files, or a document from here, at the end of the matter's annexes."""
    arende = get_object_or_404(Arende.objects.filter(avslutat=None), pk=pk)
    user = inloggad(request)
    return _bifoga(request, arende, None, lambda ny: bifoga(arende, ny, user))


@require(Ratt.MOTE_ANDRA)
def arendebilaga_ersatt(request: HttpRequest, pk: int) -> HttpResponse:
    """Another in the place of one; what has been sent stays beside it."""
    gammal = _gallande(pk)
    user = inloggad(request)
    return _bifoga(request, gammal.arende, gammal, lambda ny: ersatt_bilaga(gammal, ny, user))


def _gallande(pk: int) -> Arendebilaga:
    gallande = Arendebilaga.objects.gallande().filter(arende__avslutat=None)
    return get_object_or_404(gallande.defer("innehall").select_related("arende"), pk=pk)


def _bifoga(
    request: HttpRequest, arende: Arende, gammal: Arendebilaga | None, spara: Spara
) -> HttpResponse:
    """The two forms; the one that was sent is judged, and what it brings is stored or told of."""
    val = dokumentval(timezone.localdate())
    vald = request.POST.get("vad") if request.method == "POST" else None
    fil = FilForm(request.POST, request.FILES) if vald == "fil" else FilForm()
    dokument = DokumentForm(val, request.POST) if vald == "dokument" else DokumentForm(val)
    form: Any = {"fil": fil, "dokument": dokument}.get(vald or "")
    if form and form.is_valid() and _spara_alla(request, form, spara, gammal):
        return redirect(f"{arende.get_absolute_url()}#bilagor")
    sammanhang = {
        "arende": arende,
        "gammal": gammal,
        "rubrik": "Ersätt bilaga" if gammal else "Bifoga",
        "fil": fil,
        "dokument": dokument,
    }
    return render(request, "styrelse/arendebilaga_form.html", sammanhang)


def _spara_alla(request: HttpRequest, form: Any, spara: Spara, gammal: Arendebilaga | None) -> bool:
    """All of what the form brings or none of it; whether it was stored."""
    if gammal and len(form.bilagor) > 1:
        form.add_error("filer", "Välj en fil: den ersätter en bilaga.")
        return False
    try:
        with transaction.atomic():
            sparade = [spara(ny) for ny in form.bilagor]
    except ValidationError as fel:
        form.add_error(None, fel)
        return False
    messages.success(request, f"Bifogat: {', '.join(b.titel for b in sparade)}.")
    return True


@require_POST
@require(Ratt.MOTE_ANDRA)
def arendebilaga_flytta(request: HttpRequest, pk: int) -> HttpResponse:
    """One step up or down, in the list as the user saw it."""
    bilaga = _gallande(pk)
    sedd = [int(nyckel) for nyckel in request.POST.getlist("ordning") if nyckel.isdecimal()]
    steg = {"-1": -1, "1": 1}.get(request.POST.get("steg", ""))
    if steg is None or bilaga.pk not in sedd:
        raise Http404
    fran = sedd.index(bilaga.pk)
    sedd.insert(max(fran + steg, 0), sedd.pop(fran))
    try:
        ordna_bilagor(bilaga.arende, sedd, inloggad(request))
    except ValidationError as fel:
        messages.error(request, " ".join(fel.messages))
    else:
        messages.success(request, f"{bilaga.titel} är flyttad.")
    return redirect(f"{bilaga.arende.get_absolute_url()}#bilagor")


@require(Ratt.MOTE_ANDRA)
def arendebilaga_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then removes an annex that nobody has been sent."""
    bilaga = _gallande(pk)
    tillbaka = f"{bilaga.arende.get_absolute_url()}#bilagor"
    if skal := hinder(bilaga):
        messages.error(request, skal)
        return redirect(tillbaka)
    if request.method == "POST":
        try:
            ta_bort_bilaga(bilaga, inloggad(request))
        except ValidationError as fel:
            messages.error(request, " ".join(fel.messages))
        else:
            messages.success(request, f"{bilaga.titel} är borttagen.")
        return redirect(tillbaka)
    sammanhang = {"object": bilaga, "rubrik": "Ta bort bilaga", "tillbaka": tillbaka}
    return render(request, "finsam/ta_bort.html", sammanhang)


@require(Ratt.MOTE_LASA)
def arendebilaga_fil(request: HttpRequest, pk: int) -> FileResponse:
    """The uploaded file as it was handed in, to whoever has been sent it."""
    synliga = Arendebilaga.objects.synliga_for(inloggad(request)).exclude(fil="")
    return bilagesvar(get_object_or_404(synliga.defer("innehall"), pk=pk))
