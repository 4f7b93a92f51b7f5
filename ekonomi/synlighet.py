"""Which years of the ledger a reader sees: a ledamot those that are closed, the others all."""

from typing import Any

from django.db.models import QuerySet

from ekonomi.choices import Avgiftsstatus, Prognosstatus
from ekonomi.models import Budget, Prognos, Rakenskapsar, Tilldelning
from finsam.permissions import Ratt, far


def synliga_ar(user: Any) -> QuerySet[Rakenskapsar]:
    """The financial years whose ledger the user may leaf through.

    A ledamot reads what lies behind decided reports; a year is closed when its report is decided.
    """
    alla = Rakenskapsar.objects.all()
    return alla if far(user, Ratt.EKONOMI_LASA) else alla.filter(stangt_at__isnull=False)


def synliga_budgetar(user: Any) -> QuerySet[Budget]:
    """The versions of the budget the user may read: a ledamot no mere proposals."""
    alla = Budget.objects.all()
    return alla if far(user, Ratt.EKONOMI_LASA) else alla.beslutade()


def synliga_prognoser(user: Any) -> QuerySet[Prognos]:
    """The forecasts the user may read: a ledamot those that are laid."""
    alla = Prognos.objects.all()
    return alla if far(user, Ratt.EKONOMI_LASA) else alla.filter(status=Prognosstatus.LAGD)


def synliga_tilldelningar(user: Any) -> QuerySet[Tilldelning]:
    """The allocations the user may read: a ledamot no correction that is only being prepared.

    A year that has nothing laid down yet shows its preliminary one: the decision is to come.
    """
    alla = Tilldelning.objects.all()
    if far(user, Ratt.EKONOMI_LASA):
        return alla
    lagda = Tilldelning.objects.filter(status=Avgiftsstatus.FASTSTALLD)
    avgjorda = lagda.values("verksamhetsar")
    return alla.exclude(status=Avgiftsstatus.PRELIMINAR, verksamhetsar__in=avgjorda)
