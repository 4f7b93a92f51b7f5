"""Scenarios: plays with the decision room that are kept by name, looked at and compared."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone

from ekonomi.forms.scenario import JamforForm, ScenarioForm
from ekonomi.models import Scenario
from ekonomi.selectors.beslutsutrymme import UtrymmeSaknas
from ekonomi.utrymme.rum import Rum, oppna_rum
from ekonomi.utrymme.scenariojamforelse import jamforelsegrupper
from ekonomi.utrymme.scenariolista import ScenarioFilter, ScenarioTable
from ekonomi.utrymme.scenariorum import scenariorum
from finsam.formularvyer import Andravy, Tabortvy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, require

LISTA = ("Scenarier", reverse_lazy("ekonomi:scenario_list"))
INGET_VALT = "Det finns inget att spara: inget är ikryssat, flyttat eller ändrat."


class ScenarioListView(Listvy):
    queryset = Scenario.objects.select_related("skapat_av")
    table_class = ScenarioTable
    filterset_class = ScenarioFilter
    ratt = Ratt.UTRYMME_LASA
    rubrik = "Scenarier"
    tomt = "Inga scenarier än. Kryssa i ansökningar i beslutsrummet och spara valet."
    ny_url = reverse_lazy("ekonomi:scenario_jamfor")
    ny_text = "Jämför två"
    ny_ratt = Ratt.UTRYMME_LASA


@require(Ratt.SCENARIO_ANDRA)
def scenario_create(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    """Gives the play in the address a name."""
    rum = _rum(verksamhetsar, request.GET)
    if not rum.fraga:
        messages.error(request, INGET_VALT)
        return redirect(rum.adress)
    scenario = Scenario(
        verksamhetsar=verksamhetsar,
        per=rum.underlag.per,
        fraga=rum.fraga,
        skapat_av=inloggad(request),
    )
    form = ScenarioForm(request.POST or None, instance=scenario)
    if request.method == "POST" and form.is_valid():
        # The row, its history and its seal: all of them or none.
        with transaction.atomic():
            scenario = form.save()
        messages.success(request, f"Scenariot {scenario.namn} är sparat.")
        return redirect(scenario)
    return render(request, "ekonomi/scenario_form.html", {"form": form, "rum": rum})


@require(Ratt.UTRYMME_LASA)
def scenario_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What the scenario chooses, and what it leaves in each year today."""
    scenario = get_object_or_404(Scenario.objects.select_related("skapat_av"), pk=pk)
    sammanhang = {
        "scenario": scenario,
        "rum": _scenariorum(scenario),
        "bilagor": scenario.bilagor.defer("innehall", "pdf").select_related("frusen_av"),
    }
    return render(request, "ekonomi/scenario_detail.html", sammanhang)


class ScenarioUpdateView(Andravy):
    model = Scenario
    form_class = ScenarioForm
    ratt = Ratt.SCENARIO_ANDRA
    rubrik = "Byt namn"
    lista = LISTA


class ScenarioDeleteView(Tabortvy):
    """One that has been frozen into a bilaga stays: the bilaga is of it."""

    model = Scenario
    ratt = Ratt.SCENARIO_ANDRA
    success_url = LISTA[1]
    lista = LISTA
    foljd = "Ansökningar, budget och prognos påverkas inte."

    def get_queryset(self) -> QuerySet[Scenario]:
        # Not by a join: the row is locked while it is written.
        return super().get_queryset().exclude(pk__in=_med_bilaga())


def _med_bilaga() -> Any:
    return Scenario.objects.filter(bilagor__isnull=False).order_by().values("pk")


@require(Ratt.UTRYMME_LASA)
def scenario_jamfor(request: HttpRequest) -> HttpResponse:
    """Two scenarios of a year beside each other and beside the year without them."""
    form = JamforForm(request.GET or None)
    sammanhang: dict[str, Any] = {"form": form}
    if form.is_valid():
        a, b = form.cleaned_data["a"], form.cleaned_data["b"]
        rum_a, rum_b = _scenariorum(a), _scenariorum(b)
        sammanhang |= {"a": a, "b": b, "rum_a": rum_a, "rum_b": rum_b}
        sammanhang |= {
            "olika_dagar": a.per != b.per,
            "jamforelse": jamforelsegrupper(rum_a, rum_b, (a.namn, b.namn)),
        }
    return render(request, "ekonomi/scenario_jamfor.html", sammanhang)


def _scenariorum(scenario: Scenario) -> Rum:
    try:
        return scenariorum(scenario, timezone.localdate())
    except UtrymmeSaknas as skal:
        raise Http404(str(skal)) from skal


def _rum(verksamhetsar: int, fraga: QueryDict) -> Rum:
    try:
        return oppna_rum(verksamhetsar, fraga, timezone.localdate())
    except UtrymmeSaknas as skal:
        raise Http404(str(skal)) from skal
