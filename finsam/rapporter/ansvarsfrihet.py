"""Ansvarsfrihet: what each member has decided on a year, and who remains (26 §)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from finsam.periods import Period
from finsam.rapporter.disposition import Del, Grundmaterial, sammanstall
from finsam.rapporter.dokument import (
    Block,
    Kalla,
    Kontrollutfall,
    Lage,
    Rad,
    Rapport,
    Tabell,
    Text,
    Varde,
)
from finsam.rapporter.kontroller import kontrollera_egna
from finsam.rapporter.selectors import UnderlagSaknas, registerunderlag, textmaterial
from finsam.rapporter.undantagsavsnitt import med_undantag
from finsam.typografi import datum
from styrelse.calculations.ansvarsfrihet import Arsprovning, Provning
from styrelse.choices import Ansvarsfrihetsutfall
from styrelse.selectors.ansvarsfrihet import provning

SLAG = "ansvarsfrihet"
FARGER = {
    Ansvarsfrihetsutfall.BEVILJAD: "bra",
    Ansvarsfrihetsutfall.BEVILJAD_MED_ANMARKNING: "halvbra",
    Ansvarsfrihetsutfall.VAGRAD: "dalig",
}
BEVILJANDE = (Ansvarsfrihetsutfall.BEVILJAD, Ansvarsfrihetsutfall.BEVILJAD_MED_ANMARKNING)
LAGET = (
    "Av {medlemmar|antal} medlemmar har {beviljat|antal} beviljat styrelsen ansvarsfrihet, "
    "{vagrat|antal} har vägrat och {aterstar|antal} har inte beslutat än."
)


@dataclass(frozen=True, kw_only=True)
class Ansvarsmaterial(Grundmaterial):
    """What the document is made from."""

    provning: Arsprovning
    adress: str


def _laget(material: Ansvarsmaterial) -> tuple[Block, ...]:
    return (Text("laget", LAGET, figurer(material)),)


def _besluten(material: Ansvarsmaterial) -> tuple[Block, ...]:
    kalla = Kalla(material.adress, f"Ansvarsfrihet {material.period.ar}")
    return (
        Tabell(
            id="ansvarsfrihet",
            titel=f"Medlemmarnas beslut om ansvarsfrihet för {material.period.i_text}",
            enhet="text",
            kolumner=("Utfall", "Beslutad", "Anmärkning"),
            rader=tuple(_rad(rad, kalla) for rad in material.provning.rader),
            etikettrubrik="Medlem",
        ),
    )


def _rad(rad: Provning, kalla: Kalla) -> Rad:
    id_ = f"ansvarsfrihet-{rad.medlem.medlem}"
    if rad.beslut is None:
        return Rad(rad.medlem.namn, (Lage("Återstår", "", kalla), None, None), id=id_)
    lage = Lage(rad.beslut.ord_, FARGER[Ansvarsfrihetsutfall(rad.beslut.utfall)], kalla)
    celler = (lage, datum(rad.beslut.beslutad), rad.beslut.anmarkning or None)
    return Rad(rad.medlem.namn, celler, id=id_)


def figurer(material: Ansvarsmaterial) -> dict[str, Varde]:
    """The named figures that texts may be bound to: counts of members."""
    kalla = Kalla(material.adress, f"Ansvarsfrihet {material.period.ar}")
    antal = {
        "medlemmar": len(material.provning.rader),
        "beviljat": material.provning.antal(*BEVILJANDE),
        "vagrat": material.provning.antal(Ansvarsfrihetsutfall.VAGRAD),
        "aterstar": len(material.provning.aterstar),
    }
    return {namn: Varde(tal, "antal", kalla) for namn, tal in antal.items()}


DISPOSITION: tuple[Del[Ansvarsmaterial], ...] = (
    Del("arendet", "Ansvarsfrihet {ar}", 1, "Vad medlemmarna har prövat, och vad som återstår."),
    Del("laget", "Sammanfattning", 2, "", block=_laget),
    Del("beslut", "Medlemmarnas beslut", 2, "Vad en anmärkning gäller.", block=_besluten),
)


def build_ansvarsfrihet(period: Period, idag: date) -> Rapport:
    """The year's decisions. Raises UnderlagSaknas before any member has decided."""
    if period.slag:
        raise UnderlagSaknas(f"Ansvarsfrihet prövas för ett helt år, till exempel {period.ar}.")
    arets = provning(period.ar)
    if len(arets.aterstar) == len(arets.rader):
        raise UnderlagSaknas(f"Ingen medlem har beslutat om ansvarsfrihet för {period.ar}.")
    return stall_upp(
        Ansvarsmaterial(
            period=period,
            register=registerunderlag(period),
            texter=textmaterial(SLAG, period),
            provning=arets,
            adress=reverse("styrelse:ansvarsfrihet_ar", args=[period.ar]),
        )
    )


def stall_upp(material: Ansvarsmaterial) -> Rapport:
    """The document that the material makes; pure."""
    namngivna = {**figurer(material), **material.texter.uppgifter}
    rapport = Rapport(
        slag=SLAG,
        titel=f"Ansvarsfrihet {material.period.ar}",
        period=material.period,
        forbund=material.register.forbund,
        avsnitt=sammanstall(DISPOSITION, material, namngivna),
        figurer=namngivna,
    )
    egna = kontrollera_egna(rapport, material, _alla_har_beslutat(material))
    return med_undantag(replace(rapport, kontroller=egna))


def _alla_har_beslutat(material: Ansvarsmaterial) -> Iterator[Kontrollutfall]:
    """Something to know, not a fault: a member decides when it does."""
    aterstar, alla = material.provning.aterstar, len(material.provning.rader)
    namn = ", ".join(medlem.namn for medlem in aterstar)
    yield Kontrollutfall(
        "ansvarsfrihet:alla",
        "Alla medlemmar har beslutat",
        True,
        alla - len(aterstar),
        alla,
        f"Ansvarsfrihet {material.period.ar}",
        f"Återstår: {namn}." if aterstar else "",
    )
