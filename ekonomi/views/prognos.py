"""Forecasts: dated versions of what a year is thought to end at."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy

from ekonomi.actions import prognos as steg
from ekonomi.actions.stand import AndradUnderTiden
from ekonomi.filters.bokforing import PrognosFilter
from ekonomi.forms.prognos import NyPrognosForm, PrognosForm
from ekonomi.models import Prognos
from ekonomi.selectors.prognos import prognosbild
from ekonomi.selectors.traff import prognostraff, versionsjamforelse
from ekonomi.synlighet import synliga_ar, synliga_prognoser
from ekonomi.tables.bokforing import PrognosTable
from finsam.formularvyer import Tabortvy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, require


class PrognosListView(Listvy):
    model = Prognos
    template_name = "ekonomi/prognos_list.html"
    table_class = PrognosTable
    filterset_class = PrognosFilter
    ratt = Ratt.UNDERLAG_LASA
    rubrik = "Prognoser"
    tomt = "Ingen prognos än. Gör årets första med ”Ny prognos”, eller läs in filen prognoser."
    ny_url = reverse_lazy("ekonomi:prognos_create")
    ny_text = "Ny prognos"
    ny_ratt = Ratt.EKONOMI_ANDRA

    def get_queryset(self) -> QuerySet[Prognos]:
        return synliga_prognoser(self.request.user)


@require(Ratt.EKONOMI_ANDRA)
def prognos_create(request: HttpRequest) -> HttpResponse:
    """A draft from the outcome through a month and the budget of the others."""
    form = NyPrognosForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        try:
            prognos = steg.skapa_prognos(
                data["verksamhetsar"],
                int(data["manad"]),
                data["upprattad"],
                data["kommentar"],
                inloggad(request),
            )
        except ValidationError as fel:
            form.add_error(None, fel.messages)
        else:
            messages.success(request, "Utkastet är sparat. Ändra det som väntas bli annorlunda.")
            return redirect("ekonomi:prognos_update", prognos.pk)
    sammanhang = {
        "form": form,
        "rubrik": "Ny prognos",
        "brodsmulor": [("Prognoser", reverse_lazy("ekonomi:prognos_list"))],
        "tillbaka": reverse_lazy("ekonomi:prognos_list"),
    }
    return render(request, "finsam/formular.html", sammanhang)


@require(Ratt.UNDERLAG_LASA)
def prognos_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The version beside budget and outcome, and the year's versions side by side."""
    prognos = get_object_or_404(synliga_prognoser(request.user), pk=pk)
    ar, aren = prognos.verksamhetsar, _synliga_ar(request)
    sammanhang = {
        "prognos": prognos,
        "bild": prognosbild(prognos),
        "ser_utfall": ar in aren,
        "jamforelse": versionsjamforelse(ar, synliga_prognoser(request.user), aren),
    }
    return render(request, "ekonomi/prognos_detail.html", sammanhang)


@require(Ratt.EKONOMI_ANDRA)
def prognos_update(request: HttpRequest, pk: int) -> HttpResponse:
    """The posts in a grid, beside outcome to date, budget and suggestion."""
    prognos = _oppen(pk)
    bild = prognosbild(prognos)
    form = PrognosForm(request.POST or None, bild=bild)
    spara = request.method == "POST" and "rakna" not in request.POST
    if spara:
        try:
            if form.is_valid() and _sparat(request, prognos, form):
                return redirect(prognos)
        except AndradUnderTiden:
            # Saved by somebody else since the form read the posts: read again, the form says so.
            bild = prognosbild(prognos)
            form = PrognosForm(request.POST, bild=bild)
        if form.errors and form.krock:
            form.fornya_stand()
    sammanhang = {"prognos": prognos, "bild": bild, "form": form, "visa_fel": spara}
    return render(request, "ekonomi/prognos_update.html", sammanhang)


def _sparat(request: HttpRequest, prognos: Prognos, form: PrognosForm) -> bool:
    user: Any = request.user
    try:
        visat = form.cleaned_data["stand"]
        antal = steg.spara_rutan(prognos, form.poster(), form.ny_post(), user, visat)
    except AndradUnderTiden:
        raise
    except ValidationError as fel:
        form.add_error(None, fel.messages)
        return False
    ord_ = "1 post är ändrad" if antal == 1 else f"{antal} poster är ändrade"
    messages.success(request, f"Sparat: {ord_}." if antal else "Inget var ändrat.")
    return True


@require(Ratt.EKONOMI_ANDRA)
def prognos_lagg(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then lays the forecast: from then on it is kept as it is."""
    prognos = _oppen(pk)
    if request.method == "POST":
        try:
            steg.lagg_prognos(prognos, inloggad(request), request.POST.get("stand", ""))
        except ValidationError as fel:
            messages.error(request, " ".join(fel.messages))
        else:
            messages.success(request, "Prognosen är lagd.")
            return redirect(prognos)
    sammanhang = {"prognos": prognos, "bild": prognosbild(prognos)}
    return render(request, "ekonomi/prognos_lagg.html", sammanhang)


class PrognosDeleteView(Tabortvy):
    queryset = Prognos.objects.filter(status="utkast")
    ratt = Ratt.EKONOMI_ANDRA
    lista = ("Prognoser", reverse_lazy("ekonomi:prognos_list"))
    success_url = reverse_lazy("ekonomi:prognos_list")
    foljd = "Utkastet och dess poster tas bort. Historiken finns kvar."


@require(Ratt.UNDERLAG_LASA)
def prognos_traff(request: HttpRequest) -> HttpResponse:
    """How right the forecasts of the years that are over have been."""
    aren = prognostraff(_synliga_ar(request))
    return render(request, "ekonomi/prognos_traff.html", {"aren": aren})


def _synliga_ar(request: HttpRequest) -> set[int]:
    """The years whose outcome the reader may see: a ledamot those that are closed."""
    return set(synliga_ar(request.user).values_list("verksamhetsar", flat=True))


def _oppen(pk: int) -> Prognos:
    """The draft. Raises Http404 for one that is laid: it is never changed."""
    prognos = get_object_or_404(Prognos, pk=pk)
    if prognos.last:
        raise Http404(steg.LAST)
    return prognos
