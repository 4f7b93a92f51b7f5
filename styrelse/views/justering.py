"""The minutes as they are written: texts, who signs, signatures taken back, and the notice."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.permissions import Ratt, require
from styrelse.actions import behandling, motesroller, rattelse
from styrelse.actions import protokoll as steg
from styrelse.choices import LASTA
from styrelse.forms.protokoll import (
    AnslagForm,
    ProtokollstextForm,
    RattelseForm,
)
from styrelse.forms.sammantrade import RollerForm
from styrelse.models import Justering, Mote, Punkt
from styrelse.selectors.sammantrade import sammantradet
from styrelse.views.protokoll import hamta_bild

MALL = "styrelse/protokoll_form.html"


def _oppet_mote(request: HttpRequest, mote: Mote) -> HttpResponse | None:
    """The way back from a page that writes, when the minutes are locked."""
    if mote.last:
        messages.error(request, steg.LAST)
        return redirect("styrelse:protokoll_detail", mote.pk)
    return None


@require(Ratt.MOTE_ANDRA)
def protokollstext(request: HttpRequest, pk: int) -> HttpResponse:
    """The words of one §; its number stands, whatever is written."""
    punkt = get_object_or_404(Punkt.objects.select_related("mote", "arende"), pk=pk)
    if svar := _oppet_mote(request, punkt.mote):
        return svar
    form = ProtokollstextForm(request.POST or None, instance=punkt)
    tillbaka = f"{adress(punkt.mote)}#p-{punkt.pk}"
    if request.method == "POST" and form.is_valid():
        text, ordning = (form.cleaned_data[f] for f in ("protokollstext", "propositionsordning"))
        if _utfor(form, behandling.spara_protokollstext, punkt, text, request.user, ordning):
            messages.success(request, "Sparat.")
            return redirect(tillbaka)
    innehall = {"form": form, "rubrik": punkt.titel, "tillbaka": tillbaka}
    return render(request, MALL, {**innehall, "mote": punkt.mote})


@require(Ratt.MOTE_ANDRA)
def undertecknare(request: HttpRequest, pk: int) -> HttpResponse:
    mote = get_object_or_404(Mote, pk=pk)
    if svar := _oppet_mote(request, mote):
        return svar
    form = RollerForm(request.POST or None, sammantrade=sammantradet(mote))
    giltigt = request.method == "POST" and form.is_valid()
    if giltigt and _utfor(form, motesroller.valj, mote, form.valda(), request.user):
        messages.success(request, "Sparat.")
        return redirect("styrelse:protokoll_detail", mote.pk)
    innehall = {"form": form, "rubrik": "Vilka undertecknar", "tillbaka": adress(mote)}
    return render(request, MALL, {**innehall, "mote": mote})


@require_POST
@require(Ratt.MOTE_ANDRA)
def underskrift_tillbaka(request: HttpRequest, pk: int) -> HttpResponse:
    justering = get_object_or_404(Justering.objects.select_related("mote", "person"), pk=pk)
    try:
        steg.ta_tillbaka(justering, inloggad(request))
    except ValidationError as fel:
        messages.error(request, " ".join(fel.messages))
    else:
        messages.success(request, f"Underskriften av {justering.person} är borttagen.")
    return redirect("styrelse:protokoll_detail", justering.mote_id)


@require(Ratt.MOTE_ANDRA)
def anslag(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives notice; the days to appeal and to take it down follow from the day it was put up."""
    bild = hamta_bild(request, pk)
    if bild.protokoll is None:
        raise Http404
    if bild.anslag:
        return redirect("styrelse:anslagsbevis", pk)
    form = AnslagForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        varden = (data["anslaget"], data["plats"], data["forvaras"])
        if _utfor(form, steg.ansla, bild.mote, *varden, request.user):
            messages.success(request, "Justeringen är anslagen.")
            return redirect("styrelse:anslagsbevis", pk)
    innehall = {"form": form, "rubrik": "Anslå justeringen", "tillbaka": adress(bild.mote)}
    return render(request, MALL, {**innehall, "mote": bild.mote})


@require(Ratt.MOTE_ANDRA)
def ratta(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts the correction of an approved § on a later meeting's agenda."""
    punkt = get_object_or_404(
        Punkt.objects.select_related("mote", "paragraf", "arende", "omedelbart").filter(
            Q(mote__status__in=LASTA) | Q(omedelbart__isnull=False), paragraf__isnull=False
        ),
        pk=pk,
    )
    form = RattelseForm(request.POST or None, mote=punkt.mote)
    giltigt = request.method == "POST" and form.is_valid()
    if giltigt and _utfor(
        form,
        rattelse.ratta,
        punkt.paragraf,
        form.cleaned_data["mote"],
        form.cleaned_data["text"],
        request.user,
    ):
        messages.success(request, "Rättelsen står på mötets dagordning.")
        return redirect(form.cleaned_data["mote"])
    rubrik = f"Rätta {punkt.paragraf.fullt}"
    innehall = {"form": form, "rubrik": rubrik, "tillbaka": adress(punkt.mote)}
    return render(request, MALL, {**innehall, "mote": punkt.mote})


def adress(mote: Mote) -> str:
    """The page of the meeting's minutes."""
    return reverse("styrelse:protokoll_detail", args=[mote.pk])


def _utfor(form: forms.BaseForm, gor: Callable[..., object], *args: Any) -> bool:
    """Does it, and says whether it was done; what is refused stands in the form."""
    try:
        gor(*args)
    except ValidationError as fel:
        form.add_error(None, fel)
        return False
    return True
