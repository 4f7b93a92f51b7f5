"""One item during the meeting: its decision, motions, jäv and votes."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.permissions import Ratt, far, require
from styrelse.actions import behandling, votering
from styrelse.actions.sittning import sittningshinder
from styrelse.actions.verkstallighet import foresla_underlag
from styrelse.calculations.beslutsform import jamnt
from styrelse.choices import Rostval
from styrelse.forms.behandling import UTAN_UTFALL, BehandlingForm, BeslutsdelForm
from styrelse.forms.protokoll import UnderskriftForm
from styrelse.forms.sammantrade import JavForm, UtfortForm, VoteringForm, YttrandeForm
from styrelse.models import Jav, Person, Punkt, Votering, Yttrande
from styrelse.selectors.beslutsverkan import verkan
from styrelse.selectors.forslag import underlaget
from styrelse.selectors.omedelbart import omedelbarbild
from styrelse.selectors.sammantrade import Punktbild, Sammantrade, sammantradet
from styrelse.views.sammantrade import gor, hamta_mote


class Lage:
    """The item with its meeting, and what was before it, read once for a request."""

    def __init__(self, pk: int) -> None:
        rader = Punkt.objects.select_related("mote", "arende")
        self.punkt = get_object_or_404(rader, pk=pk)
        self.mote = hamta_mote(self.punkt.mote_id)
        self.sammantrade: Sammantrade = sammantradet(self.mote)
        self.bild: Punktbild = self.sammantrade.punkt(pk)
        self.rad = underlaget(self.mote).get(pk)

    def form(self, data: Any = None) -> BehandlingForm:
        return BehandlingForm(data, bild=self.bild, rad=self.rad)


def _visa(request: HttpRequest, lage: Lage, **blanketter: Form) -> HttpResponse:
    """The item's page; a form that was refused is shown with what was typed."""
    hinder = sittningshinder(lage.mote)
    skriver = not hinder and far(request.user, Ratt.MOTE_ANDRA)
    alla = lage.sammantrade.punkter
    plats = alla.index(lage.bild)
    standard: dict[str, Form] = {
        "behandling": lage.form(),
        "yttrande": YttrandeForm(sammantrade=lage.sammantrade, prefix="yttrande"),
        "jav": JavForm(sammantrade=lage.sammantrade, prefix="jav"),
        "votering": VoteringForm(punkt=lage.punkt, prefix="votering"),
    }
    innehall = {
        "mote": lage.mote,
        "bild": lage.sammantrade,
        "ett": lage.bild,
        "rad": lage.rad,
        "forra": alla[plats - 1] if plats else None,
        "nasta": alla[plats + 1] if plats + 1 < len(alla) else None,
        "rostval": Rostval.choices,
        "verkan": [verkan(b, inloggad(request)) for b in lage.bild.beslut if not b.verkstallt],
        "utfort": UtfortForm(),
        "verkar": skriver,
        **_omedelbart(lage, skriver),
        "hinder": hinder,
        "form": next(iter(blanketter.values()), None),
        **standard,
        **blanketter,
    }
    return render(request, "styrelse/sammantrade_punkt.html", innehall)


def _omedelbart(lage: Lage, skriver: bool) -> dict[str, Any]:
    """What is signed is not written in; what comes of it may still be done."""
    bild = omedelbarbild(lage.sammantrade, lage.bild)
    skrivs = skriver and not lage.bild.underskrifter
    return {"omedelbart": bild, "dagform": UnderskriftForm(), "skrivs": skrivs}


@require(Ratt.MOTE_BEREDA)
def beslut_update(request: HttpRequest, pk: int) -> HttpResponse:
    lage = Lage(pk)
    if request.method != "POST":
        return _visa(request, lage)
    if not far(request.user, Ratt.MOTE_ANDRA):
        raise Http404
    form = lage.form(request.POST)
    if not _spara(lage, form, request.user):
        return _visa(request, lage, behandling=form)
    if (vidare := request.POST.get("vidare", "")).isdecimal():
        return redirect("styrelse:beslut_update", int(vidare))
    messages.success(request, "Sparat.")
    return redirect("styrelse:beslut_update", pk)


@require_POST
@require(Ratt.MOTE_ANDRA)
def beslut_utkast(request: HttpRequest, pk: int) -> HttpResponse:
    """Saves while one writes: what was saved, and words that have followed the outcome."""
    lage = Lage(pk)
    form = lage.form(request.POST)
    sparat = _spara(lage, form, request.user)
    ny = Lage(pk)
    svar = {
        "sparat": sparat,
        "fel": form,
        "behandling": ny.form(),
        "foljda": _foljda(ny.form(), request.POST),
        "verkan": [verkan(b, inloggad(request)) for b in ny.bild.beslut if not b.verkstallt],
        "utfort": UtfortForm(),
        "ett": ny.bild,
        "rad": ny.rad,
        "mote": ny.mote,
        "verkar": True,
        **_omedelbart(ny, skriver=True),
        "utan_utfall": _utan_utfall(form) if sparat else "",
    }
    return render(request, "styrelse/_punkt_sparat.html", svar)


def _foljda(form: BehandlingForm, skickat: Any) -> list[Any]:
    """Decisions whose words were not those that were sent: they have followed the outcome."""
    return [
        delen
        for delen in form.delar
        if delen.initial["utfall"]
        and jamnt(delen.initial["text"]) != jamnt(skickat.get(delen.add_prefix("text"), ""))
    ]


def _utan_utfall(form: BehandlingForm) -> str:
    """Words that have been written of a decision without an outcome are not kept."""
    skrivna = (d for d in form.delar if not d.cleaned_data["utfall"] and d.has_changed())
    return UTAN_UTFALL if any(skrivna) else ""


def _spara(lage: Lage, form: BehandlingForm, user: Any) -> bool:
    """The decisions and the minutes' words, all or none; what is refused stands in the form."""
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            text = form.cleaned_data["protokollstext"]
            if text != lage.punkt.protokollstext:
                behandling.spara_protokollstext(lage.punkt, text, user)
            for delen in form.delar:
                if delen.has_changed() and not delen.delen.last:
                    _spara_delen(lage.punkt, delen, user)
    except ValidationError as fel:
        form.add_error(None, fel.messages)
        return False
    return True


def _spara_delen(punkt: Punkt, delen: BeslutsdelForm, user: Any) -> None:
    """The decision, with what its room proposes for it."""
    rad = behandling.spara_beslut(punkt, delen.delen.delarende, delen.ord(), user)
    if rad is not None:
        foresla_underlag(rad, user)


@require_POST
@require(Ratt.MOTE_ANDRA)
def yttrande_create(request: HttpRequest, pk: int) -> HttpResponse:
    lage = Lage(pk)
    form = YttrandeForm(request.POST, sammantrade=lage.sammantrade, prefix="yttrande")
    if not form.is_valid():
        return _visa(request, lage, yttrande=form)
    d = form.cleaned_data
    gor(request, behandling.yttra, lage.punkt, d["person"], d["slag"], d["text"])
    return redirect("styrelse:beslut_update", pk)


@require_POST
@require(Ratt.MOTE_ANDRA)
def yttrande_delete(request: HttpRequest, pk: int) -> HttpResponse:
    rad = get_object_or_404(Yttrande.objects.select_related("punkt"), pk=pk)
    punkt = rad.punkt_id
    gor(request, behandling.ta_bort_yttrande, rad, klart="Borttaget.")
    return redirect("styrelse:beslut_update", punkt)


@require_POST
@require(Ratt.MOTE_ANDRA)
def jav_create(request: HttpRequest, pk: int) -> HttpResponse:
    lage = Lage(pk)
    form = JavForm(request.POST, sammantrade=lage.sammantrade, prefix="jav")
    if not form.is_valid():
        return _visa(request, lage, jav=form)
    d = form.cleaned_data
    gor(request, behandling.anmal_jav, lage.punkt, d["person"], d["skal"])
    return redirect("styrelse:beslut_update", pk)


@require_POST
@require(Ratt.MOTE_ANDRA)
def jav_delete(request: HttpRequest, pk: int) -> HttpResponse:
    rad = get_object_or_404(Jav.objects.select_related("punkt"), pk=pk)
    punkt = rad.punkt_id
    gor(request, behandling.ta_bort_jav, rad, klart="Borttaget.")
    return redirect("styrelse:beslut_update", punkt)


@require_POST
@require(Ratt.MOTE_ANDRA)
def votering_create(request: HttpRequest, pk: int) -> HttpResponse:
    lage = Lage(pk)
    form = VoteringForm(request.POST, punkt=lage.punkt, prefix="votering")
    if not form.is_valid():
        return _visa(request, lage, votering=form)
    d = form.cleaned_data
    gor(request, votering.begar, lage.punkt, d.get("delarende"), d["ja"], d["nej"])
    return redirect("styrelse:beslut_update", pk)


@require_POST
@require(Ratt.MOTE_ANDRA)
def votering_rosta(request: HttpRequest, pk: int) -> HttpResponse:
    """One vote: the button says whose and which, "12:ja"; pressed again it is taken back."""
    rad = get_object_or_404(Votering.objects.select_related("punkt__mote"), pk=pk)
    if "alla_ja" in request.POST:
        gor(request, votering.alla_ja, rad)
        return redirect("styrelse:beslut_update", rad.punkt_id)
    nyckel, _, val = request.POST.get("rost", "").partition(":")
    person = get_object_or_404(Person, pk=int(nyckel) if nyckel.isdecimal() else 0)
    if val not in ("", *Rostval.values):
        return redirect("styrelse:beslut_update", rad.punkt_id)
    gor(request, votering.rosta, rad, person, val)
    return redirect("styrelse:beslut_update", rad.punkt_id)


@require_POST
@require(Ratt.MOTE_ANDRA)
def votering_delete(request: HttpRequest, pk: int) -> HttpResponse:
    rad = get_object_or_404(Votering.objects.select_related("punkt"), pk=pk)
    punkt = rad.punkt_id
    gor(request, votering.ta_bort, rad, klart="Voteringen är borttagen.")
    return redirect("styrelse:beslut_update", punkt)
