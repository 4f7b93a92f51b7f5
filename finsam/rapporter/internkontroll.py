"""Uppföljning av internkontroll: what the board is told of the year's plan."""

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from finsam.internkontroll import systemkontroller
from finsam.periods import Period
from finsam.rapporter.disposition import Del, Grundmaterial, sammanstall
from finsam.rapporter.dokument import Block, Rapport
from finsam.rapporter.kapitel import internkontroll, kontrolltabeller
from finsam.rapporter.kontroller import kontrollera_internkontroll
from finsam.rapporter.material import Systemutfall
from finsam.rapporter.selectors import UnderlagSaknas, registerunderlag, textmaterial
from finsam.rapporter.undantagsavsnitt import med_undantag
from uppfoljning.calculations.internkontroll import Plan
from uppfoljning.selectors.internkontroll import planunderlag

SLAG = "internkontroll"
PERIODSLAG = frozenset({"", "H", "T", "K"})


@dataclass(frozen=True, kw_only=True)
class Kontrollmaterial(Grundmaterial):
    """What the follow-up is made from: the plan, and what the system finds in the period."""

    internkontroll: Plan
    system: tuple[Systemutfall, ...] = ()


def _lage(material: Kontrollmaterial) -> tuple[Block, ...]:
    return (kontrolltabeller.lagestabell(material.internkontroll, material.period),)


def _plan(material: Kontrollmaterial) -> tuple[Block, ...]:
    return (kontrolltabeller.plantabell(material.internkontroll),)


def _utfall(material: Kontrollmaterial) -> tuple[Block, ...]:
    return internkontroll.uppfoljningstabell(material.internkontroll, material.period)


def _avvikelser(material: Kontrollmaterial) -> tuple[Block, ...]:
    return (kontrolltabeller.avvikelsetabell(material.internkontroll, material.period),)


def _stickprov(material: Kontrollmaterial) -> tuple[Block, ...]:
    return (kontrolltabeller.stickprovstabell(material.internkontroll, material.period),)


def _system(material: Kontrollmaterial) -> tuple[Block, ...]:
    return (kontrolltabeller.systemtabell(material.system, material.period),)


DISPOSITION: tuple[Del[Kontrollmaterial], ...] = (
    Del(
        "sammanfattning",
        "Sammanfattning",
        1,
        "Vad kontrollen visar, vad som avviker, och vad styrelsen föreslås besluta.",
        block=_lage,
    ),
    Del("plan", "Internkontrollplan {ar}", 2, "Hur planen togs fram och beslutades.", block=_plan),
    Del("utfall", "Utfall per område", 2, "Det som utfallet säger om varje område.", block=_utfall),
    Del("avvikelser", "Avvikelser och åtgärder", 2, "Varför det avvek.", block=_avvikelser),
    Del("stickprov", "Stickprov", 2, "Vad som har granskats, och varför.", block=_stickprov),
    Del("systemkontroller", "Systemets egna kontroller", 2, "Vad fynden beror på.", block=_system),
    Del("fortsatt-arbete", "Fortsatt arbete", 2, "Vad som ändras i nästa plan."),
)


def build_internkontroll(period: Period, idag: date) -> Rapport:
    """The period's follow-up with its kontroller. Raises UnderlagSaknas without a plan."""
    if period.slag not in PERIODSLAG:
        raise UnderlagSaknas(
            f"Internkontrollen följs upp för ett år eller en del, som {period.ar}."
        )
    plan = planunderlag(period.ar, idag)
    if plan is None or not plan.moment:
        raise UnderlagSaknas(f"Det finns ingen internkontrollplan för {period.ar}.")
    return stall_upp(
        Kontrollmaterial(
            period=period,
            register=registerunderlag(period),
            texter=textmaterial(SLAG, period),
            internkontroll=plan,
            system=_systemutfall(period),
        )
    )


def _systemutfall(period: Period) -> tuple[Systemutfall, ...]:
    lista = reverse("uppfoljning:systemkontroll_list")
    return tuple(
        Systemutfall(
            id=kontroll.id,
            rubrik=kontroll.rubrik,
            regel=kontroll.regel,
            adress=f"{lista}?ar={period.ar}#{kontroll.id}",
            fynd=tuple(fynd.text for fynd in kontroll.fynd(period)),
        )
        for kontroll in systemkontroller().values()
    )


def stall_upp(material: Kontrollmaterial) -> Rapport:
    """The follow-up that the material makes; pure."""
    namngivna = {
        **kontrolltabeller.figurer(material.internkontroll, material.period),
        **material.texter.uppgifter,
    }
    rapport = Rapport(
        slag=SLAG,
        titel=f"Uppföljning av internkontroll {material.period.namn}",
        period=material.period,
        forbund=material.register.forbund,
        avsnitt=sammanstall(DISPOSITION, material, namngivna),
        figurer=namngivna,
    )
    rapport = replace(rapport, kontroller=kontrollera_internkontroll(rapport, material))
    return med_undantag(rapport)
