"""Rules on the insatser's money to date: something to know, never a fault."""

from collections.abc import Iterator

from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kontroller.granskning import Dokumentgranskning
from finsam.typografi import procent, tkr

RUBRIK = "Prognos och utfall budget"


def budget_till_datum(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """A budget to date that follows the insats's own plan, not its months (F13)."""
    material = granskning.material.uppfoljning
    for insats in material.insatser:
        pengar = material.pengar.get(insats.nr)
        if pengar and pengar.egen_plan:
            yield Kontrollutfall(
                f"budget-till-datum:{insats.nr}",
                "Budgeten till och med perioden",
                True,
                pengar.budget,
                pengar.linjar,
                f"{RUBRIK}, {insats.kortnamn}",
                f"Budgeten {tkr(pengar.budget)} tkr följer insatsens egen plan; jämnt över "
                f"månaderna är den {tkr(pengar.linjar)} tkr.",
            )


def forbrukning(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """A usage ratio outside the association's limits."""
    material = granskning.material.uppfoljning
    lag, hog = material.kvotgranser
    for insats in material.insatser:
        pengar = material.pengar.get(insats.nr)
        kvot = pengar.kvot if pengar else None
        if pengar and kvot is not None and not lag <= kvot * 100 <= hog:
            yield Kontrollutfall(
                f"forbrukningskvot:{insats.nr}",
                "Förbrukningskvoten",
                True,
                pengar.utfall,
                pengar.budget,
                f"{RUBRIK}, {insats.kortnamn}",
                f"Förbrukningskvoten {procent(kvot)} avviker från målvärdet {procent(1)}.",
            )
