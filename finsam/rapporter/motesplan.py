"""Mötesplan: the year's days of committee and board, as the board decides on them."""

from dataclasses import dataclass, replace
from datetime import date

from finsam import typografi
from finsam.periods import Period
from finsam.rapporter.disposition import Del, Grundmaterial, sammanstall
from finsam.rapporter.dokument import Block, Rad, Rapport, Tabell, Text
from finsam.rapporter.kontroller import kontrollera_egna
from finsam.rapporter.kontroller.motesplan import motesplanskontroller
from finsam.rapporter.selectors import UnderlagSaknas, registerunderlag, textmaterial
from finsam.rapporter.undantagsavsnitt import med_undantag
from styrelse.calculations.arsmall import fyll_i
from styrelse.calculations.motesplan import Placering, Planmote, placera, vanlig_start
from styrelse.choices import ORGANNAMN, Organ
from styrelse.selectors.moten import arliga, planmoten

SLAG = "motesplan"
ORGAN = (Organ.AU, Organ.FS)
AVVIKANDE = "*"


@dataclass(frozen=True, kw_only=True)
class Motesmaterial(Grundmaterial):
    """The year's meetings, and the meeting that takes up each yearly matter."""

    moten: tuple[Planmote, ...]
    placeringar: tuple[Placering, ...] = ()


def _att_satser(material: Motesmaterial) -> tuple[Block, ...]:
    sats = f"- att godkänna mötesplanen för {material.period.ar}"
    return (Text("att-satser", f"Förbundsstyrelsen föreslås besluta\n\n{sats}"),)


def motestider(moten: tuple[Planmote, ...], ar: int) -> Tabell:
    """The table of days: weekday worked out from the day, a star at a start unlike the usual."""
    vanlig = vanlig_start([m.start for m in moten])
    avviker = any(m.start != vanlig for m in moten)
    return Tabell(
        id=f"motestider-{ar}",
        titel=f"Mötestider {ar}",
        enhet="text",
        kolumner=(*(str(organ.label) for organ in ORGAN), "Datum", "Tid"),
        rader=tuple(_rad(m, m.start != vanlig) for m in moten),
        etikettrubrik="Möte",
        anmarkningar=(f"OBS! Starttid {AVVIKANDE}",) if avviker else (),
        etikett_upprepas=True,
    )


def _rad(mote: Planmote, avviker: bool) -> Rad:
    namn = f"{Organ(mote.organ).kort} möte"
    tid = _tid(mote)
    celler = (
        *(namn if mote.organ == organ else None for organ in ORGAN),
        typografi.veckodag_i_ord(mote.datum),
        f"{AVVIKANDE} {tid}" if avviker else tid,
    )
    return Rad(namn, celler)


def _tid(mote: Planmote) -> str:
    """The hours with air around the dash, as meeting plans print them: "kl. 09.30 – 12.30"."""
    tider = [typografi.klockslag(tid) for tid in (mote.start, mote.slut) if tid]
    return f"kl. {' – '.join(tider)}"


def _motestider(material: Motesmaterial) -> tuple[Block, ...]:
    return (motestider(material.moten, material.period.ar),)


def _arliga(material: Motesmaterial) -> tuple[Block, ...]:
    rader = tuple(
        Rad(
            fyll_i(p.arende.rubrik, material.period.ar),
            (
                _dag(p.beredning),
                _dag(p.mote),
                typografi.datum(p.arende.senast(material.period.ar)),
            ),
        )
        for p in material.placeringar
    )
    kolumner = ("Arbetsutskottet", "Beslutas", "Senast")
    return (Tabell("arliga-arenden", "Ärenden", "text", kolumner, rader, "Ärende"),)


def _dag(mote: Planmote | None) -> str | None:
    return typografi.datum(mote.datum) if mote else None


DISPOSITION: tuple[Del[Motesmaterial], ...] = (
    Del("arendet", "Ärendet", 1, "Hur dagarna har valts, och vad styrelsen behöver veta."),
    Del("beslut", "Förslag till beslut", 2, "Vad styrelsen mer ska besluta.", block=_att_satser),
    Del("motestider", "Mötestider {ar}", 2, block=_motestider),
    Del("arliga", "Återkommande ärenden", 2, "Vad som är särskilt för året.", block=_arliga),
)


def build_motesplan(period: Period, idag: date) -> Rapport:
    """The year's plan with its kontroller. Raises UnderlagSaknas for a year without meetings."""
    if period.slag:
        raise UnderlagSaknas(f"Mötesplanen avser ett helt år, till exempel {period.ar}.")
    moten = planmoten(period.ar)
    av_planen = tuple(m for m in moten if m.organ in ORGAN)
    if not av_planen:
        raise UnderlagSaknas(f"Inga möten är planerade för {period.ar}.")
    return stall_upp(
        Motesmaterial(
            period=period,
            register=registerunderlag(period),
            texter=textmaterial(SLAG, period),
            moten=av_planen,
            placeringar=placera(moten, arliga(), period.ar, ORGANNAMN),
        )
    )


def stall_upp(material: Motesmaterial) -> Rapport:
    """The document that the material makes; pure."""
    rapport = Rapport(
        slag=SLAG,
        titel=f"Mötesplan {material.period.ar}",
        period=material.period,
        forbund=material.register.forbund,
        avsnitt=sammanstall(DISPOSITION, material, dict(material.texter.uppgifter)),
        figurer=dict(material.texter.uppgifter),
    )
    egna = motesplanskontroller(material.placeringar, material.moten)
    return med_undantag(replace(rapport, kontroller=kontrollera_egna(rapport, material, egna)))
