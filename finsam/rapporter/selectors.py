"""The only reads of registers and texts for documents: a fixed number of queries."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone

from ekonomi.calculations.avgifter import Avgifter, AvgiftFel
from ekonomi.models import Rakenskapsar
from ekonomi.selectors.avgifter import arsavgifter, avgiftsperioder
from ekonomi.selectors.beslutsutrymme import rapportar
from ekonomi.selectors.budgetuppfoljning import bokforda_manader
from ekonomi.selectors.finansiella_mal import malunderlagen
from ekonomi.selectors.uppstallning import UppstallningSaknas, berakning
from ekonomi.uppstallning import UppstallningFel
from ekonomi.uppstallning.malmatt import malrader
from finsam.models import Forbund, Medlem
from finsam.money import kronor
from finsam.periods import ACKUMULERAD, Period, las_period
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.disposition import Material
from finsam.rapporter.dokument import Kalla, Varde
from finsam.rapporter.ekonomitabeller import Ekonomitabeller
from finsam.rapporter.kapitel.styrelse import underskriftsdag
from finsam.rapporter.material import (
    Medlemsunderlag,
    Registerinsats,
    Registerunderlag,
    Revisorunderlag,
    Textmaterial,
    Textunderlag,
    Uppdragsunderlag,
)
from finsam.rapporter.models import FaststalldRapport, Textblock, Undantag, Uppgift
from finsam.rapporter.uppfoljning.selectors import arsmaterial, rapporterade_perioder
from insatser.models import Insats, Insatsbudget
from styrelse.choices import Organ
from styrelse.models import Revisor, Uppdrag
from styrelse.selectors.ansvarsfrihet import provade_perioder
from styrelse.selectors.moten import motesar
from uppfoljning.selectors.internkontroll import planerade_perioder, planunderlag

# The parts of a year that a document of the kind tells of: half-years, tertials.
PERIODSLAG = {Rapportslag.DELARSRAPPORT: "H", Rapportslag.TERTIALRAPPORT: "T"}


class UnderlagSaknas(LookupError):
    """The document cannot be made; the message says in Swedish what is missing."""


def registerunderlag(period: Period) -> Registerunderlag:
    """Members, offices, auditors and insatser of at least one day in the period; 7 queries.

    Offices that begin later are there too: who signs may have been elected after the year.
    """
    forbund = Forbund.objects.first() or Forbund(namn="Samordningsförbundet")
    return Registerunderlag(
        forbund=forbund.namn,
        orgnr=forbund.orgnr,
        sate=forbund.sate,
        medlemmar={
            m.pk: Medlemsunderlag(m.pk, m.namn, m.kortnamn, m.typ)
            for m in Medlem.objects.under(period.start, period.slut)
        },
        uppdrag=_uppdrag(period),
        revisorer=tuple(
            Revisorunderlag(r.namn, r.byra, r.get_utsedd_av_display())
            for r in Revisor.objects.under(period.start, period.slut)
        ),
        insatser=_insatser(period),
    )


def _uppdrag(period: Period) -> tuple[Uppdragsunderlag, ...]:
    ars = period.for_ar(1)
    return tuple(
        Uppdragsunderlag(u.person.namn, u.parti, u.medlem_id, u.roll, u.fran, u.tom)
        for u in Uppdrag.objects.i_styrelsen()
        .under(period.start, ars.slut)
        .select_related("person")
    )


def _insatser(period: Period) -> tuple[Registerinsats, ...]:
    insatser = Insats.objects.under(period.start, period.slut).prefetch_related("parter")
    budget = Insatsbudget.objects.filter(verksamhetsar=period.ar)
    beviljat = dict(budget.values_list("insats_id", "belopp"))
    return tuple(
        Registerinsats(
            nr=i.nr,
            namn=i.namn,
            kortnamn=i.kortnamn,
            typ=i.insatstyp,
            typnamn=i.get_insatstyp_display(),
            agare=i.insatsagare_id,
            parter=tuple(p.pk for p in i.parter.all()),
            start=i.start,
            slut=i.slut,
            syfte=i.syfte,
            maluppfyllelse=i.get_maluppfyllelse_display(),
            adress=i.get_absolute_url(),
            projektkod=i.projektkod or "",
            budget=kronor(beviljat[i.pk]) if i.pk in beviljat else None,
        )
        for i in insatser
    )


def textmaterial(slag: str, period: Period) -> Textmaterial:
    """The document's texts, the period's entered figures and the rules let pass; 3 queries."""
    texter = Textblock.objects.filter(slag=slag, period=period.kod).select_related("andrad_av")
    undantag = Undantag.objects.filter(slag=slag, period=period.kod).select_related("beviljat_av")
    return Textmaterial(
        texter={
            t.avsnitt: Textunderlag(t.innehall, t.version, t.andrad_at, str(t.andrad_av or ""))
            for t in texter
        },
        uppgifter={
            u.namn: _varde(u, reverse("rapporter:uppgift_list", args=[slag, period.kod]))
            for u in Uppgift.objects.filter(period=period.kod)
        },
        undantag={u.kontroll: f"{u.skal} ({u.beviljat_av})" for u in undantag},
    )


def _varde(uppgift: Uppgift, lista: str) -> Varde:
    """The entered figure in base unit, shown with the decimals it was entered with."""
    skrivet = uppgift.varde.normalize()
    exponent = skrivet.as_tuple().exponent
    decimaler = max(-exponent, 0) if isinstance(exponent, int) else 0
    faktor = {"procent": Decimal("0.01"), "tkr": Decimal(1000)}.get(uppgift.enhet, Decimal(1))
    return Varde(
        tal=uppgift.varde * faktor,
        enhet=uppgift.enhet,
        kalla=Kalla(f"{lista}#{uppgift.namn}", f"{uppgift.beskrivning}. Källa: {uppgift.kalla}"),
        decimaler=decimaler,
    )


def material_for(slag: str, period: Period, idag: date) -> Material:
    """All that a document of the kind is made from. Raises UnderlagSaknas in Swedish."""
    if not Rakenskapsar.objects.filter(verksamhetsar=period.ar).exists():
        raise UnderlagSaknas(
            f"Bokföringen för {period.ar} är inte inläst. Läs in årets SIE-fil först."
        )
    try:
        ekonomi = berakning(ekonomiperiod(period))
    except (UppstallningSaknas, UppstallningFel) as fel:
        raise UnderlagSaknas(str(fel)) from fel
    avgifter, avgiftsfel = _avgifter(period)
    return Material(
        period=period,
        register=registerunderlag(period),
        uppfoljning=arsmaterial(period),
        internkontroll=planunderlag(period.ar, idag),
        ekonomi=Ekonomitabeller(ekonomi, underlagsrot(slag, period)),
        texter=textmaterial(slag, period),
        underskriftsdag=underskriftsdag(period, idag),
        avgifter=avgifter,
        avgiftsfel=avgiftsfel,
        avgiftsadress=reverse("ekonomi:tilldelning_list"),
        dag=idag,
        faststalld=senaste_faststallda(slag, period) is not None,
        finansiella_mal=malrader(ekonomi, malunderlagen(period.ar)),
        maladress=f"{reverse('ekonomi:finansielltmal_list')}?ar={period.ar}&per={period.kod}",
    )


def _avgifter(period: Period) -> tuple[tuple[Avgifter | None, Avgifter | None], str]:
    """This year's and last year's fees; none, and why, when the year's cannot be shared."""
    try:
        return (arsavgifter(period.ar), arsavgifter(period.ar - 1)), ""
    except AvgiftFel as fel:
        return (None, None), str(fel)


def underlagsrot(slag: str, period: Period) -> str:
    """The address under which the pages behind a document's figures stand."""
    return reverse("rapporter:rapport_detail", args=[slag, period.kod]) + "underlag/"


@dataclass(frozen=True)
class Listrad:
    """A document that can be made or has been decided."""

    slag: str
    namn: str
    period: str
    faststalld: FaststalldRapport | None


def rapportlista() -> list[Listrad]:
    """A row per document that can be made or has been decided, newest period first; 4 queries."""
    senaste: dict[tuple[str, str], FaststalldRapport] = {}
    for version in FaststalldRapport.objects.defer("innehall", "pdf").order_by("version"):
        senaste[version.slag, version.period] = version
    funna = {(slag, period.kod) for slag in PERIODER for period in PERIODER[slag]()}
    rader = [
        Listrad(slag.value, slag.label, period, senaste.get((slag, period)))
        for slag in Rapportslag
        for period in {kod for ett, kod in {*funna, *senaste} if ett == slag}
    ]
    return sorted(rader, key=lambda rad: las_period(rad.period).slut, reverse=True)


def perioder(slag: str) -> list[Period]:
    """The periods that the document can be made for, newest first."""
    hitta = PERIODER.get(slag, list)
    return sorted(hitta(), key=lambda period: (period.slut, period.start), reverse=True)


def ekonomiperiod(period: Period) -> Period:
    """The period of a document's accounts: its own, or the year so far when it begins later."""
    if period.forsta_manad == 1:
        return period
    return Period(period.ar, ACKUMULERAD, period.sista_manad)


def del_av_aret(period: Period) -> str:
    """Which part of its year a period is: "H1", "T2", "" for the whole."""
    return period.kod.partition("-")[2]


def _bokforda_ar() -> list[Period]:
    """The years with a ledger."""
    return [Period(ar) for ar in Rakenskapsar.objects.values_list("verksamhetsar", flat=True)]


def rapportperioder(slag: Rapportslag, aren: Iterable[int]) -> list[Period]:
    """The parts of those years that the association reports in a document of the kind; 1 query."""
    forbund = Forbund.objects.first()
    del_ = PERIODSLAG[slag]
    koder = [kod for kod in forbund.rapportperioder if kod.startswith(del_)] if forbund else []
    return [las_period(f"{ar}-{kod}") for ar in aren for kod in koder]


def _bokforda_delar(slag: Rapportslag) -> list[Period]:
    """The same of the years with a ledger; 2 queries."""
    return rapportperioder(slag, [ar.ar for ar in _bokforda_ar()])


def _bokforda_hittills() -> list[Period]:
    """The year so far at the last booked month of each year; others are asked for by code."""
    return [Period(ar, ACKUMULERAD, manad) for ar, manad in bokforda_manader().items() if manad]


def _motesplanperioder() -> list[Period]:
    return [Period(ar) for ar in motesar((Organ.AU, Organ.FS))]


def _utrymmesperioder() -> list[Period]:
    return [Period(ar) for ar in rapportar(timezone.localdate())]


# A new kind of document says here for which periods there is something to make it from.
PERIODER: dict[str, Callable[[], list[Period]]] = {
    Rapportslag.ARSREDOVISNING: _bokforda_ar,
    Rapportslag.DELARSRAPPORT: lambda: _bokforda_delar(Rapportslag.DELARSRAPPORT),
    Rapportslag.TERTIALRAPPORT: lambda: _bokforda_delar(Rapportslag.TERTIALRAPPORT),
    Rapportslag.BUDGETUPPFOLJNING: _bokforda_hittills,
    Rapportslag.UPPFOLJNINGS_PM: rapporterade_perioder,
    Rapportslag.MEDLEMSAVGIFTER: avgiftsperioder,
    Rapportslag.BESLUTSUTRYMME: _utrymmesperioder,
    Rapportslag.INTERNKONTROLL: planerade_perioder,
    Rapportslag.ANSVARSFRIHET: provade_perioder,
    Rapportslag.MOTESPLAN: _motesplanperioder,
}


def senaste_faststallda(slag: str, period: Period) -> FaststalldRapport | None:
    """The version that the board decided last, without its contents."""
    versioner = FaststalldRapport.objects.filter(slag=slag, period=period.kod)
    return versioner.defer("innehall", "pdf").order_by("-version").first()
