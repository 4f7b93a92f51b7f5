"""The only reads of the association's goals and activities for calculations."""

from collections import defaultdict
from datetime import date

from django.urls import reverse

from finsam.models import Forbund
from finsam.periods import Period, delperioder
from finsam.rytm import rytm
from insatser.choices import Insatstyp, Malstatus
from insatser.models import Insatsmal
from uppfoljning.calculations.aktiviteter import Aktivitetsunderlag
from uppfoljning.calculations.mal import (
    Malunderlag,
    Malutfallsrad,
    Resultatmalsunderlag,
    Verksamhetsmalsunderlag,
    malutfall,
)
from uppfoljning.choices import Indikator, Matt
from uppfoljning.models import Aktivitet, Resultatmal, Verksamhetsmal
from uppfoljning.selectors.rapporter import uppfoljningsunderlag


def malunderlag(ar: int) -> Malunderlag:
    """The goals of a year and what they are measured by; a fixed number of queries."""
    aret = Period(ar)
    forbund = Forbund.objects.first() or Forbund()
    return Malunderlag(
        ar=ar,
        mal=tuple(_mal(rad) for rad in malen(ar)),
        uppfoljning=uppfoljningsunderlag(aret),
        aktiviteter=aktivitetsunderlag(aret),
        slutliga=_slutliga(aret),
        nara=forbund.mal_nara,
    )


def malutfall_for(period: Period) -> tuple[Malutfallsrad, ...]:
    """The goals of the period's year with their outcome from the year's start to its end."""
    return malutfall(malunderlag(period.ar), period.slut)


def aktivitetsunderlag(period: Period) -> tuple[Aktivitetsunderlag, ...]:
    """The activities of the period, in order of day; 1 query."""
    rader = Aktivitet.objects.filter(datum__range=(period.start, period.slut))
    return tuple(
        Aktivitetsunderlag(
            datum=rad.datum,
            titel=rad.titel,
            rad=rad.redovisas_som or rad.get_form_display(),
            kompetenshojande=rad.kompetenshojande,
            kvinnor=rad.kvinnor,
            man=rad.man,
            okant=rad.okant,
        )
        for rad in rader.order_by("datum", "titel")
    )


def malen(ar: int) -> list[Verksamhetsmal]:
    """The goals of a year with their targets; 2 queries."""
    return list(
        Verksamhetsmal.objects.filter(verksamhetsar=ar)
        .prefetch_related("resultatmalen")
        .order_by("nr")
    )


def ar_med_mal() -> list[int]:
    """The years that have goals, newest first."""
    ar = Verksamhetsmal.objects.order_by("-verksamhetsar")
    return list(ar.values_list("verksamhetsar", flat=True).distinct())


def delar_av_aret(ar: int) -> tuple[Period, ...]:
    """The parts of the year after which the insatser report."""
    return delperioder(Period(ar), rytm())


def _mal(mal: Verksamhetsmal) -> Verksamhetsmalsunderlag:
    return Verksamhetsmalsunderlag(
        nr=mal.nr,
        text=mal.text,
        resultatmal=tuple(_resultatmal(ett, mal.verksamhetsar) for ett in mal.resultatmalen.all()),
        adress=mal.get_absolute_url(),
    )


def _resultatmal(mal: Resultatmal, ar: int) -> Resultatmalsunderlag:
    return Resultatmalsunderlag(
        pk=mal.pk,
        text=mal.text,
        indikator=mal.indikator,
        riktning=mal.riktning,
        malvarde=mal.malvarde,
        enhet=mal.enhet,
        uppfoljning=mal.uppfoljning,
        eget_utfall=mal.eget_utfall,
        kommentar=mal.kommentar,
        kalla=_kalla(mal.indikator, ar),
    )


# The counts behind an indicator, as the list of counts filters them.
KALLOR = {
    Indikator.ANDEL_ARBETE_STUDIER: "&kategori=arbete_studier",
    Indikator.ANDEL_ARBETE_EJ_FORREHAB: "&kategori=arbete_studier",
    Indikator.ANDEL_MED_PLAN: f"&matt={Matt.MED_PLAN}",
    Indikator.ANTAL_DELTAGARE: f"&matt={Matt.INSKRIVNA}",
}


def _kalla(indikator: str, ar: int) -> str:
    """The page that shows what an indicator counts; empty where there is none."""
    if indikator == Indikator.ANTAL_AKTIVITETER:
        return f"{reverse('uppfoljning:aktivitet_list')}?ar={ar}&kompetenshojande=true"
    if indikator in KALLOR:
        urval = f"?fran={ar}-01-01&tom={ar}-12-31{KALLOR[Indikator(indikator)]}"
        return reverse("uppfoljning:antal_list") + urval
    return ""


def _slutliga(period: Period) -> dict[int, tuple[str, ...]]:
    """The judged goals of structural insatser that ended in the period, by insats; 1 query."""
    statusar: dict[int, list[str]] = defaultdict(list)
    rader = Insatsmal.objects.filter(
        insats__insatstyp=Insatstyp.STRUKTUR, insats__slut__range=(period.start, period.slut)
    ).exclude(status=Malstatus.EJ_BEDOMT)
    for nr, status in rader.order_by("insats__nr", "ordning").values_list("insats__nr", "status"):
        statusar[nr].append(status)
    return {nr: tuple(dess) for nr, dess in statusar.items()}


def forslag_till_ar(idag: date) -> int:
    """The year that the page of goals opens on: this one, or the newest that has any."""
    har = ar_med_mal()
    return idag.year if idag.year in har or not har else har[0]
