"""Pages of a sample: drawing it, looking at its rows, and drawing it again."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from finsam.internkontroll import populationer
from finsam.periods import las_period
from finsam.permissions import Ratt, far, require
from uppfoljning.actions.stickprov import dra_stickprov, nytt_fro
from uppfoljning.calculations.stickprov import Upprepning, upprepa
from uppfoljning.choices import Planstatus, Stickprovsutfall
from uppfoljning.forms.stickprov import Postformset, StickprovForm
from uppfoljning.models import Kontrollmoment, Stickprov, Stickprovspost
from uppfoljning.views.internkontrollplan import LISTA


def _stickprovet(pk: int) -> Stickprov:
    rader = Stickprov.objects.select_related("moment__plan", "dragen_av")
    return get_object_or_404(rader, pk=pk)


def _brodsmulor(moment: Kontrollmoment) -> list[Any]:
    plan = moment.plan
    sida = (str(moment), moment.get_absolute_url())
    return [LISTA, (str(plan), plan.get_absolute_url()), sida]


@require(Ratt.INTERNKONTROLL_ANDRA)
def stickprov_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Draws rows for a moment of a decided plan; the seed is the system's or given."""
    beslutade = Kontrollmoment.objects.filter(plan__status=Planstatus.BESLUTAD)
    moment = get_object_or_404(beslutade.select_related("plan"), pk=pk)
    start = {"period": request.GET.get("period", "")}
    form = StickprovForm(moment, request.user, request.POST or None, initial=start)
    if form.is_valid():
        val = form.cleaned_data
        population, period = populationer()[val["population"]], las_period(val["period"])
        fro = val["fro"] or nytt_fro()
        try:
            stickprov = dra_stickprov(moment, population, period, val["antal"], fro, request.user)
        except ValidationError as fel:
            for text in fel.messages:
                form.add_error(None, text)
        else:
            messages.success(request, f"Stickprovet är draget med frö {fro}.")
            return redirect(stickprov)
    innehall = {
        "form": form,
        "rubrik": "Dra stickprov",
        "tillbaka": moment.get_absolute_url(),
        "brodsmulor": _brodsmulor(moment),
    }
    return render(request, "finsam/formular.html", innehall)


@require(Ratt.INTERNKONTROLL_LASA)
def stickprov_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows drawn, each with the page it stands on; `?upprepa=1` draws again and compares."""
    stickprov = _stickprovet(pk)
    poster = list(stickprov.poster.all())
    population = populationer().get(stickprov.population)
    period = las_period(stickprov.period)
    ram = {rad.nyckel: rad for rad in population.ram(period)} if population else {}
    oppnas = ram if population and far(request.user, population.ratt) else {}
    return render(
        request,
        "uppfoljning/stickprov_detail.html",
        {
            "stickprov": stickprov,
            "population": population,
            "period": period,
            "poster": [(post, oppnas.get(post.nyckel), _farg(post)) for post in poster],
            "finns_i": ram,
            "granskade": sum(p.utfall != Stickprovsutfall.EJ_GRANSKAD for p in poster),
            "fel": sum(post.utfall == Stickprovsutfall.FEL for post in poster),
            "upprepning": _upprepad(stickprov, poster, ram) if "upprepa" in request.GET else None,
            "brodsmulor": _brodsmulor(stickprov.moment),
        },
    )


def _farg(post: Stickprovspost) -> str:
    return Stickprovsutfall(post.utfall).farg


def _upprepad(stickprov: Stickprov, poster: list[Stickprovspost], ram: Any) -> Upprepning:
    dragna = [post.nyckel for post in poster]
    return upprepa(stickprov.fro, dragna, stickprov.ramsumma, stickprov.ram, ram)


@require(Ratt.INTERNKONTROLL_ANDRA)
@transaction.atomic
def stickprov_granska(request: HttpRequest, pk: int) -> HttpResponse:
    """Right or wrong for each row drawn, with a note."""
    stickprov = _stickprovet(pk)
    formset = Postformset(request.POST or None, instance=stickprov)
    if request.method == "POST" and formset.is_valid():
        formset.save()
        messages.success(request, "Granskningen är sparad.")
        return redirect(stickprov)
    innehall = {
        "stickprov": stickprov,
        "formset": formset,
        "brodsmulor": _brodsmulor(stickprov.moment),
    }
    return render(request, "uppfoljning/stickprov_granska.html", innehall)
