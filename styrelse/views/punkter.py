"""What is put on an agenda, changed on it and taken off it."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.permissions import Ratt, require
from styrelse.actions.dagordning import (
    aterta,
    fran_mall,
    lagg_till_arende,
    lagg_till_fast,
    lagg_till_ovrig,
    skriv_fast,
    ta_bort,
)
from styrelse.actions.foregaende import bifoga_foregaende
from styrelse.choices import Punktslag
from styrelse.forms.dagordning import OvrigForm, PunktForm
from styrelse.models import Arende, Mote, Punkt
from styrelse.selectors.beredning import nasta_styrelsemote

INGET_ATT_BIFOGA = (
    "Inget protokoll bifogades: punkten har redan en bilaga, protokollet är inte justerat, "
    "eller mötet är avslutat."
)


def _gor(request: HttpRequest, mote: int, vad: Callable[[], str]) -> HttpResponse:
    """Does it, says in one sentence what was done, or why it was not, and goes to the agenda."""
    try:
        messages.success(request, vad())
    except ValidationError as fel:
        for text in fel.messages:
            messages.error(request, text)
    return redirect("styrelse:dagordning", mote)


@require_POST
@require(Ratt.MOTE_ANDRA)
def dagordning_arende(request: HttpRequest, pk: int) -> HttpResponse:
    mote = get_object_or_404(Mote, pk=pk)
    nyckel = request.POST.get("arende", "")
    arende = get_object_or_404(Arende, pk=nyckel if nyckel.isdigit() else 0)

    def lagg_till() -> str:
        punkt = lagg_till_arende(mote, arende, inloggad(request))
        return f"”{arende}” är tillagt{_som_tillagg(punkt)}."

    return _gor(request, pk, lagg_till)


@require_POST
@require(Ratt.MOTE_ANDRA)
def dagordning_ovrig(request: HttpRequest, pk: int) -> HttpResponse:
    mote = get_object_or_404(Mote, pk=pk)
    form = OvrigForm(request.POST)

    def lagg_till() -> str:
        if not form.is_valid():
            raise ValidationError([str(fel) for falt in form.errors.values() for fel in falt])
        punkt = lagg_till_ovrig(mote, form.cleaned_data["rubrik"], inloggad(request))
        return f"Frågan ”{punkt}” är tillagd{_som_tillagg(punkt)}."

    return _gor(request, pk, lagg_till)


def _som_tillagg(punkt: Punkt) -> str:
    return " och skickas som tilläggshandling" if punkt.tillagd else ""


@require_POST
@require(Ratt.MOTE_ANDRA)
def dagordning_fasta(request: HttpRequest, pk: int) -> HttpResponse:
    mote = get_object_or_404(Mote, pk=pk)

    def lagg_till() -> str:
        nya = fran_mall(mote, inloggad(request))
        if not nya:
            return "Alla fasta punkter fanns redan."
        return f"Tillagt: {', '.join(str(punkt) for punkt in nya)}."

    return _gor(request, pk, lagg_till)


@require_POST
@require(Ratt.MOTE_ANDRA)
def dagordning_protokoll(request: HttpRequest, pk: int) -> HttpResponse:
    """Attaches the approved minutes before the meeting, where they were read in or taken off."""
    mote = get_object_or_404(Mote, pk=pk)

    def bifoga() -> str:
        bilaga = bifoga_foregaende(mote, inloggad(request))
        if bilaga is None:
            raise ValidationError(INGET_ATT_BIFOGA)
        return f"{bilaga.titel} är bifogat."

    return _gor(request, pk, bifoga)


@require(Ratt.MOTE_ANDRA)
def punkt_create(request: HttpRequest, pk: int) -> HttpResponse:
    """A new fixed item."""
    mote = get_object_or_404(Mote, pk=pk)
    form = PunktForm(request.POST or None, mote=mote)
    return _fast(request, form, lagg_till_fast, "Ny fast punkt")


@require(Ratt.MOTE_ANDRA)
def punkt_update(request: HttpRequest, pk: int) -> HttpResponse:
    """A fixed item's heading and text; a matter is changed on its own page."""
    fasta = Punkt.objects.select_related("mote").exclude(slag=Punktslag.ARENDE)
    form = PunktForm(request.POST or None, instance=get_object_or_404(fasta, pk=pk))
    return _fast(request, form, skriv_fast, "Ändra fast punkt")


def _fast(
    request: HttpRequest, form: PunktForm, spara: Callable[..., object], rubrik: str
) -> HttpResponse:
    mote = form.instance.mote
    if request.method == "POST" and form.is_valid():
        try:
            spara(form.instance, inloggad(request))
        except ValidationError as fel:
            form.add_error(None, fel.messages)
        else:
            messages.success(request, "Sparat.")
            return redirect("styrelse:dagordning", mote.pk)
    tillbaka = reverse("styrelse:dagordning", args=[mote.pk])
    brodsmulor = [(str(mote), mote.get_absolute_url()), ("Dagordning", tillbaka)]
    innehall = {"form": form, "rubrik": rubrik, "tillbaka": tillbaka, "brodsmulor": brodsmulor}
    return render(request, "finsam/formular.html", innehall)


def _punkt(pk: int) -> Punkt:
    return get_object_or_404(Punkt.objects.select_related("mote", "arende"), pk=pk)


@require_POST
@require(Ratt.MOTE_ANDRA)
def punkt_delete(request: HttpRequest, pk: int) -> HttpResponse:
    punkt = _punkt(pk)
    titel = punkt.titel

    def bort() -> str:
        borta = ta_bort(punkt, inloggad(request))
        return f"”{titel}” är {'borttagen' if borta else 'markerad som utgår'}."

    return _gor(request, punkt.mote_id, bort)


@require_POST
@require(Ratt.MOTE_ANDRA)
def punkt_aterta(request: HttpRequest, pk: int) -> HttpResponse:
    punkt = _punkt(pk)

    def tillbaka() -> str:
        aterta(punkt, inloggad(request))
        return f"”{punkt.titel}” tas upp igen."

    return _gor(request, punkt.mote_id, tillbaka)


@require_POST
@require(Ratt.MOTE_ANDRA)
def punkt_ta_upp(request: HttpRequest, pk: int) -> HttpResponse:
    """The committee's matter goes on to the board's next meeting, and stays the same matter."""
    punkt = _punkt(pk)
    if punkt.arende is None or punkt.slag != Punktslag.ARENDE:
        raise Http404
    arende, mote = punkt.arende, nasta_styrelsemote(punkt.mote)

    def vidare() -> str:
        if mote is None:
            raise ValidationError("Styrelsen har inget kommande möte. Lägg till det först.")
        ny = lagg_till_arende(mote, arende, inloggad(request))
        return f"”{arende}” tas upp på {mote}{_som_tillagg(ny)}."

    return _gor(request, punkt.mote_id, vidare)
