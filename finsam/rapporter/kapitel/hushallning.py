"""God ekonomisk hushållning: the financial goals as they stand, and the operational ones beside.

KL 11:1 and 11:6, LKBR 11 kap. Nothing is said where the year has no financial goals.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ekonomi.calculations.finansiella_mal import sammantaget
from ekonomi.uppstallning.malmatt import Malrad
from finsam.periods import Period
from finsam.rapporter.disposition import Material
from finsam.rapporter.dokument import Block, Cell, Kalla, Lage, Rad, Tabell, Varde
from finsam.rapporter.kapitel.uppfoljning.verksamhet import FARGER, maltabell

FINANSIELLA, VERKSAMHETENS = "finansiella-mal", "verksamhetsmal-bedomning"
# The column of maltabell that says how a goal stands.
LAGE = 2


def hushallning(material: Material) -> tuple[Block, ...]:
    """The two tables with the judgement in words; none where there are no financial goals."""
    if not material.finansiella_mal:
        return ()
    return tuple(_tabeller(material))


def _tabeller(material: Material) -> Iterator[Tabell]:
    yield finansiella(material)
    verksamhetens = _verksamhetens(material)
    if verksamhetens.rader:
        yield verksamhetens


def finansiella(material: Material) -> Tabell:
    """A row per financial goal: measure, outcome, limit, and of a part of a year the forecast."""
    period, rader = material.period, material.finansiella_mal
    helar = not period.slag
    med_prognos = not helar and any(rad.matning.prognos is not None for rad in rader)
    mening = sammantaget([rad.bedomning for rad in rader], helar)
    return Tabell(
        id=FINANSIELLA,
        titel=f"Finansiella mål {period.ar}",
        enhet="text",
        kolumner=(
            "Mått",
            f"Utfall {period.namn}",
            "Målvärde",
            *((f"Prognos {period.ar}", f"Målvärde {period.ar}") if med_prognos else ()),
            "Bedömning",
        ),
        rader=tuple(_rad(rad, material, med_prognos) for rad in rader),
        etikettrubrik="Mål",
        anmarkningar=(mening,) if mening else (),
    )


def _rad(rad: Malrad, material: Material, med_prognos: bool) -> Rad:
    matning, bedomning = rad.matning, rad.bedomning
    aret = Period(material.period.ar)
    malet = Kalla(material.maladress, rad.mal.text)
    grans = _grans(rad, material, material.period) or malet
    celler: list[Cell] = [
        rad.matt,
        _varde(rad, matning.utfall, _kalla(rad, material, "utfall", material.period) or malet),
        _varde(rad, matning.grans, grans),
    ]
    if med_prognos:
        prognos = _kalla(rad, material, "prognos", aret) or malet
        celler += [
            _varde(rad, matning.prognos, prognos),
            _varde(rad, matning.arsgrans, _grans(rad, material, aret) or malet),
        ]
    farg = FARGER.get(bedomning.slag, "")
    return Rad(rad.mal.text, (*celler, Lage(bedomning.text, farg, malet)))


def _varde(rad: Malrad, tal: Decimal | None, kalla: Kalla) -> Varde | None:
    return None if tal is None else Varde(tal, rad.enhet, kalla, rad.decimaler)


def _grans(rad: Malrad, material: Material, period: Period) -> Kalla | None:
    """Where a limit that the goal does not set itself stands: the budget of its row."""
    return _kalla(rad, material, "budget", period) if rad.mal.matt == "resultat_budget" else None


def _kalla(rad: Malrad, material: Material, slag: str, period: Period) -> Kalla | None:
    """The page behind the measured row; None for a measure that has no row of its own."""
    if not rad.rad:
        return None
    tabell, mall = material.ekonomi.berakning.rader[rad.rad]
    text = f"{mall.etikett}, {slag} {period.namn}"
    return material.ekonomi.kalla(tabell.id, rad.rad, slag, period, text)


def _verksamhetens(material: Material) -> Tabell:
    """The operational goals with how they stand, as in their own table, and how many are reached.

    The sentence counts what a publication may have to hide: there it is left out.
    """
    malen = maltabell(material.uppfoljning, material.period)
    lagen = [cell for rad in malen.rader if isinstance(cell := rad.varden[LAGE], Lage)]
    matta = [lage for lage in lagen if lage.farg]
    nadda = sum(lage.farg == FARGER["ok"] for lage in matta)
    verb = "är nått" if nadda == 1 else "är nådda"
    mening = f"{nadda} av {len(matta)} resultatmål {verb}." if matta else ""
    tabell = Tabell(
        id=VERKSAMHETENS,
        titel=f"Verksamhetens mål {material.period.ar}",
        enhet="text",
        kolumner=("Målvärde", "Läge"),
        rader=tuple(replace(rad, varden=(rad.varden[0], rad.varden[LAGE])) for rad in malen.rader),
        etikettrubrik=malen.etikettrubrik,
    )
    if not mening:
        return tabell
    med_mening = replace(tabell, anmarkningar=(mening,))
    personer = any(lage.rakning for lage in lagen)
    return replace(med_mening, skyddad=lambda troskel: tabell) if personer else med_mening
