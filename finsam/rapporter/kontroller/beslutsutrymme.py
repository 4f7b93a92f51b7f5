"""Rules on the decision space: it follows from the statements, and from what is granted."""

from collections.abc import Iterator
from dataclasses import dataclass

from ekonomi.calculations.beslutsutrymme import Utrymmesunderlag
from finsam.money import NOLL
from finsam.rapporter.disposition import Grundmaterial
from finsam.rapporter.dokument import Kontrollutfall, Rapport
from finsam.rapporter.kapitel.beslutsutrymme import kolumnrubrik
from finsam.rapporter.kontroller.granskning import Dokumentgranskning, belopp, lika
from finsam.typografi import med_enhet

NEGATIVT = "Beslutsutrymmet {ar} blir negativt ({x}) om alla ansökningar beviljas."


@dataclass(frozen=True)
class Utrymmesgranskning(Dokumentgranskning):
    """The document on the decision space, and what it was worked out from."""

    underlag: Utrymmesunderlag


def resultatet(granskning: Utrymmesgranskning) -> Iterator[Kontrollutfall]:
    """Each column's result is that of the statements, but for what is granted and not budgeted.

    Else a row of the layout is missing from the decision space, or stands in it twice (K34).
    """
    for plan in granskning.underlag.planer:
        if plan.bokslut is None or plan.planerade_insatser is None:
            continue
        skillnad = plan.insatssumma - plan.planerade_insatser
        namn = kolumnrubrik(plan)
        yield lika(
            f"utrymme-resultat:{plan.slag}-{plan.ar}",
            "Beslutsutrymmets resultat är resultaträkningens",
            plan.resultat + skillnad,
            plan.bokslut,
            namn,
            f"Beslutsutrymmets rader ger {belopp(plan.resultat + skillnad)} kr, resultaträkningen "
            f"har {belopp(plan.bokslut)} kr. Se avsnittet [beslutsutrymme] i uppställningen.",
        )


def beviljat_och_budget(granskning: Utrymmesgranskning) -> Iterator[Kontrollutfall]:
    """What is granted for the year is what its budget holds; for later years it is only told."""
    for plan in granskning.underlag.planer:
        if plan.slag != "budget" or plan.planerade_insatser is None:
            continue
        beviljat, budgeterat = plan.insatssumma, plan.planerade_insatser
        skillnad = beviljat != budgeterat
        text = f"Beviljat {belopp(beviljat)} kr, budgeterat {belopp(budgeterat)} kr."
        yield Kontrollutfall(
            f"utrymme-beviljat:{plan.ar}",
            "Beviljat till insatser är budgeterat",
            not skillnad or plan.ar != granskning.period.ar,
            beviljat,
            budgeterat,
            kolumnrubrik(plan),
            text if skillnad else "",
        )


def negativa_ar(granskning: Utrymmesgranskning) -> Iterator[Kontrollutfall]:
    """Years in which the applications ask for more than there is: something to know."""
    for u in granskning.underlag.utrymmen:
        if u.plan.foder and u.efter < 0:
            yield Kontrollutfall(
                f"utrymme-negativt:{u.plan.ar}",
                "Beslutsutrymmet räcker till ansökningarna",
                True,
                u.efter,
                NOLL,
                kolumnrubrik(u.plan),
                NEGATIVT.format(ar=u.plan.ar, x=med_enhet(u.efter, "tkr")),
            )


def utrymmesregler(
    rapport: Rapport, material: Grundmaterial, underlag: Utrymmesunderlag
) -> tuple[Kontrollutfall, ...]:
    """Every rule's outcome, in order."""
    granskning = Utrymmesgranskning(rapport, material, underlag)
    regler = (resultatet, beviljat_och_budget, negativa_ar)
    return tuple(utfall for regel in regler for utfall in regel(granskning))
