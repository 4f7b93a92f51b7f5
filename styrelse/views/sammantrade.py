"""The live meeting: opened, attendance taken, roles chosen; each step works without script, too."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from finsam.inloggad import inloggad
from finsam.permissions import Ratt, far, require
from styrelse.actions import motesroller, narvaro, sittning
from styrelse.actions.paragrafer import nasta_nummer
from styrelse.choices import Motesstatus, Narvaroform
from styrelse.forms.sammantrade import (
    AdjungeraForm,
    FranvaroForm,
    NyPunktForm,
    OppnaForm,
    RollerForm,
    TiderForm,
)
from styrelse.models import Franvaro, Mote, Narvaro, Person
from styrelse.selectors.motesavslut import kvorumvarningar
from styrelse.selectors.narvarolista import narvarolista
from styrelse.selectors.sammantrade import sammantradet


def hamta_mote(pk: int) -> Mote:
    """The meeting, where it keeps minutes, its agenda has been sent and it is on; else 404."""
    mote = get_object_or_404(Mote.objects.exclude(status=Motesstatus.INSTALLT), pk=pk)
    if not mote.beslutar or not mote.utskickat:
        raise Http404
    return mote


def gor(
    request: HttpRequest, andring: Callable[..., object], *argument: Any, klart: str = ""
) -> bool:
    """Makes the change as the reader, and says how it went; whether it was made."""
    try:
        andring(*argument, user=request.user)
    except ValidationError as fel:
        for text in fel.messages:
            messages.error(request, text)
        return False
    if klart:
        messages.success(request, klart)
    return True


@require(Ratt.MOTE_BEREDA)
def sammantrade(request: HttpRequest, pk: int) -> HttpResponse:
    return _visa(request, hamta_mote(pk))


def _visa(request: HttpRequest, mote: Mote, **blanketter: Form) -> HttpResponse:
    """The page of the meeting as a whole; a form that was refused is shown with what was typed."""
    if mote.status == Motesstatus.KALLAT:
        nu = timezone.localtime().time()
        start = {"tid": nu, "forsta": nasta_nummer(mote)}
        form = blanketter.get("oppna") or OppnaForm(initial=start)
        return render(request, "styrelse/sammantrade_oppna.html", {"mote": mote, "form": form})
    bild = sammantradet(mote)
    hinder = sittning.sittningshinder(mote)
    tider = {"oppnades": mote.oppnades, "avslutades": mote.avslutades}
    standard: dict[str, Form] = {
        "adjungera": AdjungeraForm(prefix="adjungera"),
        "roller": RollerForm(sammantrade=bild),
        "ny_punkt": NyPunktForm(mote=mote, prefix="punkt"),
        "tider": TiderForm(initial=tider),
    }
    innehall: dict[str, Any] = {
        "mote": mote,
        "bild": bild,
        "grupper": narvarolista(bild),
        "former": Narvaroform.choices,
        "varningar": kvorumvarningar(bild),
        "skrivs": not hinder and far(request.user, Ratt.MOTE_ANDRA),
        "hinder": hinder,
        "form": next(iter(blanketter.values()), None),
        **standard,
        **blanketter,
    }
    return render(request, "styrelse/sammantrade.html", innehall)


@require_POST
@require(Ratt.MOTE_ANDRA)
def sammantrade_oppna(request: HttpRequest, pk: int) -> HttpResponse:
    mote, form = hamta_mote(pk), OppnaForm(request.POST)
    if not form.is_valid():
        return _visa(request, mote, oppna=form)
    tid, forsta = form.cleaned_data["tid"], form.cleaned_data["forsta"]
    gor(request, sittning.oppna, mote, tid, forsta, klart="Mötet är öppnat.")
    return redirect("styrelse:sammantrade", pk)


@require_POST
@require(Ratt.MOTE_ANDRA)
def sammantrade_tider(request: HttpRequest, pk: int) -> HttpResponse:
    mote, form = hamta_mote(pk), TiderForm(request.POST)
    if not form.is_valid():
        return _visa(request, mote, tider=form)
    tider = form.cleaned_data["oppnades"], form.cleaned_data["avslutades"]
    gor(request, sittning.satt_tider, mote, *tider, klart="Tiderna är sparade.")
    return redirect("styrelse:sammantrade", pk)


@require_POST
@require(Ratt.MOTE_ANDRA)
def narvaro_satt(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody whose answer in the form is another than the one that the page showed."""
    mote = hamta_mote(pk)
    svar = _ledamoterna(mote) if request.POST.get("alla") else _andrade(request)
    gick = [gor(request, narvaro.satt_narvaro, mote, person, form) for person, form in svar]
    if request.htmx and not all(gick):  # type: ignore[attr-defined]
        # What was refused stands answered on the page: it is shown anew, with the reason.
        return HttpResponseClientRefresh()
    return redirect("styrelse:sammantrade", pk)


def _andrade(request: HttpRequest) -> list[tuple[Person, str]]:
    """Raises Http404 for an answer that no page gives."""
    svar = {
        int(namn.removeprefix("p-")): form
        for namn, form in request.POST.items()
        if namn.removeprefix("p-").isdecimal() and namn.startswith("p-")
    }
    andrade = {k: form for k, form in svar.items() if form != request.POST.get(f"fore-{k}")}
    if not set(andrade.values()) <= {"", *Narvaroform.values}:
        raise Http404
    return [(person, str(andrade[person.pk])) for person in Person.objects.filter(pk__in=andrade)]


def _ledamoterna(mote: Mote) -> list[tuple[Person, str]]:
    """Every ledamot who is not entered yet, as present in the room."""
    grupper = {grupp.id: grupp for grupp in narvarolista(sammantradet(mote))}
    rader = grupper["ledamoter"].rader if "ledamoter" in grupper else ()
    return [(rad.person, Narvaroform.PLATS) for rad in rader if rad.narvaro is None]


@require_POST
@require(Ratt.MOTE_ANDRA)
def narvaro_create(request: HttpRequest, pk: int) -> HttpResponse:
    mote, form = hamta_mote(pk), AdjungeraForm(request.POST, prefix="adjungera")
    if not form.is_valid():
        return _visa(request, mote, adjungera=form)
    data = form.cleaned_data
    namn, titel, hur = data["namn"], data["titel"], data["form"]
    gor(request, narvaro.adjungera, mote, namn, titel, hur, klart=f"{namn} är med.")
    return redirect("styrelse:sammantrade", pk)


@require(Ratt.MOTE_ANDRA)
def franvaro_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody present came late, left or was away for a while."""
    rad = get_object_or_404(Narvaro.objects.select_related("mote", "person"), pk=pk)
    mote = hamta_mote(rad.mote_id)
    form = FranvaroForm(request.POST or None, sammantrade=sammantradet(mote))
    if form.is_valid():
        data = form.cleaned_data
        try:
            narvaro.satt_franvaro(rad, data["fran"], data["till"], data["tid"], inloggad(request))
        except ValidationError as fel:
            form.add_error(None, fel)
        else:
            return redirect("styrelse:sammantrade", mote.pk)
    innehall = {"mote": mote, "narvaro": rad, "form": form}
    return render(request, "styrelse/franvaro_form.html", innehall)


@require_POST
@require(Ratt.MOTE_ANDRA)
def franvaro_delete(request: HttpRequest, pk: int) -> HttpResponse:
    rad = get_object_or_404(Franvaro.objects.select_related("narvaro__person"), pk=pk)
    mote = rad.narvaro.mote_id
    gor(request, narvaro.ta_bort_franvaro, rad, klart="Frånvaron är borttagen.")
    return redirect("styrelse:sammantrade", mote)


@require_POST
@require(Ratt.MOTE_ANDRA)
def motesroller_satt(request: HttpRequest, pk: int) -> HttpResponse:
    mote = hamta_mote(pk)
    form = RollerForm(request.POST, sammantrade=sammantradet(mote))
    if not form.is_valid():
        return _visa(request, mote, roller=form)
    if not gor(request, motesroller.valj, mote, form.valda(), klart="Valen är sparade."):
        return _visa(request, mote, roller=form)
    return redirect("styrelse:sammantrade", pk)


@require_POST
@require(Ratt.MOTE_ANDRA)
def sammantrade_punkt(request: HttpRequest, pk: int) -> HttpResponse:
    """An item that came up: it gets the next § and is opened."""
    mote, form = hamta_mote(pk), NyPunktForm(request.POST, mote=hamta_mote(pk), prefix="punkt")
    if not form.is_valid():
        return _visa(request, mote, ny_punkt=form)
    data = form.cleaned_data
    try:
        punkt = sittning.ny_punkt(mote, data["arende"], data["rubrik"], inloggad(request))
    except ValidationError as fel:
        form.add_error(None, fel)
        return _visa(request, mote, ny_punkt=form)
    return redirect("styrelse:beslut_update", punkt.pk)
