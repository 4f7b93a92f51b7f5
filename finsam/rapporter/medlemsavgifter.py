"""Medlemsavgifter: the paper on which the board lays down the year's fees (5 §)."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ekonomi.calculations.betalplan import PARTNAMN
from finsam.periods import Period
from finsam.rapporter.avgiftsmaterial import Avgiftsmaterial, avgiftsmaterial
from finsam.rapporter.disposition import Del, sammanstall
from finsam.rapporter.dokument import Block, Kalla, Rapport, Text, Varde
from finsam.rapporter.kapitel.avgifter import fordelningstabell, nns_tabell
from finsam.rapporter.kontroller import kontrollera_egna
from finsam.rapporter.kontroller.avgifter import avgiftskontroller
from finsam.rapporter.selectors import UnderlagSaknas
from finsam.rapporter.undantagsavsnitt import med_undantag
from finsam.typografi import dag_manad, versal

SLAG = "medlemsavgifter"


def _tabellen(material: Avgiftsmaterial) -> tuple[Block, ...]:
    return (fordelningstabell(material.aret, material.fjolaret),)


def _nns(material: Avgiftsmaterial) -> tuple[Block, ...]:
    tabell = nns_tabell(material.aret)
    return (tabell,) if tabell else ()


def _att_satser(material: Avgiftsmaterial) -> tuple[Block, ...]:
    """What the board is asked to decide; the amounts are those of the table."""
    ar = material.period.ar
    satser = [
        f"att fastställa medlemsavgifterna för {ar} till {{tilldelning|kr}} enligt tabellen"
        if material.aret.faststalld or material.foreslas
        else f"att ta del av de preliminära medlemsavgifterna för {ar}, {{tilldelning|kr}}",
        *_betalningssatser(material),
    ]
    if material.aret.nns is not None:
        satser.append("att avgiften till NNS är {nns_serviceavgift|kr}")
    inledning = "Förbundsstyrelsen föreslås besluta"
    punkter = "\n".join(f"- {sats}" for sats in satser)
    return (Text("att-satser", f"{inledning}\n\n{punkter}", _figurer(material)),)


def _betalningssatser(material: Avgiftsmaterial) -> list[str]:
    """When each part pays, as the association's instalments have it; parts alike together."""
    dagar: dict[str, list[date]] = defaultdict(list)
    for rat in sorted(material.rater, key=lambda rat: (rat.manad, rat.dag)):
        dagar[rat.part].append(rat.forfaller(material.period.ar))
    lika: dict[tuple[date, ...], list[str]] = defaultdict(list)
    for part, namn in PARTNAMN.items():
        if part in dagar:
            lika[tuple(dagar[part])].append(namn)
    return [
        f"att {' och '.join(parter)} betalar mot faktura senast "
        f"{' och '.join(dag_manad(dag) for dag in tider)}"
        for tider, parter in lika.items()
    ]


DISPOSITION: tuple[Del[Avgiftsmaterial], ...] = (
    Del("arendet", "Ärendet", 1, "Varför avgifterna behandlas nu, och vad som har ändrats."),
    Del("beslut", "Förslag till beslut", 2, "Vad styrelsen mer ska besluta.", block=_att_satser),
    Del(
        "avgifter",
        "Medlemsavgifter",
        2,
        "Hur tilldelningen har bestämts, och vad medlemmarna har sagt.",
        block=_tabellen,
    ),
    Del("nns", "Avgift till NNS", 2, "Vad avgiften till NNS avser.", block=_nns),
)


def build_medlemsavgifter(period: Period, idag: date) -> Rapport:
    """The year's paper with its kontroller. Raises UnderlagSaknas where fees cannot be shared."""
    if period.slag:
        raise UnderlagSaknas(f"Medlemsavgifter avser ett helt år, till exempel {period.ar}.")
    return stall_upp(avgiftsmaterial(SLAG, period))


def stall_upp(material: Avgiftsmaterial) -> Rapport:
    """The document that the material makes; pure."""
    slutliga = material.aret.faststalld or material.foreslas
    ord_ = "fastställande av" if slutliga else "preliminära"
    namngivna = {**_figurer(material), **material.texter.uppgifter}
    disposition = tuple(del_ for del_ in DISPOSITION if _behovs(del_, material))
    rapport = Rapport(
        slag=SLAG,
        titel=f"{versal(ord_)} medlemsavgifter {material.period.ar}",
        period=material.period,
        forbund=material.register.forbund,
        avsnitt=sammanstall(disposition, material, namngivna),
        figurer=namngivna,
    )
    egna = avgiftskontroller(rapport, material)
    return med_undantag(replace(rapport, kontroller=kontrollera_egna(rapport, material, egna)))


def _behovs(del_: Del[Avgiftsmaterial], material: Avgiftsmaterial) -> bool:
    """A section on the fee to NNS only where there is one."""
    return del_.id != "nns" or material.aret.nns is not None


def _figurer(material: Avgiftsmaterial) -> dict[str, Varde]:
    """The named figures that texts may be bound to, in kr."""
    avgifter, nns = material.aret.avgifter, material.aret.nns
    belopp: dict[str, Decimal | int] = {
        "tilldelning": avgifter.total,
        "avgift_staten": avgifter.stat,
        "avgift_regionen": avgifter.region,
        "avgift_kommunerna": avgifter.kommun,
        **({} if nns is None else {"nns_serviceavgift": nns}),
    }
    if material.fjolaret:
        belopp["tilldelning.fg"] = material.fjolaret.avgifter.total
    kalla = Kalla(f"{material.aret.adress}#avgifter", f"Tilldelning {material.period.ar}")
    return {namn: Varde(Decimal(kr), "kr", kalla) for namn, kr in belopp.items()}
