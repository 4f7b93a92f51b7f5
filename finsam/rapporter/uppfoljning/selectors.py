"""The only reads of the follow-up for documents: a fixed number of queries."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from django.urls import NoReverseMatch, reverse

from finsam.models import Forbund
from finsam.money import kronor
from finsam.periods import Period, delperioder, las_period
from finsam.rapporter.uppfoljning.adresser import Adresser
from finsam.rapporter.uppfoljning.material import (
    Deltagaruppgifter,
    Insatsuppgift,
    Malutfall,
    Projekt,
    Slutord,
    Uppfoljningsmaterial,
)
from finsam.rapporter.uppfoljning.pengar import insatspengar
from finsam.rytm import rytm
from insatser.choices import Beslutsutfall, Slutrapportstatus
from insatser.models import (
    ExterntProjekt,
    Insats,
    Insatsbeslut,
    Insatsmal,
    Slutrapport,
)
from uppfoljning.calculations.deltagare import deltagarsummor
from uppfoljning.calculations.underlag import Uppfoljningsunderlag
from uppfoljning.models import Kvartalsrapport
from uppfoljning.selectors.deltagare import tidigare_avslutade
from uppfoljning.selectors.mal import aktivitetsunderlag, malutfall_for
from uppfoljning.selectors.rapporter import uppfoljningsunderlag


def uppfoljningsmaterial(period: Period) -> Uppfoljningsmaterial:
    """The follow-up of a period, and of the same part of the year before."""
    forbund = Forbund.objects.first() or Forbund()
    insatser = _insatser(period)
    nummer = [i.nr for i in insatser]
    return Uppfoljningsmaterial(
        insatser=insatser,
        start=_kedjestart(),
        deltagare=_deltagare(period),
        fore=_fore(period.for_ar(-1)),
        pengar=insatspengar(period, insatser),
        kvotgranser=(forbund.kvot_lag, forbund.kvot_hog),
        minsta_antal=forbund.minsta_antal,
        slutord=_slutord(nummer),
        mal=_mal(nummer),
        projekt=_projekt(period),
        adresser=Adresser(antal=adress("uppfoljning:antal_list")),
    )


def arsmaterial(period: Period) -> Uppfoljningsmaterial:
    """The same with the association's own goals and activities of the year."""
    return replace(
        uppfoljningsmaterial(period),
        verksamhetsmal=malutfall_for(period),
        aktiviteter=aktivitetsunderlag(period),
        aktivitetsadress=adress("uppfoljning:aktivitet_list"),
    )


def _deltagare(period: Period) -> Deltagaruppgifter:
    """Read from the year's beginning, since those who ended are told from there too."""
    arets = uppfoljningsunderlag(_fran_arets_borjan(period))
    delar = frozenset(delperioder(period, rytm()))
    underlag = Uppfoljningsunderlag(
        period=period,
        insatser=tuple(
            i for i in arets.insatser if i.start <= period.slut and i.slut >= period.start
        ),
        rapporter=tuple(r for r in arets.rapporter if r.period in delar),
        vantade=tuple((nr, del_) for nr, del_ in arets.vantade if del_ in delar),
    )
    return Deltagaruppgifter(
        underlag=underlag,
        antal=deltagarsummor(underlag),
        tidigare=tidigare_avslutade(period),
        arsrapporter=tuple(r for r in arets.rapporter if r.period.slut <= period.slut),
    )


def _fran_arets_borjan(period: Period) -> Period:
    """The shortest period that holds this one and begins with the year."""
    if period.forsta_manad == 1:
        return period
    return Period(period.ar, "H", 1) if period.sista_manad <= 6 else Period(period.ar)


def _fore(period: Period) -> Deltagaruppgifter:
    """A period to compare with: nothing is told of it but itself."""
    underlag = uppfoljningsunderlag(period)
    return Deltagaruppgifter(underlag, deltagarsummor(underlag))


def _insatser(period: Period) -> tuple[Insatsuppgift, ...]:
    """The insatser of the period by number, each with the last day that was decided by its end."""
    beslutade: dict[int, date] = {}
    beviljade: dict[int, date] = {}
    bifall = Insatsbeslut.objects.filter(
        utfall=Beslutsutfall.BIFALL, insats__isnull=False, tom__isnull=False
    )
    for insats, tom, dag in bifall.values_list("insats_id", "tom", "beslutsdatum"):
        assert insats is not None and tom is not None  # as filtered
        beviljade[insats] = max(tom, beviljade.get(insats, tom))
        if dag <= period.slut:
            beslutade[insats] = max(tom, beslutade.get(insats, tom))
    insatser = Insats.objects.under(period.start, period.slut)
    return tuple(
        Insatsuppgift(
            nr=insats.nr,
            namn=insats.namn,
            kortnamn=insats.kortnamn,
            agare=insats.insatsagare.kortnamn,
            agartyp=insats.insatsagare.typ,
            typ=insats.insatstyp,
            start=insats.start,
            slut=insats.slut,
            beslutat_slut=_beslutat_slut(insats, beslutade.get(insats.pk), period),
            adress=insats.get_absolute_url(),
            forrehabiliterande=insats.forrehabiliterande,
            uppfoljningsslag=insats.uppfoljningsslag,
            forlanger=insats.forlanger.nr if insats.forlanger else None,
            beviljad_till=beviljade.get(insats.pk),
        )
        for insats in insatser.select_related("insatsagare", "forlanger").order_by("nr")
    )


def _beslutat_slut(insats: Insats, beslutat: date | None, period: Period) -> date:
    """Decisions from before they were kept here are not known: then the register's day counts."""
    return beslutat if beslutat is not None and beslutat >= period.slut else insats.slut


def _kedjestart() -> dict[int, date]:
    """The first day of each insats, or of the first one in the chain that it renews."""
    alla = {pk: (nr, start, fore) for pk, nr, start, fore in _kedjor()}

    def forsta(pk: int) -> date:
        _, start, fore = alla[pk]
        return forsta(fore) if fore in alla else start

    return {nr: forsta(pk) for pk, (nr, _, _) in alla.items()}


def _kedjor() -> list[tuple[int, int, date, int | None]]:
    return list(Insats.objects.order_by("nr").values_list("pk", "nr", "start", "forlanger_id"))


def _slutord(nummer: list[int]) -> dict[int, Slutord]:
    """The final reports that have been handed in, by the number of the insats."""
    rader = Slutrapport.objects.filter(insats__nr__in=nummer).select_related("insats")
    return {
        rad.insats.nr: Slutord(rad.sammanfattning, rad.resultat, rad.lardomar)
        for rad in rader.exclude(status=Slutrapportstatus.UTKAST)
    }


def _mal(nummer: list[int]) -> dict[int, tuple[Malutfall, ...]]:
    """The goals of each insats in their order, by its number."""
    malen: dict[int, list[Malutfall]] = defaultdict(list)
    for mal in Insatsmal.objects.filter(insats__nr__in=nummer).select_related("insats"):
        malen[mal.insats.nr].append(
            Malutfall(
                mal.get_maltyp_display(), mal.text, mal.status, mal.get_status_display(), mal.utfall
            )
        )
    return {nr: tuple(rader) for nr, rader in malen.items()}


def _projekt(period: Period) -> tuple[Projekt, ...]:
    return tuple(
        Projekt(
            p.namn,
            p.finansiar,
            kronor(p.belopp),
            p.ungefarligt,
            p.aktorer,
            adress("insatser:externt_projekt_update", p.pk),
        )
        for p in ExterntProjekt.objects.under(period.start, period.slut)
    )


def adress(namn: str, *args: int) -> str:
    """The address of a page; "" where the product has no such page."""
    try:
        return reverse(namn, args=args)
    except NoReverseMatch:
        return ""


def rapporterade_perioder() -> list[Period]:
    """The half-years of the quarters that somebody has reported, or the tertials; 2 queries."""
    koder = Kvartalsrapport.objects.lamnade().order_by().values_list("period", flat=True).distinct()
    delar = [las_period(kod) for kod in koder]
    if rytm() == "T":
        return delar
    return list({Period(del_.ar, "H", (del_.sista_manad + 5) // 6) for del_ in delar})
