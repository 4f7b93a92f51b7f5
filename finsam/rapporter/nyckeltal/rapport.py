"""The key figures as a report object: the same on the page, on paper and in a workbook."""

from django.template.loader import render_to_string

from finsam.rapporter.dokument import Avsnitt, Rapport
from finsam.rapporter.nyckeltal.insatstabeller import (
    deltagartabell,
    etikett,
    foljda,
    fordelningstabell,
    kostnadstabell,
)
from finsam.rapporter.nyckeltal.manader import allas_manader, insatsens_manader
from finsam.rapporter.nyckeltal.manadstabell import Manadstabell
from finsam.rapporter.nyckeltal.material import Insatsmaterial, Nyckeltalsmaterial
from finsam.rapporter.render.vy import avsnittsvyer
from uppfoljning.calculations.deltagare import deltagarsummor
from uppfoljning.calculations.underlag import Antal

SLAG = "nyckeltal"


def nyckeltalsrapport(material: Nyckeltalsmaterial) -> Rapport:
    """All key figures of the period: in all, by insats, and month by month."""
    summor = deltagarsummor(material.underlag)
    raknade = foljda(material)
    alla = Manadstabell(
        material,
        material.insatser,
        allas_manader(material.underlag.rapporter),
        tuple(summor.values()),
    )
    fordelning = fordelningstabell(material)
    avsnitt = [
        Avsnitt("alla", "Månad för månad", block=(
            alla.tabell("nyckeltal-manader", "Alla insatser månad för månad"),)),
        Avsnitt("insatser", "Insatserna", block=(deltagartabell(material, summor),)),
        Avsnitt("kostnad", "Kostnad per deltagare", block=(kostnadstabell(material, summor),)),
    ]  # fmt: skip
    if fordelning:
        avsnitt.append(Avsnitt("fordelning", "Fördelning av medel", block=(fordelning,)))
    if raknade:
        avsnitt.append(Avsnitt("per-insats", "Varje insats månad för månad"))
        avsnitt += [_insats(ett, material, summor.get(ett.fakta.nr, {})) for ett in raknade]
    return Rapport(
        slag=SLAG,
        titel=f"Nyckeltal {material.period.namn}",
        period=material.period,
        forbund=material.forbund,
        avsnitt=tuple(avsnitt),
    )


def _insats(ett: Insatsmaterial, material: Nyckeltalsmaterial, antal: Antal) -> Avsnitt:
    nr = ett.fakta.nr
    rapporter = [rad for rad in material.underlag.rapporter if rad.insats == nr]
    tabell = Manadstabell(
        material,
        (ett,),
        insatsens_manader(rapporter),
        (antal,),
        (nr,),
    )
    return Avsnitt(
        f"insats-{nr}", etikett(ett), 2, (tabell.tabell(f"nyckeltal-insats-{nr}", etikett(ett)),)
    )


def utskrift(rapport: Rapport) -> str:
    """The key figures for print: no cover, the tables one after another on wide pages."""
    sammanhang = {"rapport": rapport, "avsnitten": avsnittsvyer(rapport)}
    return render_to_string("rapporter/nyckeltal_utskrift.html", sammanhang)
