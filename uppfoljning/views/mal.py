"""Pages of the association's goals: the year at a glance, and each goal."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone

from finsam.formularvyer import Andravy, Skapavy, Tabortvy
from finsam.permissions import Ratt, require
from uppfoljning.actions.mal import kopiera_mal
from uppfoljning.calculations.mal import framsteg
from uppfoljning.forms.mal import KopieraMalForm, ResultatmalForm, VerksamhetsmalForm
from uppfoljning.models import Resultatmal, Verksamhetsmal
from uppfoljning.selectors.mal import ar_med_mal, delar_av_aret, forslag_till_ar, malunderlag

LISTA = reverse_lazy("uppfoljning:verksamhetsmal_list")


def _arets_adress(ar: int) -> str:
    return f"{reverse('uppfoljning:verksamhetsmal_list')}?ar={ar}"


def _valt_ar(request: HttpRequest) -> int:
    text = request.GET.get("ar", "")
    if text.isdecimal() and 1990 <= int(text) <= 2200:
        return int(text)
    return forslag_till_ar(timezone.localdate())


@require(Ratt.UPPFOLJNING_LASA)
def verksamhetsmal_list(request: HttpRequest) -> HttpResponse:
    """A year's goals, with the outcome after each part of the year and how they stand."""
    ar = _valt_ar(request)
    delar = delar_av_aret(ar)
    underlag = malunderlag(ar)
    rader = framsteg(underlag, delar, timezone.localdate())
    per_mal = {nr: list(dess) for nr, dess in groupby(rader, key=lambda ett: ett.rad.nr)}
    return render(
        request,
        "uppfoljning/verksamhetsmal_list.html",
        {
            "ar": ar,
            "aren": ar_med_mal(),
            "delar": [f"{del_.slag}{del_.nr}" for del_ in delar],
            "mal": [(mal, per_mal.get(mal.nr, [])) for mal in underlag.mal],
            "nara": underlag.nara,
        },
    )


@require(Ratt.UPPFOLJNING_LASA)
def verksamhetsmal_detail(request: HttpRequest, pk: int) -> HttpResponse:
    mal = get_object_or_404(Verksamhetsmal, pk=pk)
    return render(
        request,
        "uppfoljning/verksamhetsmal_detail.html",
        {
            "mal": mal,
            "resultatmal": mal.resultatmalen.all(),
            "tillbaka": _arets_adress(mal.verksamhetsar),
        },
    )


@require(Ratt.UPPFOLJNING_ANDRA)
def verksamhetsmal_kopiera(request: HttpRequest) -> HttpResponse:
    """A form with two years; the goals of the one become goals of the other."""
    senaste = next(iter(ar_med_mal()), None)
    start = {"fran": senaste, "till": senaste + 1} if senaste else {}
    form = KopieraMalForm(request.POST or None, initial=start)
    if form.is_valid():
        fran, till = form.cleaned_data["fran"], form.cleaned_data["till"]
        try:
            nya = kopiera_mal(fran, till, request.user)
        except ValidationError as fel:
            form.add_error("till", fel)
        else:
            messages.success(request, f"{len(nya)} mål är kopierade till {till}.")
            return redirect(_arets_adress(till))
    innehall = {"form": form, "rubrik": "Kopiera mål till ett annat år", "tillbaka": LISTA}
    return render(request, "finsam/formular.html", innehall)


class VerksamhetsmalCreateView(Skapavy):
    model = Verksamhetsmal
    form_class = VerksamhetsmalForm
    ratt = Ratt.UPPFOLJNING_ANDRA
    rubrik = "Nytt mål"
    tillbaka = LISTA

    def get_initial(self) -> dict[str, Any]:
        ar = _valt_ar(self.request)
        sista = Verksamhetsmal.objects.filter(verksamhetsar=ar).aggregate(nr=Max("nr"))["nr"]
        return {"verksamhetsar": ar, "nr": (sista or 0) + 1}


class VerksamhetsmalUpdateView(Andravy):
    model = Verksamhetsmal
    form_class = VerksamhetsmalForm
    ratt = Ratt.UPPFOLJNING_ANDRA
    rubrik = "Ändra mål"


class VerksamhetsmalDeleteView(Tabortvy):
    model = Verksamhetsmal
    ratt = Ratt.UPPFOLJNING_ANDRA
    foljd = "Målets resultatmål tas bort tillsammans med det."

    def get_success_url(self) -> str:
        return _arets_adress(self.object.verksamhetsar)


class ResultatmalCreateView(Skapavy):
    model = Resultatmal
    form_class = ResultatmalForm
    ratt = Ratt.UPPFOLJNING_ANDRA

    @property
    def rubrik(self) -> str:  # type: ignore[override]
        return f"Nytt resultatmål till mål {self.mal.nr} {self.mal.verksamhetsar}"

    @property
    def mal(self) -> Verksamhetsmal:
        return get_object_or_404(Verksamhetsmal, pk=self.kwargs["pk"])

    def get_initial(self) -> dict[str, Any]:
        sista = self.mal.resultatmalen.aggregate(nr=Max("ordning"))["nr"]
        return {"mal": self.mal, "ordning": (sista or 0) + 1}

    def get_tillbaka(self) -> str:
        return self.mal.get_absolute_url()


class ResultatmalUpdateView(Andravy):
    model = Resultatmal
    form_class = ResultatmalForm
    ratt = Ratt.UPPFOLJNING_ANDRA
    rubrik = "Ändra resultatmål"


class ResultatmalDeleteView(Tabortvy):
    model = Resultatmal
    ratt = Ratt.UPPFOLJNING_ANDRA

    def get_success_url(self) -> str:
        return self.object.get_absolute_url()
