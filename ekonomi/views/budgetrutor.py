"""Filling in a proposal: the grid of the year, the grid by month, rows pasted, and its file."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from ekonomi.actions import budget as steg
from ekonomi.actions.stand import AndradUnderTiden
from ekonomi.forms.budgetfalt import Rutform
from ekonomi.forms.budgetfiler import BudgetfilForm, KlistraForm
from ekonomi.forms.budgetmanader import MANADSNAMN, Manadsform
from ekonomi.forms.budgetruta import Postform
from ekonomi.imports.budget import BUDGET
from ekonomi.imports.inklistrat import Inklistrat, tolka
from ekonomi.models import Budget
from ekonomi.selectors.budget import Budgetbild, budgetbild
from ekonomi.views.budget import hamta, hamta_oppen
from finsam.inloggad import inloggad
from finsam.mapp.arbete import starta
from finsam.mapp.uppladdning import ta_emot
from finsam.permissions import Ratt, require
from finsam.tabular.location import Filfel
from finsam.tabular.responses import exportsvar

# Buttons that show the page again with what is typed and store nothing.
VISA_IGEN = ("rakna", "fler", "jamnt")


@require(Ratt.EKONOMI_ANDRA)
def budget_update(request: HttpRequest, pk: int) -> HttpResponse:
    """The year's amounts in a grid, beside last year's budget and outcome."""
    return _ruta(request, pk, Postform, "ekonomi/budget_update.html")


@require(Ratt.EKONOMI_ANDRA)
def budget_manader(request: HttpRequest, pk: int) -> HttpResponse:
    """The amounts by month."""
    return _ruta(request, pk, Manadsform, "ekonomi/budget_manader.html")


def _ruta(request: HttpRequest, pk: int, formklass: type[Rutform], mall: str) -> HttpResponse:
    budget = hamta_oppen(request, pk)
    if budget is None:
        return redirect("ekonomi:budget_detail", pk)
    bild = budgetbild(budget)
    form: Any = formklass(request.POST or None, bild=bild)
    spara = request.method == "POST" and not any(namn in request.POST for namn in VISA_IGEN)
    if spara:
        try:
            if form.is_valid() and _sparat(request, budget, form):
                return redirect(budget)
        except AndradUnderTiden:
            # Saved by somebody else since the form read the posts: read again, the form says so.
            bild = budgetbild(budget)
            form = formklass(request.POST, bild=bild)
        if form.errors and form.krock:
            form.fornya_stand()
    grupper, summor = form.summor()
    sammanhang = {
        "budget": budget,
        "bild": bild,
        "form": form,
        "summagrupper": grupper,
        "summor": summor,
        "manader": MANADSNAMN,
        "visa_fel": spara,
    }
    return render(request, mall, sammanhang)


def _sparat(request: HttpRequest, budget: Budget, form: Any) -> bool:
    try:
        antal = steg.spara_poster(
            budget,
            form.innehall(),
            inloggad(request),
            form.cleaned_data["stand"],
        )
    except AndradUnderTiden:
        raise
    except ValidationError as fel:
        form.add_error(None, fel.messages)
        return False
    _berom(request, antal)
    return True


def _berom(request: HttpRequest, antal: int) -> None:
    poster = "1 post är ändrad" if antal == 1 else f"{antal} poster är ändrade"
    messages.success(request, f"Sparat: {poster}." if antal else "Inget var ändrat.")


@require(Ratt.EKONOMI_ANDRA)
def budget_klistra(request: HttpRequest, pk: int) -> HttpResponse:
    """Rows pasted from a spreadsheet: read, shown as they were understood, then confirmed."""
    budget = hamta_oppen(request, pk)
    if budget is None:
        return redirect("ekonomi:budget_detail", pk)
    bild = budgetbild(budget)
    form = KlistraForm(request.POST or None)
    inklistrat: Inklistrat | None = None
    if form.is_valid():
        kommentarer = {post.nyckel: post.kommentar for post in bild.poster}
        inklistrat = tolka(form.cleaned_data["rader"], kommentarer)
        if not inklistrat.rader:
            form.add_error("rader", "Här finns inga rader att läsa.")
        elif _bekraftat(request, inklistrat) and _klistrat(request, budget, inklistrat, form):
            return redirect(budget)
    sammanhang = {
        "budget": budget,
        "form": form,
        "inklistrat": inklistrat,
        "rader": _forhandsvisning(bild, inklistrat) if inklistrat else [],
    }
    return render(request, "ekonomi/budget_klistra.html", sammanhang)


def _bekraftat(request: HttpRequest, inklistrat: Inklistrat) -> bool:
    return "bekrafta" in request.POST and not inklistrat.antal_fel


def _klistrat(
    request: HttpRequest, budget: Budget, inklistrat: Inklistrat, form: KlistraForm
) -> bool:
    try:
        antal = steg.spara_poster(budget, inklistrat.innehall(), inloggad(request))
    except ValidationError as fel:
        form.add_error(None, fel.messages)
        return False
    _berom(request, antal)
    return True


def _forhandsvisning(bild: Budgetbild, inklistrat: Inklistrat) -> list[dict[str, Any]]:
    """Each pasted row beside what the budget has today."""
    poster = {post.nyckel: post for post in bild.poster}
    ut = []
    for rad in inklistrat.rader:
        post = poster.get(rad.nyckel) if rad.nyckel else None
        if rad.nyckel and post is None:
            post = bild.ny_post(rad.nyckel)
        ut.append({"rad": rad, "post": post, "text": " · ".join(filter(None, rad.celler))})
    return ut


@require(Ratt.UNDERLAG_LASA)
def budget_fil(request: HttpRequest, pk: int, filformat: str) -> HttpResponseBase:
    """The version as the table file that it is read in as."""
    budget = hamta(request, pk)
    poster = budget.poster.select_related("budget", "konto", "kostnadsblock", "insats")
    rader = sorted(poster, key=BUDGET.tabell.ordning)
    namn = f"budget {budget.verksamhetsar} version {budget.version}"
    return exportsvar(namn, BUDGET.exportkolumner(), rader, filformat)


@require_POST
@require(Ratt.INLASNING)
def budget_las_in(request: HttpRequest) -> HttpResponse:
    """A table file of budgets: examined, shown, and stored when it is confirmed."""
    form = BudgetfilForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            uppladdning = ta_emot([form.cleaned_data["fil"]], request.user)
        except Filfel as fel:
            form.add_error("fil", str(fel.anmarkning))
        else:
            starta(uppladdning, request.user, spara=False)
            return redirect("finsam:inlasning_detail", uppladdning.token)
    return render(request, "ekonomi/budget_las_in.html", {"form": form})
