"""A scenario of the decision room as the board's document: what is chosen, and what it leaves."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ekonomi.calculations.beslutsutrymme import med_val
from ekonomi.models import Scenario
from ekonomi.utrymme.rum import RADER, Rum, kolumnrubrik
from ekonomi.utrymme.scenariorum import scenariorum
from finsam.models import Forbund
from finsam.periods import Period
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dokument import Avsnitt, Block, Lista, Rad, Rapport, Tabell, Varde
from finsam.rapporter.kapitel import beslutsutrymme as kapitel
from finsam.typografi import datum

INGET = ("Inget är valt", "Året står som det är budgeterat.")


def build_scenario(scenario: Scenario, idag: date) -> Rapport:
    """The document of the scenario as it comes out today.

    Raises UtrymmeSaknas in Swedish when there is nothing to calculate from.
    """
    rum = scenariorum(scenario, idag)
    forbund = Forbund.objects.first()
    valt = med_val(rum.underlag, rum.lasning.val)
    return Rapport(
        slag=Rapportslag.BESLUTSUTRYMME,
        titel=f"Ekonomisk information, scenario {scenario.namn}",
        period=Period(scenario.verksamhetsar),
        forbund=forbund.namn if forbund else "",
        avsnitt=(
            Avsnitt("valen", "Vad som är valt", 1, tuple(_valen(scenario, rum))),
            Avsnitt("skillnader", "Före och efter valen", 1, (_jamforelse(rum),)),
            Avsnitt(
                "beslutsutrymme-per-ar",
                "Beslutsutrymme per år med valen",
                1,
                (kapitel.diagram(valt), kapitel.tabell(valt)),
            ),
        ),
    )


def _valen(scenario: Scenario, rum: Rum) -> Iterator[Block]:
    yield Lista(
        "om",
        (
            ("Läget per", datum(scenario.per)),
            *((("Anteckning", scenario.anteckning),) if scenario.anteckning else ()),
        ),
    )
    yield Lista("val", rum.ord_ or (INGET,))
    upplysningar = (*rum.fynd, *rum.negativa, *rum.over_taket)
    if upplysningar:
        numrerade = enumerate(upplysningar, start=1)
        yield Lista("upplysningar", tuple((f"Att veta, {nr}", text) for nr, text in numrerade))


def _jamforelse(rum: Rum) -> Tabell:
    """Every measure that the choices change: before, after and the difference, year by year."""
    jamforelse = rum.jamforelse
    rubriker = [kolumnrubrik(ar) for ar in jamforelse.efter]
    rader: list[Rad] = []
    for id_, celler in jamforelse.celler.items():
        if any(cell.skillnad for cell in celler):
            etikett, _ = RADER[id_]
            rader += [
                Rad(etikett, tuple(None for _ in celler), "heading", 0, id=f"{id_}-rubrik"),
                _rad("Före", [cell.fore for cell in celler], f"{id_}-fore"),
                _rad("Efter", [cell.efter for cell in celler], f"{id_}-efter", "sum"),
                _rad("Skillnad", [cell.skillnad for cell in celler], f"{id_}-skillnad"),
            ]
    titel = "Före och efter valen"
    return Tabell("fore-och-efter", titel, "tkr", tuple(rubriker), tuple(rader), "Post")


def _rad(etikett: str, belopp: list[Decimal | None], id_: str, slag: str = "line") -> Rad:
    return Rad(etikett, tuple(Varde(tal, "tkr") for tal in belopp), slag, 1, id=id_)
