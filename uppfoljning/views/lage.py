"""The board: which reports are due, late, handed in, and what to do about them."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from finsam.choices import Roll
from finsam.inloggad import inloggad
from finsam.periods import OgiltigPeriod, Period, las_period
from finsam.permissions import Ratt, far, require
from insatser.models import Insats
from uppfoljning.actions.rapporter import borja
from uppfoljning.choices import Rapportstatus
from uppfoljning.selectors.lage import Rapportlage, oppna, rapportlagen, tavla


@require(Ratt.KVARTALSRAPPORT_LASA)
def lage(request: HttpRequest) -> HttpResponse:
    """What is late and due soon, then a year's reports: insats × period."""
    user, idag = inloggad(request), timezone.localdate()
    lagen = rapportlagen(user, idag)
    artalen = sorted({ett.period.ar for ett in lagen} | {idag.year})
    ar = _valt_ar(request.GET.get("ar", ""), artalen)
    perioder, rader = tavla(lagen, ar)
    egna = user.roll == Roll.INSATSANSVARIG
    innehall = {
        "rubrik": "Mina insatser" if egna else "Rapporteringsläge",
        "egna": egna,
        "grupper": _grupper(lagen, idag, granskar=far(user, Ratt.UPPFOLJNING_ANDRA)),
        "artalen": artalen,
        "ar": ar,
        "perioder": perioder,
        "rader": rader,
    }
    return render(request, "uppfoljning/lage.html", innehall)


def _valt_ar(text: str, artalen: list[int]) -> int:
    return int(text) if text.isdecimal() and int(text) in artalen else artalen[-1]


def _grupper(
    lagen: list[Rapportlage], idag: date, *, granskar: bool
) -> list[tuple[str, str, list[Rapportlage]]]:
    """(id, heading, reports) of what waits for somebody; empty groups left out."""
    kvar = oppna(lagen)
    att_granska = [ett for ett in lagen if granskar and ett.status == Rapportstatus.INLAMNAD]
    grupper = [
        ("sena", "Försenade", [ett for ett in kvar if ett.dagar_sen]),
        ("snart", "Att lämna nu", [ett for ett in kvar if not ett.dagar_sen]),
        ("granska", "Att granska", att_granska),
    ]
    return [grupp for grupp in grupper if grupp[2]]


@require_POST
@require(Ratt.RAPPORTERA)
def kvartalsrapport_create(request: HttpRequest, insats: int, period: str) -> HttpResponse:
    """Begins the report of an insats and period, or opens it where somebody has begun."""
    user = inloggad(request)
    ett = get_object_or_404(Insats.objects.synliga_for(user), pk=insats)
    vald = _period(period)
    if not any(
        lage.insats == ett and lage.period == vald
        for lage in rapportlagen(user, timezone.localdate())
    ):
        raise Http404
    return redirect("uppfoljning:kvartalsrapport_update", borja(ett, vald, user).pk)


def _period(kod: str) -> Period:
    try:
        return las_period(kod)
    except OgiltigPeriod as fel:
        raise Http404 from fel
