"""The agenda's page, and the moving of its items."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.permissions import Ratt, far, require
from styrelse.actions.dagordning import Omkastad, flytta
from styrelse.calculations.dagordningslage import hinder_flytta, hinder_vaxa
from styrelse.choices import Punktslag
from styrelse.forms.dagordning import FlyttForm, OvrigForm
from styrelse.models import Mote, Punkt
from styrelse.selectors.beredning import kandidater, nasta_styrelsemote
from styrelse.selectors.dagordningsbild import dagordningsrader, saknade_fasta, senast_andrad_av
from styrelse.selectors.delegation import inga, vid_punkten
from styrelse.selectors.foregaende import foregaende

DELEGATION = Punktslag.DELEGATIONSBESLUT


@require(Ratt.MOTE_BEREDA)
def dagordning(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda with its numbers as they would be printed; for the office, to change."""
    return _sida(request, get_object_or_404(Mote, pk=pk))


@require_POST
@require(Ratt.MOTE_ANDRA)
def dagordning_ordna(request: HttpRequest, pk: int) -> HttpResponse:
    """Moves one item to a number; 409 with the new order when somebody else came between."""
    mote = get_object_or_404(Mote, pk=pk)
    form = FlyttForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.errors.get("till", ["Flytten kunde inte läsas."])[0]))
        return redirect("styrelse:dagordning", pk)
    val = form.cleaned_data
    punkt = get_object_or_404(Punkt.objects.select_related("mote"), pk=val["punkt"], mote=mote)
    try:
        gick = flytta(punkt, form.mal, val["version"], inloggad(request))
    except Omkastad:
        krock = {"punkt": punkt, "till": form.mal, "nummer": val["nummer"]}
        return _sida(request, get_object_or_404(Mote, pk=pk), krock, status=409)
    except ValidationError as fel:
        for text in fel.messages:
            messages.error(request, text)
        return redirect("styrelse:dagordning", pk)
    vald = urlencode({"flyttad" if gick else "kvar": punkt.pk, "knapp": val["steg"]})
    return redirect(f"{reverse('styrelse:dagordning', args=[pk])}?{vald}#punkt-{punkt.pk}")


def _sida(
    request: HttpRequest, mote: Mote, krock: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    rader = dagordningsrader(mote)
    skriver = far(request.user, Ratt.MOTE_ANDRA)
    vaxer = skriver and not hinder_vaxa(mote.status)
    kvar = request.GET.get("kvar", "")
    vald = request.GET.get("flyttad") or kvar
    flyttad = next((r for r in rader if str(r.punkt.pk) == vald), None)
    innehall = {
        "mote": mote,
        "rader": rader,
        "kan_flyttas": skriver and not hinder_flytta(mote.status),
        "kan_vaxa": vaxer,
        "granskas": mote.beslutar and not hinder_vaxa(mote.status) and bool(rader),
        "flyttad": flyttad,
        "kvar": bool(kvar),
        "knapp": request.GET.get("knapp") or "flytta",
        "krock": krock and {**krock, "av": senast_andrad_av(mote)},
        "foregaende": foregaende(mote),
        "delegerat": [d for r in rader if r.punkt.slag == DELEGATION for d in vid_punkten(r.punkt)],
        "inga_delegerade": inga(mote),
        "nasta_fs": nasta_styrelsemote(mote) if mote.organ == "au" else None,
        "kandidater": kandidater(mote) if vaxer else [],
        "saknade": saknade_fasta(mote) if vaxer and not mote.utskickat else [],
        "ovrig": OvrigForm(),
    }
    return render(request, "styrelse/dagordning.html", innehall, status=status)
