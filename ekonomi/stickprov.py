"""What a sample may be drawn from in the ledger: its vouchers."""

from collections import Counter

from django.urls import reverse

from ekonomi.models import Verifikation
from finsam.internkontroll import Population, Ramrad
from finsam.periods import Period
from finsam.permissions import Ratt
from finsam.typografi import datum


def populationer() -> tuple[Population, ...]:
    return (Population("verifikationer", "Verifikationer", Ratt.EKONOMI_LASA, _verifikationer),)


def _verifikationer(period: Period) -> list[Ramrad]:
    """The vouchers of the period's days, by year, series and number.

    A number that a source has used twice is told apart by its order. The texts stay out of the
    name: they may name persons, and the sample has other readers than the ledger.
    """
    rader = Verifikation.objects.filter(datum__range=(period.start, period.slut))
    falt = ("pk", "rakenskapsar__verksamhetsar", "serie", "nummer", "datum")
    gangna: Counter[str] = Counter()
    ut = []
    for pk, ar, serie, nummer, dag in rader.order_by("pk").values_list(*falt):
        nyckel = f"{ar}/{serie}{nummer}"
        gangna[nyckel] += 1
        if gangna[nyckel] > 1:
            nyckel = f"{nyckel}/{gangna[nyckel]}"
        adress = reverse("ekonomi:verifikation_detail", args=[pk])
        ut.append(Ramrad(nyckel, f"Verifikation {serie}{nummer}, {datum(dag)}", adress))
    return ut
