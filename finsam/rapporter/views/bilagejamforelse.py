"""A document that a meeting had as its annex: as it was then, beside what it would be today."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from finsam.periods import OgiltigPeriod, las_period
from finsam.permissions import Ratt, require
from finsam.rapporter.jamforelse import Skillnad, skillnader
from finsam.rapporter.render.json_ import som_data
from finsam.rapporter.selectors import UnderlagSaknas
from finsam.rapporter.slag import BYGGARE, build, publicerad
from styrelse import amnen
from styrelse.choices import Bilageslag
from styrelse.models import Arendebilaga

GAR_INTE = "Dokumentet kan inte göras om i dag: {skal}"


@require(Ratt.RAPPORT_UTKAST)
def bilaga_da_nu(request: HttpRequest, pk: int) -> HttpResponse:
    """What differs; the day's figures are a draft, so only for those who may read drafts."""
    rader = Arendebilaga.objects.filter(slag=Bilageslag.RAPPORT).select_related("arende")
    bilaga = get_object_or_404(rader, pk=pk)
    slag, _, period = bilaga.kalla.partition(" ")
    if slag not in BYGGARE and not amnen.byggs(slag):
        raise Http404
    hinder, andrat = "", None
    try:
        andrat = _skillnader(bilaga.innehall or {}, slag, period)
    except (UnderlagSaknas, OgiltigPeriod) as fel:
        hinder = GAR_INTE.format(skal=fel)
    except ValidationError as fel:
        hinder = GAR_INTE.format(skal=" ".join(fel.messages))
    utskick = bilaga.utskick.select_related("paket__mote").defer("paket__innehall")
    innehall = {"bilaga": bilaga, "andrat": andrat, "hinder": hinder, "utskick": list(utskick)}
    return render(request, "rapporter/bilaga_da_nu.html", innehall)


def _skillnader(da: dict[str, Any], slag: str, period: str) -> list[Skillnad]:
    if slag not in BYGGARE:
        return skillnader(da, dict(amnen.frys(slag, period).data))
    nu = build(slag, las_period(period), timezone.localdate())
    # One frozen before anything was hidden is compared with what is hidden nowhere.
    return skillnader(da, som_data(publicerad(nu) if da.get("hidden_below") else nu))
