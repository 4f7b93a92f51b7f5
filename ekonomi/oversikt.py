"""What the ledger says on the start page: budget and fees on time, and the latest year."""

from datetime import date

from django.urls import reverse

from ekonomi.choices import Avgiftsstatus, Budgetstatus
from ekonomi.models import Budget, Rakenskapsar, Tilldelning, Verifikation
from finsam.arshjul import Lage, Plikt, tillstand
from finsam.permissions import Ratt
from finsam.typografi import antal


def plikter(idag: date) -> list[Plikt]:
    """Budget before December (23 §), fees decided before the members pay on 30 April."""
    avgift, budget = date(idag.year, 4, 30), date(idag.year, 11, 30)
    beslutade = Budget.objects.exclude(status=Budgetstatus.FORSLAG)
    tilldelning = Tilldelning.objects.for_ar(idag.year)
    fastst = tilldelning is not None and tilldelning.status == Avgiftsstatus.FASTSTALLD
    return [
        Plikt(
            avgift,
            f"Medlemsavgifter {idag.year}",
            tillstand(avgift, idag, klar=fastst, underlag=tilldelning is not None),
            Ratt.EKONOMI_LASA,
            reverse("ekonomi:tilldelning_list"),
            "Fastställda och betalda senast 30 april.",
        ),
        Plikt(
            budget,
            f"Budget {idag.year + 1}",
            tillstand(budget, idag, klar=beslutade.filter(verksamhetsar=idag.year + 1).exists()),
            Ratt.EKONOMI_LASA,
            reverse("ekonomi:budget_list"),
            "Fastställd av styrelsen senast 30 november.",
        ),
    ]


def lage(idag: date) -> list[Lage]:
    ar = Rakenskapsar.objects.first()
    if ar is None:
        text, adress = "Ingen bokföring är inläst", reverse("ekonomi:rakenskapsar_list")
        return [Lage("Bokföring", text, Ratt.EKONOMI_LASA, adress)]
    verifikationer = Verifikation.objects.filter(rakenskapsar=ar).count()
    text = f"{ar.lage}, {antal(verifikationer)} verifikationer"
    return [Lage(f"Räkenskapsår {ar}", text, Ratt.EKONOMI_LASA, ar.get_absolute_url())]
