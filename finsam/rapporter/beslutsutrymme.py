"""Ekonomisk information: what the board may still decide, this year and the years ahead (F11)."""

from dataclasses import dataclass, replace
from datetime import date

from ekonomi.calculations.beslutsutrymme import Utrymmesunderlag
from ekonomi.selectors.beslutsutrymme import UtrymmeSaknas, lagesdag, utrymmesunderlag
from finsam.periods import Period
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.disposition import Del, Grundmaterial, sammanstall
from finsam.rapporter.dokument import Block, Rapport
from finsam.rapporter.kapitel import beslutsutrymme as kapitel
from finsam.rapporter.kontroller import kontrollera_egna
from finsam.rapporter.kontroller.beslutsutrymme import utrymmesregler
from finsam.rapporter.selectors import UnderlagSaknas, registerunderlag, textmaterial
from finsam.rapporter.undantagsavsnitt import med_undantag

SLAG = Rapportslag.BESLUTSUTRYMME


@dataclass(frozen=True, kw_only=True)
class Utrymmesmaterial(Grundmaterial):
    """What the document is made from, as it stood on the day of `underlag`."""

    underlag: Utrymmesunderlag


def _lage(material: Utrymmesmaterial) -> tuple[Block, ...]:
    return (kapitel.laget(material.underlag),)


def _tabell(material: Utrymmesmaterial) -> tuple[Block, ...]:
    return (kapitel.tabell(material.underlag),)


def _diagram(material: Utrymmesmaterial) -> tuple[Block, ...]:
    return (kapitel.diagram(material.underlag),)


DISPOSITION: tuple[Del[Utrymmesmaterial], ...] = (
    Del(
        "arendet",
        "Ärendet",
        1,
        "Varför styrelsen får informationen, och vilka ärenden på mötet som den rör.",
    ),
    Del("forslag-till-beslut", "Förslag till beslut", 2, "Vad styrelsen föreslås besluta."),
    Del(
        "aktuellt-beslutsutrymme",
        "Aktuellt beslutsutrymme",
        2,
        "Resultatet, det ackumulerade överskottet utan reservfond och prognosen, och vad de "
        "betyder för kommande år.",
        block=_lage,
    ),
    Del("beslutsutrymme-per-ar", "Beslutsutrymme per år", 2, block=_tabell, diagram=_diagram),
    Del("kommentar", "Kommentar", 2, "Vad ansökningarna skulle betyda, år för år."),
)


def build_beslutsutrymme(period: Period, idag: date, per: date | None = None) -> Rapport:
    """The year's document as it stood on `per`, or on the day that its year is seen from.

    Raises UnderlagSaknas in Swedish when there are no accounts to begin from, or no budget.
    """
    if period.slag:
        raise UnderlagSaknas(f"Beslutsutrymmet avser ett helt år, till exempel {period.ar}.")
    try:
        underlag = utrymmesunderlag(period.ar, per or lagesdag(period.ar, idag), idag)
    except UtrymmeSaknas as fel:
        raise UnderlagSaknas(str(fel)) from fel
    return stall_upp(
        Utrymmesmaterial(
            period=period,
            register=registerunderlag(period),
            texter=textmaterial(SLAG, period),
            underlag=underlag,
        )
    )


def stall_upp(material: Utrymmesmaterial) -> Rapport:
    """The document that the material makes; pure."""
    namngivna = {**kapitel.figurer(material.underlag), **material.texter.uppgifter}
    rapport = Rapport(
        slag=SLAG,
        titel=f"{SLAG.label} {material.period.namn}",
        period=material.period,
        forbund=material.register.forbund,
        avsnitt=sammanstall(DISPOSITION, material, namngivna),
        figurer=namngivna,
    )
    egna = utrymmesregler(rapport, material, material.underlag)
    rapport = replace(rapport, kontroller=kontrollera_egna(rapport, material, egna))
    return med_undantag(rapport)
