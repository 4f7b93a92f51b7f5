"""The board: which reports are due, late, handed in, and what to do about them."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from finsam.choices import Roll
from finsam.inloggad import inloggad
from finsam.models import Anvandare
from finsam.periods import OgiltigPeriod, Period, las_period
from finsam.permissions import Ratt, far, require
from insatser.models import Insats
from uppfoljning.actions.paminnelser import paminn_om
from uppfoljning.actions.rapporter import borja
from uppfoljning.choices import Rapportstatus
from uppfoljning.selectors.lage import Rapportlage, oppna, rapportlagen, tavla

# So many of each group stand on the page until one asks for all.
VISADE = 8


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
        "grupper": _grupper(lagen, granskar=far(user, Ratt.UPPFOLJNING_ANDRA)),
        "visade": None if "alla" in request.GET else VISADE,
        "paminns": settings.SKICKAR_EPOST and far(user, Ratt.UPPFOLJNING_ANDRA),
        "artalen": artalen,
        "ar": ar,
        "perioder": perioder,
        "rader": rader,
    }
    return render(request, "uppfoljning/lage.html", innehall)


def _valt_ar(text: str, artalen: list[int]) -> int:
    return int(text) if text.isdecimal() and int(text) in artalen else artalen[-1]


def _grupper(
    lagen: list[Rapportlage], *, granskar: bool
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
    _vantad(user, ett, vald)
    return redirect("uppfoljning:kvartalsrapport_update", borja(ett, vald, user).pk)


@require_POST
@require(Ratt.UPPFOLJNING_ANDRA)
def kvartalsrapport_paminn(request: HttpRequest, insats: int, period: str) -> HttpResponse:
    """Sends a reminder of one report, made first where nobody has begun."""
    vald, idag, user = _period(period), timezone.localdate(), inloggad(request)
    ett = get_object_or_404(Insats, pk=insats)
    if not settings.SKICKAR_EPOST:
        messages.error(request, "Ingen e-post är inställd, så ingen påminnelse kan skickas.")
        return redirect("uppfoljning:lage")
    _vantad(user, ett, vald)
    brev = paminn_om(borja(ett, vald, user), idag)
    for skickat in brev:
        if skickat.fel:
            messages.error(request, f"Kunde inte skickas till {skickat.mottagare}.")
        else:
            messages.success(request, f"Påminnelse skickad till {skickat.mottagare}.")
    if not brev:
        messages.warning(request, f"Ingen att påminna i dag om {ett} {vald.namn}.")
    return redirect("uppfoljning:lage")


def _vantad(user: Anvandare, insats: Insats, period: Period) -> None:
    """404 for a report that nobody waits for."""
    lagen = rapportlagen(user, timezone.localdate())
    if not any(lage.insats == insats and lage.period == period for lage in lagen):
        raise Http404


def _period(kod: str) -> Period:
    try:
        return las_period(kod)
    except OgiltigPeriod as fel:
        raise Http404 from fel
