"""The page behind a figure, and the figures that come from outside."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from ekonomi.selectors.arsplaner import budget_for, prognos_for
from ekonomi.selectors.uppstallning import UppstallningSaknas, berakning
from ekonomi.uppstallning.berakna import BUDGET, PLANER, PROGNOS
from finsam.periods import OgiltigPeriod, Period, las_period
from finsam.permissions import Ratt, far, require
from finsam.rapporter.models import Uppgift
from finsam.rapporter.selectors import ekonomiperiod, senaste_faststallda, underlagsrot
from finsam.rapporter.underlag import Fraga, Kontourval, figurunderlag

KOLUMNSLAG = ("utfall", "budget", "prognos", "diff", "kvot", "arskvot")
# As the row stands in its table, or as a cash-flow row takes it.
MATT = ("", "rorelse", "utgaende", "ingaende", "forandring")


@dataclass(frozen=True)
class Lankar:
    """Where the pages below stand."""

    rot: str
    tabeller: dict[str, str]
    planer: Mapping[tuple[str, int], str]

    def figur(self, fraga: Fraga) -> str:
        matt = f"?matt={fraga.matt}" if fraga.matt else ""
        kolumn = f"{fraga.slag}-{fraga.period.kod}"
        return f"{self.rot}{self.tabeller[fraga.rad]}/{fraga.rad}/{kolumn}/{matt}"

    def konteringar(self, urval: Kontourval) -> str:
        fraga = {
            "ar": str(urval.fran.year),
            "konto": urval.konto,
            "kostnadsblock": urval.block,
            "projekt": urval.projekt,
            "fran": urval.fran.isoformat(),
            "tom": urval.tom.isoformat(),
        }
        kvar = {namn: varde for namn, varde in fraga.items() if varde}
        return f"{reverse('ekonomi:kontering_list')}?{urlencode(kvar)}"

    def plan(self, slag: str, ar: int) -> str:
        return self.planer.get((slag, ar), "")


def fraga_for(rad: str, kolumn: str, matt: str = "") -> Fraga:
    """The figure that an address names: "utfall-2024" is outcome of 2024. Raises OgiltigPeriod."""
    slag, _, kod = kolumn.partition("-")
    return Fraga(rad, slag, las_period(kod), matt)


def kraver_synlig(request: HttpRequest, slag: str, period: Period) -> None:
    """404 for who only sees what the board has decided, when it has not."""
    if not far(request.user, Ratt.RAPPORT_UTKAST) and not senaste_faststallda(slag, period):
        raise Http404


def _planer(fraga: Fraga) -> dict[tuple[str, int], str]:
    """Where the budget or the forecast that the figure is made of stands."""
    funnen = {BUDGET: budget_for, PROGNOS: prognos_for}.get(fraga.slag)
    plan = funnen(fraga.period) if funnen else None
    return {(fraga.slag, fraga.period.ar): plan.get_absolute_url()} if plan else {}


@require(Ratt.UNDERLAG_LASA)
def underlag_detail(
    request: HttpRequest, slag: str, period: Period, tabell: str, rad: str, kolumn: str
) -> HttpResponse:
    kraver_synlig(request, slag, period)
    try:
        ekonomi = berakning(ekonomiperiod(period))
        fraga = fraga_for(rad, kolumn, request.GET.get("matt", ""))
    except (UppstallningSaknas, OgiltigPeriod) as fel:
        raise Http404(str(fel)) from fel
    kand = fraga.slag in KOLUMNSLAG and rad in ekonomi.rader and fraga.matt in MATT
    if not kand or ekonomi.rader[rad][0].id != tabell:
        raise Http404("Siffran finns inte i rapporten.")
    arets_plan = fraga.slag in PLANER and fraga.period.ar == period.ar
    senare = fraga.period.slut > period.slut and not arets_plan
    if senare and not far(request.user, Ratt.RAPPORT_UTKAST):
        # What the board has decided says nothing of the years to come.
        raise Http404
    lankar = Lankar(
        rot=underlagsrot(slag, period),
        tabeller={id_: t.id for id_, (t, _) in ekonomi.rader.items()},
        planer=_planer(fraga),
    )
    underlag = figurunderlag(ekonomi, fraga, lankar)
    sammanhang = {"slag": slag, "period": period, "fraga": fraga, "underlag": underlag}
    sammanhang["tabell"] = ekonomi.rader[rad][0]
    return render(request, "rapporter/underlag_detail.html", sammanhang)


@require(Ratt.UNDERLAG_LASA)
def uppgift_list(request: HttpRequest, slag: str, period: Period) -> HttpResponse:
    """The figures that no other room holds, each with its source."""
    kraver_synlig(request, slag, period)
    uppgifter = Uppgift.objects.filter(period=period.kod)
    sammanhang = {"slag": slag, "period": period, "uppgifter": uppgifter}
    return render(request, "rapporter/uppgift_list.html", sammanhang)
