"""Who may do what: one flat table, and the small keys that views and templates use.

Login is demanded by middleware; a right says who of those logged in may open a door. Outside
one's role the answer is 404: nobody is told that a page exists which is not theirs.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve

from finsam.choices import Roll

KANSLI = frozenset({Roll.KANSLI, Roll.FORBUNDSCHEF})
EKONOM = frozenset({Roll.EKONOM, Roll.FORBUNDSCHEF})
TJANSTEMAN = KANSLI | EKONOM
GRANSKARE = frozenset({Roll.REVISOR})
LEDAMOT = frozenset({Roll.LEDAMOT})
INSATSANSVARIG = frozenset({Roll.INSATSANSVARIG})
ADMINISTRATOR = frozenset({Roll.ADMINISTRATOR})


class Ratt(StrEnum):
    """A right, named by room and act."""

    FORBUND_LASA = "forbund_lasa"
    FORBUND_ANDRA = "forbund_andra"
    STYRELSE_LASA = "styrelse_lasa"
    STYRELSE_ANDRA = "styrelse_andra"
    MOTE_LASA = "mote_lasa"
    MOTE_BEREDA = "mote_bereda"
    MOTE_ANDRA = "mote_andra"
    KALLELSE_SKICKA = "kallelse_skicka"
    BESLUT_VERKSTALLA = "beslut_verkstalla"
    LASANTECKNING = "lasanteckning"
    DELEGATIONSBESLUT = "delegationsbeslut"
    ARVODE_LASA = "arvode_lasa"
    ARVODE_ANDRA = "arvode_andra"
    KALENDER = "kalender"
    INSATSER_LASA = "insatser_lasa"
    INSATS_LASA = "insats_lasa"
    INSATSER_ANDRA = "insatser_andra"
    REKVISITION_LASA = "rekvisition_lasa"
    REKVISITION_ATTESTERA = "rekvisition_attestera"
    REKVISITION_OVERSKRIDA = "rekvisition_overskrida"
    RAPPORTERA = "rapportera"
    KVARTALSRAPPORT_LASA = "kvartalsrapport_lasa"
    EGNA_INSATSER = "egna_insatser"
    UPPFOLJNING_LASA = "uppfoljning_lasa"
    UPPFOLJNING_ANDRA = "uppfoljning_andra"
    SMA_TAL_LASA = "sma_tal_lasa"
    ENKAT_LASA = "enkat_lasa"
    ENKAT_ANDRA = "enkat_andra"
    EKONOMI_LASA = "ekonomi_lasa"
    EKONOMI_ANDRA = "ekonomi_andra"
    UTRYMME_LASA = "utrymme_lasa"
    SCENARIO_ANDRA = "scenario_andra"
    INTERNKONTROLL_LASA = "internkontroll_lasa"
    INTERNKONTROLL_ANDRA = "internkontroll_andra"
    RAPPORT_UTKAST = "rapport_utkast"
    RAPPORT_LASA = "rapport_lasa"
    RAPPORT_SKRIVA = "rapport_skriva"
    RAPPORT_FASTSTALLA = "rapport_faststalla"
    UNDERLAG_LASA = "underlag_lasa"
    HISTORIK_LASA = "historik_lasa"
    INLASNING = "inlasning"
    ANVANDARE = "anvandare"


RATTIGHETER: dict[Ratt, frozenset[Roll]] = {
    Ratt.FORBUND_LASA: TJANSTEMAN | GRANSKARE | LEDAMOT,
    Ratt.FORBUND_ANDRA: KANSLI,
    Ratt.STYRELSE_LASA: TJANSTEMAN | GRANSKARE | LEDAMOT,
    Ratt.STYRELSE_ANDRA: KANSLI,
    # What has been sent, minuted and decided; the office and auditors see it in the making too.
    Ratt.MOTE_LASA: TJANSTEMAN | GRANSKARE | LEDAMOT,
    Ratt.MOTE_BEREDA: TJANSTEMAN | GRANSKARE,
    Ratt.MOTE_ANDRA: KANSLI,
    Ratt.KALLELSE_SKICKA: frozenset({Roll.FORBUNDSCHEF}),
    # A decision that grants, adopts or fastställer in another room.
    # The subject's own right is asked for too (styrelse/amnen.py).
    Ratt.BESLUT_VERKSTALLA: KANSLI,
    # Own notes and place in a pack; an auditor writes nothing here either.
    Ratt.LASANTECKNING: TJANSTEMAN | LEDAMOT,
    Ratt.DELEGATIONSBESLUT: frozenset({Roll.FORBUNDSCHEF}),
    Ratt.ARVODE_LASA: TJANSTEMAN | GRANSKARE,
    Ratt.ARVODE_ANDRA: TJANSTEMAN,
    Ratt.KALENDER: TJANSTEMAN | LEDAMOT,
    Ratt.INSATSER_LASA: TJANSTEMAN | GRANSKARE | LEDAMOT,
    # One insats and what belongs to it; an insatsansvarig own insatser only.
    Ratt.INSATS_LASA: TJANSTEMAN | GRANSKARE | LEDAMOT | INSATSANSVARIG,
    Ratt.INSATSER_ANDRA: KANSLI,
    Ratt.REKVISITION_LASA: TJANSTEMAN | GRANSKARE | INSATSANSVARIG,
    Ratt.REKVISITION_ATTESTERA: TJANSTEMAN,
    # More than what is granted is let through by name, with a reason.
    Ratt.REKVISITION_OVERSKRIDA: frozenset({Roll.FORBUNDSCHEF}),
    # To hand in reports, claims and deviations; an insatsansvarig for own insatser only.
    Ratt.RAPPORTERA: KANSLI | INSATSANSVARIG,
    # A quarterly report: an insatsansvarig reads those of own insatser only.
    Ratt.KVARTALSRAPPORT_LASA: TJANSTEMAN | GRANSKARE | INSATSANSVARIG,
    Ratt.EGNA_INSATSER: INSATSANSVARIG,
    Ratt.UPPFOLJNING_LASA: TJANSTEMAN | GRANSKARE,
    Ratt.UPPFOLJNING_ANDRA: KANSLI,
    # Small counts of persons: who enters or audits them; others by the association's setting.
    Ratt.SMA_TAL_LASA: KANSLI | GRANSKARE,
    Ratt.ENKAT_LASA: TJANSTEMAN | GRANSKARE | LEDAMOT,
    Ratt.ENKAT_ANDRA: KANSLI,
    Ratt.EKONOMI_LASA: TJANSTEMAN | GRANSKARE,
    Ratt.EKONOMI_ANDRA: EKONOM,
    # The decision room: the board plays with it too, the office saves what is played.
    Ratt.UTRYMME_LASA: TJANSTEMAN | GRANSKARE | LEDAMOT,
    Ratt.SCENARIO_ANDRA: TJANSTEMAN,
    Ratt.INTERNKONTROLL_LASA: TJANSTEMAN | GRANSKARE | LEDAMOT,
    Ratt.INTERNKONTROLL_ANDRA: TJANSTEMAN,
    Ratt.RAPPORT_UTKAST: TJANSTEMAN | GRANSKARE,
    Ratt.RAPPORT_LASA: TJANSTEMAN | GRANSKARE | LEDAMOT,
    Ratt.RAPPORT_SKRIVA: TJANSTEMAN,
    Ratt.RAPPORT_FASTSTALLA: frozenset({Roll.FORBUNDSCHEF}),
    # The figures behind a published report: statement line → accounts → konteringar → verifikation.
    Ratt.UNDERLAG_LASA: TJANSTEMAN | GRANSKARE | LEDAMOT,
    Ratt.HISTORIK_LASA: TJANSTEMAN | GRANSKARE,
    Ratt.INLASNING: TJANSTEMAN,
    Ratt.ANVANDARE: ADMINISTRATOR,
}


def far(user: Any, ratt: Ratt) -> bool:
    """Whether the user's role has the right; False for one who is not logged in."""
    return getattr(user, "roll", None) in RATTIGHETER[ratt]


def rollerna(ratt: Ratt) -> list[str]:
    """Who has the right, in words and in the order of the roles: "ekonom", "förbundschef"."""
    return [str(roll.label).lower() for roll in Roll if roll in RATTIGHETER[ratt]]


def require(
    ratt: Ratt,
) -> Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """Decorator: 404 for everyone whose role lacks the right."""

    def decorate(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not far(request.user, ratt):
                raise Http404
            return view(request, *args, **kwargs)

        guarded.ratt = ratt  # type: ignore[attr-defined]  # read by the table of URLs × roles
        return guarded

    return decorate


def far_oppna(user: Any, adress: str) -> bool:
    """Whether the user's role opens the page at the path; False where there is none.

    Asks what the view itself asks, so a page within one's role that is about something one may
    not see is still closed.
    """
    try:
        vy = resolve(adress).func
    except Resolver404:
        return False
    ratt = getattr(vy, "ratt", None) or getattr(getattr(vy, "view_class", None), "ratt", None)
    return ratt is None or far(user, ratt)


class RequireMixin:
    """The same for class-based views: set `ratt`."""

    ratt: Ratt

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not far(request.user, self.ratt):
            raise Http404
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc,no-any-return]


def rattigheter(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `{% if far.ekonomi_lasa %}`."""
    user = getattr(request, "user", None)
    return {"far": {ratt.value: far(user, ratt) for ratt in Ratt}}
