"""What the ledger says on the start page: budget and fees on time, and the latest year."""

from datetime import date, timedelta

from django.db.models import Count
from django.urls import reverse

from ekonomi.calculations.budgetprovning import sista_dag
from ekonomi.models import Avgiftsfaktura, Budget, Rakenskapsar, Tilldelning, Verifikation
from finsam.arshjul import Lage, Plikt, tillstand
from finsam.permissions import Ratt
from finsam.typografi import antal
from insatser.models import Ansokan
from styrelse.calculations.motesplan import UTAN_SAMRAD
from styrelse.selectors.samrad import senaste_samrad


def plikter(idag: date) -> list[Plikt]:
    """Budget before December (23 §), fees decided before the members pay, and paid when due."""
    return [*_avgiftsplikter(idag), *_budgetplikter(idag)]


def _budgetplikter(idag: date) -> list[Plikt]:
    """Next year's budget, and before it the samråd that the decision waits for."""
    ar, dag = idag.year + 1, sista_dag(idag.year + 1)
    versioner = list(Budget.objects.filter(verksamhetsar=ar).order_by("version"))
    beslutad = any(version.last for version in versioner)
    mote = senaste_samrad(min(idag, dag))
    samrad = mote is not None or any(v.samrad and v.samrad <= idag for v in versioner)
    adress = versioner[-1].get_absolute_url() if versioner else reverse("ekonomi:budget_list")
    ny = () if versioner else ((Ratt.EKONOMI_ANDRA, reverse("ekonomi:budget_create")),)
    grund = "Fastställd av styrelsen senast 30 november."
    return [
        Plikt(
            dag,
            f"Budget {ar}",
            tillstand(dag, idag, klar=beslutad),
            Ratt.EKONOMI_LASA,
            adress,
            grund if beslutad or samrad else f"{grund} {UTAN_SAMRAD}",
            adresser=ny,
            amne=f"budget {ar}",
        ),
        Plikt(
            dag - timedelta(days=1),
            f"Samråd om budget {ar}",
            tillstand(dag - timedelta(days=1), idag, klar=beslutad or samrad),
            Ratt.EKONOMI_LASA,
            mote.get_absolute_url() if mote else adress,
            "Med medlemmarna, innan budgeten fastställs.",
            amne=f"samrad {ar}",
        ),
    ]


def _avgiftsplikter(idag: date) -> list[Plikt]:
    """The year's fees: laid down by 30 April, and each day on which somebody has not paid."""
    dag, tilldelning = date(idag.year, 4, 30), Tilldelning.objects.for_ar(idag.year)
    adress = tilldelning.get_absolute_url() if tilldelning else reverse("ekonomi:tilldelning_list")
    ny = reverse("ekonomi:tilldelning_create")
    obetalda = Avgiftsfaktura.objects.filter(
        tilldelning__verksamhetsar=idag.year, betald__isnull=True
    )
    per_dag = obetalda.order_by("forfaller").values_list("forfaller").annotate(antal=Count("pk"))
    return [
        Plikt(
            dag,
            f"Medlemsavgifter {idag.year}",
            tillstand(
                dag,
                idag,
                klar=tilldelning is not None and tilldelning.last,
                underlag=tilldelning is not None,
            ),
            Ratt.EKONOMI_LASA,
            adress,
            "Fastställda senast 30 april, när medlemmarna normalt betalar.",
            adresser=() if tilldelning else ((Ratt.EKONOMI_ANDRA, ny),),
            amne=f"medlemsavgifter {idag.year}",
        ),
        *(
            Plikt(
                forfaller,
                f"Obetalda medlemsavgifter, {antal(fakturor)} st.",
                tillstand(forfaller, idag, klar=False),
                Ratt.EKONOMI_LASA,
                f"{adress}#betalplan",
                "Betalas enligt betalplanen.",
            )
            for forfaller, fakturor in per_dag
        ),
    ]


def lage(idag: date) -> list[Lage]:
    return [_bokforing(), _utrymme(idag)]


def _bokforing() -> Lage:
    ar = Rakenskapsar.objects.first()
    if ar is None:
        text, adress = "Ingen bokföring är inläst", reverse("ekonomi:rakenskapsar_list")
        return Lage("Bokföring", text, Ratt.EKONOMI_LASA, adress)
    verifikationer = Verifikation.objects.filter(rakenskapsar=ar).count()
    text = f"{ar.lage}, {antal(verifikationer)} verifikationer"
    return Lage(f"Räkenskapsår {ar}", text, Ratt.EKONOMI_LASA, ar.get_absolute_url())


def _utrymme(idag: date) -> Lage:
    vantar = Ansokan.objects.obeslutade().count()
    ord_ = "ansökan" if vantar == 1 else "ansökningar"
    text = f"{antal(vantar)} {ord_} att pröva" if vantar else "Ingen ansökan väntar på beslut"
    return Lage(
        f"Beslutsutrymme {idag.year}", text, Ratt.UTRYMME_LASA, reverse("ekonomi:utrymme_nu")
    )
