"""Uppföljnings-PM: what the quarterly reports of a period say together (doman: the memo)."""

from dataclasses import replace
from datetime import date

from finsam.periods import MANADER_PER_DEL, Period
from finsam.rapporter.disposition import Del, Grundmaterial, sammanstall
from finsam.rapporter.dokument import Avsnitt, Block, Rapport, Tabell
from finsam.rapporter.kapitel import insatser
from finsam.rapporter.kapitel.uppfoljning import (
    avslut,
    deltagare,
    fordelningar,
    forteckning,
    jamforelse,
    kolumner,
    lage,
    pengar,
)
from finsam.rapporter.kontroller import kontrollera_uppfoljning
from finsam.rapporter.selectors import UnderlagSaknas, registerunderlag, textmaterial
from finsam.rapporter.undantagsavsnitt import med_undantag
from finsam.rapporter.uppfoljning.figurer import figurer
from finsam.rapporter.uppfoljning.selectors import uppfoljningsmaterial
from finsam.rytm import rytm

SLAG = "uppfoljnings-pm"
RYTMNAMN = {"K": "kvartal", "T": "tertial"}


def _numrerad(nr: int, tabell: Tabell) -> Tabell:
    """The table with its number in the memo: texts refer to it by that."""
    return replace(tabell, id=f"tabell-{nr}-{tabell.id}", titel=f"Tabell {nr}. {tabell.titel}")


def _forteckning(material: Grundmaterial) -> tuple[Block, ...]:
    return (_numrerad(1, forteckning.forteckning(material.uppfoljning, material.period)),)


def _fragor(material: Grundmaterial, tabell: kolumner.Fragetabell) -> Tabell:
    return lage.fragetabell(tabell, material.uppfoljning, material.period)


def _mal(material: Grundmaterial) -> tuple[Block, ...]:
    return (_numrerad(2, _fragor(material, kolumner.MAL)),)


def _forutsattningar(material: Grundmaterial) -> tuple[Block, ...]:
    return (_numrerad(3, _fragor(material, kolumner.FORUTSATTNINGAR)),)


def _budget(material: Grundmaterial) -> tuple[Block, ...]:
    return (_numrerad(4, pengar.budgettabell(material.uppfoljning, material.period)),)


def _kvalitet(material: Grundmaterial) -> tuple[Block, ...]:
    return (
        _numrerad(5, _fragor(material, kolumner.KVALITET)),
        _fragor(material, kolumner.IMPLEMENTERING),
    )


def _deltagare(material: Grundmaterial) -> tuple[Block, ...]:
    tal = material.deltagare
    tabeller = (deltagare.utfallstabell(tal), deltagare.arbetstabell(tal)) if tal else ()
    return tuple(_numrerad(6, tabell) for tabell in tabeller)


def _anonyma(material: Grundmaterial) -> tuple[Block, ...]:
    slag = ("antal", "anonyma")
    tal = deltagare.deltagartal(material.uppfoljning, material.period, slag)
    return (_numrerad(7, deltagare.anonymtabell(tal)),)


def _avslut(material: Grundmaterial) -> tuple[Block, ...]:
    tal = material.deltagare
    return (_numrerad(8, avslut.avslutsorsaker(tal)),) if tal else ()


def _malgrupp(material: Grundmaterial) -> tuple[Block, ...]:
    return fordelningar.fordelningsdiagram(material.deltagare) if material.deltagare else ()


def _snittid(material: Grundmaterial) -> tuple[Block, ...]:
    return fordelningar.snittidsdiagram(material.deltagare) if material.deltagare else ()


def _jamforelse(material: Grundmaterial) -> tuple[Block, ...]:
    return (jamforelse.jamforelsetabell(material.uppfoljning, material.summa),)


def _avslutade(material: Grundmaterial) -> tuple[Avsnitt, ...]:
    return insatser.avslutade(material.register, material.period, material.uppfoljning, niva=2)


DISPOSITION: tuple[Del[Grundmaterial], ...] = (
    Del(
        "sammanfattning",
        "Sammanfattning",
        1,
        "Perioden i korthet: hur många insatser, vilka som har startat och avslutats, och läget.",
        block=_jamforelse,
    ),
    Del("bakgrund", "Bakgrund", 1, "Varifrån uppgifterna kommer, och hur de har hämtats in."),
    Del("insatser", "Insatser", 1, "Vad listan omfattar.", block=_forteckning),
    Del(
        "nulage-mal",
        "Nuläge och prognos för insatsernas mål",
        1,
        "Vilka insatser som inte ligger i fas, och vad styrgrupperna gör åt det.",
        block=_mal,
    ),
    Del(
        "forutsattningar",
        "Förutsättningar för utfall",
        1,
        "Starter, vakanser och avvikelser från budget, och vad de beror på.",
        block=_forutsattningar,
    ),
    Del(
        "utfall-budget",
        "Utfall och budget",
        1,
        "Vilka insatser som ligger över eller under sin budget, och varför.",
        block=_budget,
    ),
    Del(
        "kvalitetssakring",
        "Kvalitetssäkring av insatsen",
        1,
        "Styrgruppernas arbete, uppföljning, kontroll av metod och målgrupp, jämställdhet.",
        block=_kvalitet,
    ),
    Del(
        "statistik",
        "Statistik och kostnader",
        1,
        "Hur insatser och medel fördelar sig mot styrelsens prioritering.",
    ),
    Del(
        "deltagare",
        "Utfall för deltagare",
        2,
        "Hur många som har avslutats, vart de har gått, och hur det svarar mot målen.",
        block=_deltagare,
    ),
    Del("anonyma", "Anonyma individer", 2, "Vad anonym registrering innebär.", block=_anonyma),
    Del(
        "avslutningsanledningar",
        "Avslutningsanledningar",
        2,
        "Vad tabellen visar, och om det skiljer mellan kvinnor och män.",
        block=_avslut,
    ),
    Del("malgrupp", "Målgrupp", 2, "Vilka deltagarna är.", block=_malgrupp),
    Del("snittid", "Tid i insatserna", 2, "Vad som förklarar skillnaderna.", block=_snittid),
    Del(
        "avslutade-insatser",
        "Avslutade insatser",
        1,
        "En inledning, om den behövs: varje avslutad insats får en egen ruta.",
        under=_avslutade,
    ),
    Del(
        "reflektioner",
        "Sammanfattning och reflektioner",
        1,
        "Vad perioden visar, och vad kansliet tar med sig.",
    ),
)


def build_uppfoljnings_pm(period: Period, idag: date) -> Rapport:
    """The period's memo with its kontroller. Raises UnderlagSaknas where no report is handed in."""
    krav_hela_delar(period)
    material = Grundmaterial(
        period=period,
        register=registerunderlag(period),
        texter=textmaterial(SLAG, period),
        uppfoljning=uppfoljningsmaterial(period),
    )
    underlag = material.uppfoljning.underlag
    if underlag is None or not underlag.rapporter:
        raise UnderlagSaknas(f"Ingen kvartalsrapport är inlämnad för {period.namn}.")
    return stall_upp(material)


def krav_hela_delar(period: Period) -> None:
    """Raises UnderlagSaknas for a period that the insatser's reports do not divide evenly."""
    slag = rytm()
    # What the year has accumulated is never one of its releases, of which small counts are hidden.
    if period.ackumulerad or period.manader % MANADER_PER_DEL[slag]:
        raise UnderlagSaknas(
            f"Insatserna rapporterar per {RYTMNAMN[slag]}; {period.namn} kan inte sammanställas."
        )


def stall_upp(material: Grundmaterial) -> Rapport:
    """The memo that the material makes; pure."""
    namngivna = {
        **insatser.antal(material.register, material.period),
        **figurer(material.uppfoljning, material.period, material.summa),
        **material.texter.uppgifter,
    }
    rapport = Rapport(
        slag=SLAG,
        titel=f"Uppföljning av insatser {material.period.namn}",
        period=material.period,
        forbund=material.register.forbund,
        avsnitt=sammanstall(DISPOSITION, material, namngivna),
        figurer=namngivna,
    )
    rapport = replace(rapport, kontroller=kontrollera_uppfoljning(rapport, material))
    return med_undantag(rapport)
