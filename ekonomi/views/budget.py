"""Budget and member fees."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from ekonomi.calculations.avgifter import AvgiftFel
from ekonomi.filters import BudgetFilter, TilldelningFilter
from ekonomi.models import Budget, Tilldelning
from ekonomi.selectors.avgifter import arsavgifter
from ekonomi.synlighet import synliga_budgetar
from ekonomi.tables import BudgetTable, TilldelningTable
from finsam.listor import Listvy
from finsam.money import summa
from finsam.permissions import Ratt, require


class BudgetListView(Listvy):
    model = Budget
    table_class = BudgetTable
    filterset_class = BudgetFilter
    ratt = Ratt.UNDERLAG_LASA
    rubrik = "Budgetar"
    tomt = "Ingen budget än. Läs in filen budget."

    def get_queryset(self) -> QuerySet[Budget]:
        return synliga_budgetar(self.request.user)


@require(Ratt.UNDERLAG_LASA)
def budget_detail(request: HttpRequest, pk: int) -> HttpResponse:
    budget = get_object_or_404(synliga_budgetar(request.user), pk=pk)
    poster = list(budget.poster.select_related("konto", "kostnadsblock", "insats__insatsagare"))
    return render(
        request,
        "ekonomi/budget_detail.html",
        {"budget": budget, "poster": poster, "summa": summa(p.belopp for p in poster)},
    )


class TilldelningListView(Listvy):
    model = Tilldelning
    table_class = TilldelningTable
    filterset_class = TilldelningFilter
    ratt = Ratt.UNDERLAG_LASA
    rubrik = "Medlemsavgifter"
    tomt = "Ingen tilldelning än. Läs in filen tilldelning."


@require(Ratt.UNDERLAG_LASA)
def tilldelning_detail(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    """The year's fee of each member, or what is missing to share it."""
    tilldelning = Tilldelning.objects.for_ar(verksamhetsar)
    if tilldelning is None:
        raise Http404
    try:
        avgifter, fel = arsavgifter(verksamhetsar), ""
    except AvgiftFel as hinder:
        avgifter, fel = None, str(hinder)
    return render(
        request,
        "ekonomi/tilldelning_detail.html",
        {"tilldelning": tilldelning, "avgifter": avgifter, "fel": fel},
    )
