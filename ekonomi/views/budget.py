"""Budget."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from ekonomi.filters import BudgetFilter
from ekonomi.models import Budget
from ekonomi.synlighet import synliga_budgetar
from ekonomi.tables import BudgetTable
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
