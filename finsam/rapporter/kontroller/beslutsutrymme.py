"""Rules on the decision space: it follows from the statements, and year from year."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ekonomi.calculations.beslutsutrymme import Utrymmesunderlag
from finsam.money import NOLL
from finsam.rapporter.disposition import Grundmaterial
from finsam.rapporter.dokument import Kontrollutfall, Rapport, Tabell, Varde
from finsam.rapporter.kapitel.beslutsutrymme import (
    INGAENDE,
    TABELL,
    TOTALT,
    UTRYMME,
    kolumnrubrik,
)
from finsam.rapporter.kontroller.granskning import Dokumentgranskning, belopp, lika
from finsam.typografi import med_enhet

NEGATIVT = "Beslutsutrymmet {ar} blir negativt ({x}) om alla ansökningar beviljas."


@dataclass(frozen=True)
class Utrymmesgranskning(Dokumentgranskning):
    """The document on the decision space, and what it was worked out from."""

    underlag: Utrymmesunderlag

    @property
    def tabell(self) -> Tabell:
        return next(t for t in self.rapport.tabeller if t.id == TABELL)

    def tal(self, rad: str, kolumn: int) -> Decimal:
        """The figure that the table prints; `kolumn` counts from 0 after the owner's."""
        cell = next(r for r in self.tabell.rader if r.id == rad).varden[kolumn + 1]
        return Decimal(cell.tal) if isinstance(cell, Varde) and cell.tal is not None else NOLL


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


def rullningen(granskning: Utrymmesgranskning) -> Iterator[Kontrollutfall]:
    """A year opens in the table with what the one before closes with (K1)."""
    planer = granskning.underlag.planer
    for (fore, plan), (nr, nasta) in pairwise(
        nr_plan for nr_plan in enumerate(planer) if nr_plan[1].foder
    ):
        ut, in_ = granskning.tal(UTRYMME, fore), granskning.tal(INGAENDE, nr)
        yield lika(
            f"utrymme-rullning:{nasta.ar}",
            "Året börjar med det som fanns kvar",
            ut,
            in_,
            f"{kolumnrubrik(plan)} och {kolumnrubrik(nasta)}",
            f"{plan.ar} slutar med {belopp(ut)} kr, {nasta.ar} börjar med {belopp(in_)} kr.",
        )


def kostnaderna(granskning: Utrymmesgranskning) -> Iterator[Kontrollutfall]:
    """In every column what there is, less the costs, is what is left."""
    for nr, plan in enumerate(granskning.underlag.planer):
        kvar = granskning.tal(TOTALT, nr) - sum(
            (granskning.tal(rad, nr) for rad in ("fortroendevalda", "forvaltning", "samverkan")),
            NOLL,
        )
        yield lika(
            f"utrymme-kolumn:{plan.slag}-{plan.ar}",
            "Kolumnens rader ger beslutsutrymmet",
            kvar,
            granskning.tal(UTRYMME, nr),
            kolumnrubrik(plan),
            f"Raderna ger {belopp(kvar)} kr, beslutsutrymmet är "
            f"{belopp(granskning.tal(UTRYMME, nr))} kr.",
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
    regler = (resultatet, rullningen, kostnaderna, beviljat_och_budget, negativa_ar)
    return tuple(utfall for regel in regler for utfall in regel(granskning))
