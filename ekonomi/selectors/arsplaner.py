"""A year's budget and forecast as lines, and which version counts on which day."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from ekonomi.choices import Budgetstatus, Prognosstatus
from ekonomi.models import Budget, Budgetpost, Prognos, Prognospost
from ekonomi.models.budget import MANADER
from ekonomi.uppstallning import Budgetrad, Kontounderlag
from finsam.money import kronor
from finsam.periods import Period

Koder = Mapping[int | None, str]
POST = ("konto_id", "belopp", "kostnadsblock_id", "insats__nr")


def gallande_budgetar(per: date | None = None) -> QuerySet[Budget]:
    """The versions that may count, the one that does first of its year.

    Without `per` those decided. With it those decided by that day, and for the years after it
    also what was then a proposal, with posts, whether it was decided later or not. A proposal
    counts where nothing is decided.
    """
    beslutade = Budget.objects.beslutade()
    if per is None:
        return beslutade.order_by("-version")
    beslutad = ~Q(status=Budgetstatus.FORSLAG) & Q(beslutad__lte=per)
    foreslagen = (
        (Q(status=Budgetstatus.FORSLAG) | Q(beslutad__gt=per))
        & Q(upprattad__lte=per, verksamhetsar__gt=per.year)
        & Exists(Budgetpost.objects.filter(budget=OuterRef("pk")))
    )
    ordning = Case(When(beslutad, then=Value(0)), default=Value(1), output_field=IntegerField())
    return Budget.objects.filter(beslutad | foreslagen).order_by(ordning, "-version")


def gallande_prognoser(
    period: Period, aren: Collection[int], per: date | None = None
) -> QuerySet[Prognos]:
    """The laid forecasts that a period may read, the one that it does first of its year.

    They build on no outcome after the period, nor for another year after the same part of it;
    with `per` they were also laid by that day.
    """
    inom = Q()
    for ar in aren:
        slut = period.for_ar(ar - period.ar).slut
        byggd = Q(utfall_tom__isnull=True) | Q(utfall_tom__lte=slut)
        inom |= Q(verksamhetsar=ar) & byggd
    lagda = Prognos.objects.filter(inom, status=Prognosstatus.LAGD)
    if per is not None:
        lagda = lagda.filter(upprattad__lte=per)
    return lagda.order_by("-version")


def budget_for(period: Period, per: date | None = None) -> Budget | None:
    """The budget that the period is measured against."""
    return gallande_budgetar(per).filter(verksamhetsar=period.ar).first()


def prognos_for(period: Period, per: date | None = None) -> Prognos | None:
    """The forecast that the period reads."""
    return gallande_prognoser(period, (period.ar,), per).first()


def budgetrader(
    aren: Collection[int],
    konton: Mapping[int, Kontounderlag],
    koder: Koder,
    per: date | None = None,
) -> dict[int, tuple[Budgetrad, ...]]:
    """The lines of each year's budget; 2 queries."""
    versioner = _forsta(gallande_budgetar(per).filter(verksamhetsar__in=aren))
    budget: dict[int, list[Budgetrad]] = {ar: [] for ar in versioner.values()}
    poster = Budgetpost.objects.filter(budget__in=versioner).values_list(
        "budget_id", *POST, *MANADER
    )
    for version, konto, belopp, block, insats, *manader in poster.order_by("pk"):
        budget[versioner[version]].append(
            Budgetrad(
                konton[konto].nummer, kronor(belopp), koder.get(block), insats, _manader(manader)
            )
        )
    return {ar: tuple(rader) for ar, rader in budget.items()}


def prognosrader(
    period: Period,
    aren: Collection[int],
    konton: Mapping[int, Kontounderlag],
    koder: Koder,
    per: date | None = None,
) -> dict[int, tuple[Budgetrad, ...]]:
    """The lines of each year's forecast, which is always of the whole year; 2 queries."""
    versioner = _forsta(gallande_prognoser(period, aren, per))
    prognos: dict[int, list[Budgetrad]] = {ar: [] for ar in versioner.values()}
    poster = Prognospost.objects.filter(prognos__in=versioner).values_list("prognos_id", *POST)
    for version, konto, belopp, block, insats in poster.order_by("pk"):
        rad = Budgetrad(konton[konto].nummer, kronor(belopp), koder.get(block), insats)
        prognos[versioner[version]].append(rad)
    return {ar: tuple(rader) for ar, rader in prognos.items()}


def _manader(manader: Sequence[Decimal | None]) -> tuple[Decimal, ...] | None:
    """The twelve planned months; None where the budget is even."""
    # All twelve or none are there: a rule of the table says so.
    return None if manader[0] is None else tuple(kronor(belopp) for belopp in manader)


def _forsta(versioner: QuerySet[Any]) -> dict[int, int]:
    """The first version of each year, with the year."""
    forsta: dict[int, int] = {}
    for ar, pk in versioner.values_list("verksamhetsar", "pk"):
        forsta.setdefault(ar, pk)
    return {pk: ar for ar, pk in forsta.items()}
