"""What a budget is weighed against before it is decided: free equity, and its comparisons."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from ekonomi.calculations.budgetposter import Post
from ekonomi.calculations.budgetprovning import (
    Planar,
    for_sent,
    fritt_vid_arets_borjan,
    postvarningar,
    underskott,
)
from ekonomi.choices import Prognosstatus
from ekonomi.models import Budget, Budgetpost, Prognos, Prognospost
from ekonomi.selectors.budget import Budgetbild
from ekonomi.selectors.uppstallning import UppstallningSaknas, berakning
from ekonomi.uppstallning import UppstallningFel
from ekonomi.uppstallning.roller import rollvarde
from finsam.money import kronor
from finsam.periods import Period


@dataclass(frozen=True)
class Budgetprovning:
    """Warnings on the budget as a whole, and on single posts.

    `fritt`: free equity in kr when the year begins, None without accounts to judge by.
    """

    fritt: Decimal | None
    varningar: tuple[str, ...]
    poster: tuple[tuple[Post, str], ...]


def budgetprovning(bild: Budgetbild, beslutad: date | None) -> Budgetprovning:
    """The warnings when the version were decided that day (None: no day yet)."""
    budget = bild.budget
    fritt = fritt_eget_kapital(budget.verksamhetsar, bild.utfallsar)
    varningar = (
        for_sent(budget.verksamhetsar, beslutad) if ar_arets_forsta(budget) else "",
        underskott(bild.summor().belopp, fritt),
    )
    poster = postvarningar(bild.poster, budget.verksamhetsar - 1)
    return Budgetprovning(fritt, tuple(filter(None, varningar)), tuple(poster))


def ar_arets_forsta(budget: Budget) -> bool:
    """Whether no other version of the year has been decided: 30 November and samråd are its own."""
    andra = Budget.objects.filter(verksamhetsar=budget.verksamhetsar).exclude(pk=budget.pk)
    return not any(version.last for version in andra)


def fritt_eget_kapital(verksamhetsar: int, bokslutsar: int | None) -> Decimal | None:
    """Equity without the reserve fund (F6) when the year begins, in kr.

    As the complete ledger of `bokslutsar` ends, and on with the forecasts or budgets of the years
    between. None without a ledger, or with a layout that does not say which rows they are.
    """
    if bokslutsar is None:
        return None
    period = Period(bokslutsar)
    try:
        ekonomi = berakning(period)
        kapital = rollvarde(ekonomi, "eget_kapital", period)
        reservfond = rollvarde(ekonomi, "reservfond", period)
    except (UppstallningSaknas, UppstallningFel):
        return None
    if kapital is None or reservfond is None:
        return None
    aren = range(bokslutsar + 1, verksamhetsar)
    return fritt_vid_arets_borjan(kapital - reservfond, _planerade(aren))


def _planerade(aren: range) -> list[Planar]:
    """The result to come of each year that has one: as forecast, else as budgeted."""
    resultat = {**_budgeterade(aren), **_prognostiserade(aren)}
    return [Planar(ar, kronor(belopp)) for ar, belopp in sorted(resultat.items())]


def _prognostiserade(aren: range) -> dict[int, Decimal]:
    """What the latest laid forecast of each year gives."""
    lagda = Prognos.objects.filter(verksamhetsar__in=aren, status=Prognosstatus.LAGD)
    senaste = dict(lagda.order_by("version").values_list("verksamhetsar", "pk"))
    return _summor(Prognospost.objects.filter(prognos__in=senaste.values()), "prognos")


def _budgeterade(aren: range) -> dict[int, Decimal]:
    """What each year's budget gives: the latest decided, else proposed."""
    versioner: dict[int, Budget] = {}
    for budget in Budget.objects.filter(verksamhetsar__in=aren).order_by("version"):
        fore = versioner.get(budget.verksamhetsar)
        if fore is None or budget.last or not fore.last:
            versioner[budget.verksamhetsar] = budget
    return _summor(Budgetpost.objects.filter(budget__in=versioner.values()), "budget")


def _summor(poster: QuerySet[Any], plan: str) -> dict[int, Decimal]:
    per_ar = poster.values_list(f"{plan}__verksamhetsar").annotate(summa=Sum("belopp"))
    return dict(per_ar.order_by())
