"""Budgets: the list, a version with its steps, and what it changes in the one before."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_POST

from ekonomi.actions import budget as steg
from ekonomi.actions.budgetforslag import skapa_forslag
from ekonomi.calculations.budgetdiff import budgetdiff
from ekonomi.choices import Budgetgrund
from ekonomi.filters.bokforing import BudgetFilter
from ekonomi.forms.budget import BudgetForm, FaststallForm, UppgifterForm
from ekonomi.forms.budgetfiler import BudgetfilForm
from ekonomi.models import Budget
from ekonomi.selectors.budget import budgetbild, ersattare, foregangare, postvarden
from ekonomi.selectors.budgetdelar import budgetdelar
from ekonomi.selectors.budgetprovning import ar_arets_forsta, budgetprovning
from ekonomi.selectors.budgetsamrad import hallet_samrad
from ekonomi.synlighet import synliga_ar, synliga_budgetar
from ekonomi.tables.bokforing import BudgetTable
from finsam.formularvyer import Andravy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, require


class BudgetListView(Listvy):
    model = Budget
    table_class = BudgetTable
    filterset_class = BudgetFilter
    ratt = Ratt.UNDERLAG_LASA
    rubrik = "Budgetar"
    tomt = "Ingen budget än. Gör årets första med ”Ny budget”, eller läs in filen budget."
    ny_url = reverse_lazy("ekonomi:budget_create")
    ny_text = "Ny budget"
    ny_ratt = Ratt.EKONOMI_ANDRA

    def get_queryset(self) -> QuerySet[Budget]:
        return synliga_budgetar(self.request.user).annotate(resultat=Sum("poster__belopp"))


def hamta(request: HttpRequest, pk: int) -> Budget:
    """The version, when the user may see it; else 404."""
    budget: Budget = get_object_or_404(synliga_budgetar(request.user), pk=pk)
    return budget


def hamta_oppen(request: HttpRequest, pk: int) -> Budget | None:
    """The version, when it may be changed; None, with a word to the user, when it may not."""
    budget = hamta(request, pk)
    if hinder := steg.andringshinder(budget):
        messages.error(request, hinder)
        return None
    return budget


@require(Ratt.UNDERLAG_LASA)
def budget_detail(request: HttpRequest, pk: int) -> HttpResponseBase:
    budget = hamta(request, pk)
    synliga = synliga_budgetar(request.user)
    bild = budgetbild(budget, synliga_ar(request.user), synliga)
    ersatt_av = ersattare(budget)
    return render(
        request,
        "ekonomi/budget_detail.html",
        {
            "budget": budget,
            "bild": bild,
            "grupper": bild.grupper(),
            "summor": bild.summor(),
            "delar": budgetdelar(bild, request.GET.get("delar", "")),
            "provning": None if budget.last else budgetprovning(bild, None),
            "fore": foregangare(budget, synliga),
            "ersatt_av": ersatt_av,
            "kan_revideras": budget.last and ersatt_av is None,
            "filform": BudgetfilForm(),
        },
    )


@require(Ratt.EKONOMI_ANDRA)
def budget_create(request: HttpRequest) -> HttpResponse:
    """A year's proposal, or a budget and its plan in one go."""
    idag = timezone.localdate()
    forval = {
        "verksamhetsar": idag.year + 1,
        "grund": Budgetgrund.FG_AR,
        "efter_beviljat": True,
        "upprattad": idag,
    }
    form = BudgetForm(request.POST or None, initial=forval)
    if form.is_valid() and (nya := _upprattade(request, form)):
        return redirect(nya[0])
    lista = reverse("ekonomi:budget_list")
    sammanhang = {
        "form": form,
        "rubrik": "Ny budget",
        "brodsmulor": [("Budgetar", lista)],
        "tillbaka": lista,
    }
    return render(request, "finsam/formular.html", sammanhang)


def _upprattade(request: HttpRequest, form: BudgetForm) -> list[Budget]:
    """The proposals that the form asks for; none, and the reason in the form, when refused."""
    data = form.cleaned_data
    val = (data["grund"], data["efter_beviljat"], data["upprattad"])
    try:
        nya = skapa_forslag(form.aren(), *val, inloggad(request))
    except ValidationError as fel:
        form.add_error(None, fel)
        return []
    namn = ", ".join(str(ny) for ny in nya)
    messages.success(request, f"{namn}: förslaget är upprättat.")
    return nya


class BudgetUppgifterView(Andravy):
    """What is said of a proposal as a whole; a decided one is 404."""

    queryset = Budget.objects.forslag()
    form_class = UppgifterForm
    ratt = Ratt.EKONOMI_ANDRA
    lista = ("Budgetar", reverse_lazy("ekonomi:budget_list"))


@require(Ratt.EKONOMI_ANDRA)
def budget_faststall(request: HttpRequest, pk: int) -> HttpResponse:
    """The board's decision, with what should be known before it; asks once, in words."""
    budget = hamta_oppen(request, pk)
    if budget is None:
        return redirect("ekonomi:budget_detail", pk)
    idag = timezone.localdate()
    samrad = budget.samrad or hallet_samrad(budget.verksamhetsar, idag)
    form = FaststallForm(request.POST or None, initial={"samrad": samrad}, idag=idag)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            beslut = (data["beslutad"], data["paragraf"], data["samrad"])
            steg.faststall(budget, *beslut, inloggad(request), request.POST.get("stand", ""))
        except ValidationError as fel:
            form.add_error(None, fel.messages)
        else:
            messages.success(request, "Budgeten är beslutad och låst.")
            return redirect(budget)
    bild = budgetbild(budget)
    beslutad = form.cleaned_data.get("beslutad", idag) if form.is_bound else idag
    sammanhang: dict[str, Any] = {
        "budget": budget,
        "form": form,
        "stand": bild.stand,
        "summor": bild.summor(),
        "provning": budgetprovning(bild, beslutad),
        "arets_forsta": ar_arets_forsta(budget),
    }
    return render(request, "ekonomi/budget_faststall.html", sammanhang)


@require_POST
@require(Ratt.EKONOMI_ANDRA)
def budget_revidera(request: HttpRequest, pk: int) -> HttpResponse:
    budget = hamta(request, pk)
    try:
        ny = steg.revidera(budget, inloggad(request), timezone.localdate())
    except ValidationError as fel:
        messages.error(request, " ".join(fel.messages))
        return redirect(budget)
    messages.success(request, f"Version {ny.version} är ett förslag till revidering.")
    return redirect("ekonomi:budget_update", ny.pk)


@require(Ratt.UNDERLAG_LASA)
def budget_diff(request: HttpRequest, pk: int) -> HttpResponse:
    """What the version changes in the one it revises, post by post."""
    budget = hamta(request, pk)
    fore = foregangare(budget, synliga_budgetar(request.user))
    if fore is None:
        messages.info(request, "Det finns ingen tidigare version att jämföra med.")
        return redirect(budget)
    diff = budgetdiff(postvarden(fore), postvarden(budget))
    bild = budgetbild(budget)
    sammanhang = {
        "budget": budget,
        "fore": fore,
        "diff": diff,
        "rader": [(bild.ny_post(post.nyckel), post) for post in diff.andrade],
    }
    return render(request, "ekonomi/budget_diff.html", sammanhang)


@require(Ratt.EKONOMI_ANDRA)
def budget_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then removes a proposal with its posts."""
    budget = hamta_oppen(request, pk)
    if budget is None:
        return redirect("ekonomi:budget_detail", pk)
    if request.method == "POST":
        try:
            steg.ta_bort(budget, inloggad(request))
        except ValidationError as fel:
            messages.error(request, " ".join(fel.messages))
        else:
            messages.success(request, "Förslaget är borttaget.")
        return redirect("ekonomi:budget_list")
    sammanhang = {
        "object": budget,
        "rubrik": "Ta bort",
        "tillbaka": budget.get_absolute_url(),
        "foljd": "Alla dess poster försvinner.",
    }
    return render(request, "finsam/ta_bort.html", sammanhang)
