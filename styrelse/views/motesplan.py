"""Next year's meetings in one step: propose, change, look over, make."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from finsam.arshjul import Plikt, frister
from finsam.inloggad import inloggad
from finsam.permissions import Ratt, require
from styrelse.actions.arsarenden import lagg_till_lagstadgade
from styrelse.actions.motesplan import skapa_plan
from styrelse.calculations.arsmall import fyll_i
from styrelse.calculations.motesforslag import att_folja, foresla
from styrelse.calculations.motesplan import (
    Placering,
    Planmote,
    dagvarning,
    placera,
    planvarningar,
    vanlig_plats,
)
from styrelse.calculations.roda_dagar import roda_dagar
from styrelse.choices import ORGANNAMN
from styrelse.forms.motesplan import PLANERAS, Planrader, PlanradFormSet, rad_av
from styrelse.selectors.moten import arliga, planmoten

AREN = range(2004, 2100)
# How many years back a full one to go by is looked for.
TIDIGARE = range(1, 4)
ANDRAD = "Planen har ändrats sedan du granskade den. Granska den igen."


@dataclass(frozen=True)
class Planarende:
    """A yearly matter in the plan: `senast` is its day on the start page, `grund` why."""

    rubrik: str
    placering: Placering
    senast: date
    grund: str

    @property
    def for_sent(self) -> bool:
        return bool(self.placering.mote and self.placering.mote.datum > self.senast)


@dataclass(frozen=True)
class Granskning:
    """A plan looked over: `avtryck` says which, so that what is made is what was seen."""

    moten: tuple[Planmote, ...]
    placeringar: tuple[Planarende, ...]
    varningar: tuple[str, ...]
    avtryck: str


@require(Ratt.MOTE_ANDRA)
def motesplan_create(request: HttpRequest) -> HttpResponse:
    ar = _ar(request)
    finns = planmoten(ar)
    if request.method != "POST":
        forra = () if finns else att_folja([planmoten(ar - bak, PLANERAS) for bak in TIDIGARE])
        return _sida(request, ar, finns, _forslag(ar, finns, forra), forra=forra)
    data = _med_rad(request) if "fler" in request.POST else request.POST
    rader = _rader(ar, finns, data=data, plats=data.get("plats", "").strip())
    if "fler" in request.POST or not rader.is_valid():
        return _sida(request, ar, finns, rader)
    if "lagstadgade" in request.POST:
        lagg_till_lagstadgade(inloggad(request))
    plan = _granska(ar, finns, rader)
    if "skapa" not in request.POST:
        return _sida(request, ar, finns, rader, plan)
    if request.POST.get("granskat") != plan.avtryck:
        messages.warning(request, ANDRAD)
        return _sida(request, ar, finns, rader, plan)
    return _skapa(request, ar, finns, rader, plan)


def _skapa(
    request: HttpRequest, ar: int, finns: tuple[Planmote, ...], rader: Planrader, plan: Granskning
) -> HttpResponse:
    try:
        skapat = skapa_plan(ar, rader.moten, inloggad(request))
    except ValidationError as fel:
        messages.error(request, " ".join(fel.messages))
        return _sida(request, ar, finns, rader, plan)
    messages.success(
        request, f"Mötesplanen är skapad: {skapat.moten} möten och {skapat.arenden} ärenden."
    )
    return redirect(f"{reverse('styrelse:mote_list')}?ar={ar}")


def _ar(request: HttpRequest) -> int:
    """The plan's year: next year unless another is asked for; 404 for what is no year."""
    text = request.POST.get("ar") or request.GET.get("ar") or str(timezone.localdate().year + 1)
    if not text.isdecimal() or int(text) not in AREN:
        raise Http404
    return int(text)


def _rader(ar: int, finns: Sequence[Planmote], **kwargs: Any) -> Planrader:
    tagna = {(m.organ, m.datum, m.start) for m in finns}
    rader: Planrader = PlanradFormSet(ar=ar, finns=tagna, prefix="rad", **kwargs)
    return rader


def _forslag(ar: int, finns: Sequence[Planmote], forra: Sequence[Planmote]) -> Planrader:
    """The pattern of `forra` where the year has no meetings; else one empty row."""
    plats = vanlig_plats(forra or finns)
    if finns:
        return _rader(ar, finns, initial=[{}], plats=plats)
    moten = foresla(forra, ar, arliga(), roda_dagar([ar]))
    return _rader(ar, finns, initial=[rad_av(m, plats) for m in moten], plats=plats)


def _med_rad(request: HttpRequest) -> Any:
    """What was typed, and an empty row after it."""
    data = request.POST.copy()
    antal = data.get("rad-TOTAL_FORMS", "0")
    data["rad-TOTAL_FORMS"] = str(int(antal) + 1) if antal.isdecimal() else "1"
    return data


def _granska(ar: int, finns: Sequence[Planmote], rader: Planrader) -> Granskning:
    roda = roda_dagar([ar])
    moten = tuple(sorted((*finns, *rader.moten), key=lambda m: m.ordning))
    udda = (
        dagvarning(form.cleaned_data["datum"], form.skriven_veckodag, roda)
        for form in rader.ifyllda
    )
    kanda = frister(ar)
    placeringar = placera(moten, arliga(), ar, ORGANNAMN)
    return Granskning(
        moten=moten,
        placeringar=tuple(_planarende(p, ar, kanda) for p in placeringar),
        varningar=(*filter(None, udda), *planvarningar(moten, ORGANNAMN)),
        avtryck=hashlib.sha256(repr(moten).encode()).hexdigest(),
    )


def _planarende(placering: Placering, ar: int, kanda: dict[str, Plikt]) -> Planarende:
    """The matter with the day by which the start page asks for it; else its own last day."""
    plikt = kanda.get(fyll_i(placering.arende.amne, ar))
    senast = plikt.dag if plikt else placering.arende.senast(ar)
    rubrik = fyll_i(placering.arende.rubrik, ar)
    return Planarende(rubrik, placering, senast, plikt.grund if plikt else "")


def _sida(
    request: HttpRequest,
    ar: int,
    finns: Sequence[Planmote],
    rader: Planrader,
    plan: Granskning | None = None,
    forra: Sequence[Planmote] = (),
) -> HttpResponse:
    innehall = {
        "ar": ar,
        "finns": finns,
        "rader": rader,
        "plan": plan,
        "organ": ORGANNAMN,
        "foljt": forra[0].datum.year if forra else None,
    }
    return render(request, "styrelse/motesplan_form.html", innehall)
