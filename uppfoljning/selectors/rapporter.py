"""The only reads of quarterly reports for calculations: a fixed number of queries."""

from collections import defaultdict

from django.urls import reverse

from finsam.periods import Period, delperioder, las_period
from finsam.rytm import rytm
from insatser.models import Insats
from uppfoljning.calculations.forvantade import Insatstid, vantade
from uppfoljning.calculations.underlag import (
    Antal,
    Antalsnyckel,
    Insatsfakta,
    Malutfallsunderlag,
    Rapportunderlag,
    Uppfoljningsunderlag,
)
from uppfoljning.choices import Rapportstatus
from uppfoljning.fragor import FRAGOR, TEXTFALT
from uppfoljning.models import Deltagarantal, Kvartalsrapport, Malutfall


def uppfoljningsunderlag(period: Period) -> Uppfoljningsunderlag:
    """Insatser and reports of every reporting period within `period`; 5 queries."""
    delar = delperioder(period, rytm())
    insatser = tuple(
        Insats.objects.under(period.start, period.slut).select_related("insatsagare").order_by("nr")
    )
    koder = [del_.kod for del_ in delar]
    gallande = Kvartalsrapport.objects.gallande().filter(period__in=koder)
    rader = list(gallande.select_related("insats").order_by("period", "insats__nr"))
    antal, manader = _antal(rader)
    mal = _mal(rader)
    return Uppfoljningsunderlag(
        period=period,
        insatser=tuple(insatsfakta(insats) for insats in insatser),
        rapporter=tuple(
            Rapportunderlag(
                insats=rad.insats.nr,
                period=las_period(rad.period),
                granskad=rad.status == Rapportstatus.GRANSKAD,
                svar={fraga.falt: getattr(rad, fraga.falt) for fraga in FRAGOR},
                kommentarer={falt: getattr(rad, falt) for falt in TEXTFALT},
                mal=tuple(mal[rad.pk]),
                antal=antal[rad.pk],
                manader=manader[rad.pk],
                adress=reverse("uppfoljning:kvartalsrapport_detail", args=[rad.pk]),
            )
            for rad in rader
        ),
        vantade=vantade([Insatstid(i.nr, i.insatstyp, i.start, i.slut) for i in insatser], delar),
    )


def insatsfakta(insats: Insats) -> Insatsfakta:
    """The insats as calculations know it; its owner is read along."""
    return Insatsfakta(
        nr=insats.nr,
        kortnamn=insats.kortnamn,
        agare=insats.insatsagare.kortnamn,
        insatstyp=insats.insatstyp,
        forrehabiliterande=insats.forrehabiliterande,
        uppfoljningsslag=insats.uppfoljningsslag,
        start=insats.start,
        slut=insats.slut,
        forvantat_antal=insats.forvantat_antal,
    )


def _antal(
    rapporter: list[Kvartalsrapport],
) -> tuple[dict[int, Antal], dict[int, dict[int, Antal]]]:
    """Counts by report: of the whole period, and month by month."""
    hela: dict[int, dict[Antalsnyckel, int]] = defaultdict(dict)
    delar: dict[int, dict[int, dict[Antalsnyckel, int]]] = defaultdict(lambda: defaultdict(dict))
    rader = Deltagarantal.objects.filter(rapport__in=rapporter)
    for rapport, manad, matt, kategori, kon, antal in rader.values_list(
        "rapport_id", "manad", "matt", "kategori", "kon", "antal"
    ):
        plats = delar[rapport][manad] if manad else hela[rapport]
        plats[Antalsnyckel(matt, kategori, kon)] = antal
    manader: dict[int, dict[int, Antal]] = defaultdict(dict)
    manader |= {rapport: dict(per_manad) for rapport, per_manad in delar.items()}
    return defaultdict(dict, hela), manader


def _mal(rapporter: list[Kvartalsrapport]) -> dict[int, list[Malutfallsunderlag]]:
    mal: dict[int, list[Malutfallsunderlag]] = defaultdict(list)
    rader = Malutfall.objects.filter(rapport__in=rapporter).select_related("mal")
    for rad in rader.order_by("rapport", "mal__ordning"):
        mal[rad.rapport_id].append(
            Malutfallsunderlag(rad.mal.text, rad.mal.maltyp, rad.status, rad.utfall)
        )
    return mal
