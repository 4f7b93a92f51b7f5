"""A § that is approved at once: its signatures, and the notice of its own."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.models import Forbund
from finsam.permissions import Ratt, require
from styrelse.actions import omedelbart
from styrelse.calculations.anslagstid import anslagstid
from styrelse.choices import Organ
from styrelse.forms.omedelbart import ParagrafanslagForm, ParagrafunderskriftForm
from styrelse.models import Anslag, Mote, Paragrafunderskrift, Punkt
from styrelse.selectors.anslag import paragrafanslag
from styrelse.selectors.omedelbart import att_ansla, omedelbart_justerade
from styrelse.views.sammantrade import gor


@require_POST
@require(Ratt.MOTE_ANDRA)
def paragraf_underteckna(request: HttpRequest, pk: int) -> HttpResponse:
    """Enters one signature; with the last one the § is frozen."""
    punkt = get_object_or_404(Punkt.objects.select_related("mote", "paragraf"), pk=pk)
    form = ParagrafunderskriftForm(request.POST)
    fel = [str(text) for texter in form.errors.values() for text in texter]
    if form.is_valid():
        person, dag = form.cleaned_data["person"], form.cleaned_data["dag"]
        try:
            rad = omedelbart.underteckna(punkt, person, dag, inloggad(request))
        except ValidationError as hinder:
            fel = hinder.messages
        else:
            klart = f"{punkt.paragraf} är omedelbart justerad."
            messages.success(request, klart if rad else "Underskriften är sparad.")
    for text in fel:
        messages.error(request, text)
    return redirect("styrelse:beslut_update", pk)


@require_POST
@require(Ratt.MOTE_ANDRA)
def paragrafunderskrift_tillbaka(request: HttpRequest, pk: int) -> HttpResponse:
    rader = Paragrafunderskrift.objects.select_related("punkt", "person")
    rad = get_object_or_404(rader, pk=pk)
    klart = f"Underskriften av {rad.person} är borttagen."
    gor(request, omedelbart.ta_tillbaka, rad, klart=klart)
    return redirect("styrelse:beslut_update", rad.punkt_id)


@require_POST
@require(Ratt.MOTE_ANDRA)
def omedelbart_bort(request: HttpRequest, pk: int) -> HttpResponse:
    punkt = get_object_or_404(Punkt.objects.select_related("mote", "paragraf"), pk=pk)
    klart = "Paragrafen justeras med resten av protokollet."
    gor(request, omedelbart.valj_bort, punkt, klart=klart)
    return redirect("styrelse:beslut_update", pk)


@require(Ratt.MOTE_ANDRA)
def paragrafanslag_create(request: HttpRequest, pk: int) -> HttpResponse:
    """One notice of §§ that were approved the same day; 404 where none waits for one."""
    mote = get_object_or_404(Mote, pk=pk)
    vantar = att_ansla(omedelbart_justerade(mote))
    if not vantar:
        raise Http404
    form = ParagrafanslagForm(request.POST or None, vantar=vantar)
    if form.is_valid():
        data = form.cleaned_data
        varden = (data["anslaget"], data["plats"], data["forvaras"], inloggad(request))
        try:
            forsta, *_ = omedelbart.ansla(mote, form.valda(), *varden)
        except ValidationError as fel:
            form.add_error(None, fel)
        else:
            messages.success(request, "Justeringen är anslagen.")
            return redirect("styrelse:paragrafanslag", forsta.pk)
    innehall = {"form": form, "rubrik": "Anslå omedelbart justerat", "mote": mote}
    tillbaka = mote.get_absolute_url()
    return render(request, "styrelse/protokoll_form.html", {**innehall, "tillbaka": tillbaka})


@require(Ratt.MOTE_LASA)
def paragrafanslag_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "styrelse/paragrafanslag.html", hamta_paragrafanslag(pk))


def hamta_paragrafanslag(pk: int) -> dict[str, object]:
    """What the proof of notice shows, of all the §§ that were posted with the row's."""
    rad = get_object_or_404(Anslag.objects.select_related("omedelbar__punkt"), pk=pk)
    if rad.omedelbar is None:
        raise Http404
    motets = paragrafanslag(omedelbar__punkt__mote=rad.omedelbar.punkt.mote_id)
    anslag = next(ett for ett in motets if rad in ett.rader)
    justerat = rad.omedelbar.justerat
    forbund = Forbund.objects.first()
    return {
        "anslag": anslag,
        "justerat": justerat,
        "tid": anslagstid(justerat, rad.anslaget),
        "organ": Organ(anslag.mote.organ).label,
        "forbund": forbund.namn if forbund else "",
    }
