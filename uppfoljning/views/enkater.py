"""Pages where the office makes a survey: the questionnaire, its questions and their order."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Exists, Max, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_POST

from finsam.formularvyer import Andravy, Skapavy, Tabortvy
from finsam.listor import Listvy
from finsam.permissions import Ratt, require
from uppfoljning.actions.enkat import flytta_fraga
from uppfoljning.filters.enkater import EnkatFilter
from uppfoljning.forms.enkat import EnkatForm, EnkatfragaForm
from uppfoljning.forms.enkatsvar import SvarForm
from uppfoljning.models import Enkat, Enkatfraga, Svarsrakning
from uppfoljning.selectors.enkat import minst
from uppfoljning.tables.enkater import EnkatTable

LISTA = reverse_lazy("uppfoljning:enkat_list")


class EnkatListView(Listvy):
    queryset = Enkat.objects.annotate(
        antal_fragor=Count("fragor", distinct=True),
        antal_omgangar=Count("omgangar", distinct=True),
        senaste=Max("omgangar__stanger"),
    )
    table_class = EnkatTable
    filterset_class = EnkatFilter
    ratt = Ratt.ENKAT_LASA
    rubrik = "Enkäter"
    tomt = "Inga enkäter än. Gör den första, eller läs in filerna enkater och enkatfragor."
    ny_url = reverse_lazy("uppfoljning:enkat_create")
    ny_text = "Ny enkät"
    ny_ratt = Ratt.ENKAT_ANDRA


def _fragor(enkat: Enkat) -> QuerySet[Enkatfraga]:
    """The questions in order; `stalld` tells whether a round has asked it: it then stays."""
    stalld = Exists(Svarsrakning.objects.filter(fraga=OuterRef("pk")))
    return enkat.fragor.annotate(stalld=stalld).order_by("ordning")


@require(Ratt.ENKAT_LASA)
def enkat_detail(request: HttpRequest, pk: int) -> HttpResponse:
    enkat = get_object_or_404(Enkat, pk=pk)
    idag = timezone.localdate()
    omgangar = [(rad, rad.lage(idag)) for rad in enkat.omgangar.order_by("-oppnar")]
    innehall = {"enkat": enkat, "fragor": _fragor(enkat), "omgangar": omgangar, "minst": minst()}
    return render(request, "uppfoljning/enkat_detail.html", innehall)


@require(Ratt.ENKAT_LASA)
def enkat_forhandsvisa(request: HttpRequest, pk: int) -> HttpResponse:
    """The questionnaire as it will be met; nothing can be sent from here."""
    enkat = get_object_or_404(Enkat, pk=pk)
    form = SvarForm(enkat.fragor.order_by("ordning"))
    innehall = {"enkat": enkat, "form": form, "minst": minst()}
    return render(request, "uppfoljning/enkat_forhandsvisa.html", innehall)


class EnkatCreateView(Skapavy):
    model = Enkat
    form_class = EnkatForm
    ratt = Ratt.ENKAT_ANDRA
    rubrik = "Ny enkät"
    tillbaka = LISTA


class EnkatUpdateView(Andravy):
    model = Enkat
    form_class = EnkatForm
    ratt = Ratt.ENKAT_ANDRA
    rubrik = "Ändra enkät"


class EnkatDeleteView(Tabortvy):
    """Only a questionnaire that has no rounds."""

    queryset = Enkat.objects.filter(omgangar=None)
    ratt = Ratt.ENKAT_ANDRA
    foljd = "Enkätens frågor tas bort tillsammans med den."
    success_url = LISTA


class EnkatfragaCreateView(Skapavy):
    model = Enkatfraga
    form_class = EnkatfragaForm
    ratt = Ratt.ENKAT_ANDRA
    rubrik = "Ny fråga"

    @property
    def enkat(self) -> Enkat:
        return get_object_or_404(Enkat, pk=self.kwargs["pk"])

    def get_initial(self) -> dict[str, Any]:
        sista = self.enkat.fragor.aggregate(nr=Max("ordning"))["nr"]
        return {"enkat": self.enkat, "ordning": (sista or 0) + 1}

    def get_tillbaka(self) -> str:
        return self.enkat.get_absolute_url()


# A question that a round has asked stands as it was asked.
OSTALLDA = Enkatfraga.objects.filter(rakningar=None)


class EnkatfragaUpdateView(Andravy):
    queryset = OSTALLDA
    form_class = EnkatfragaForm
    ratt = Ratt.ENKAT_ANDRA
    rubrik = "Ändra fråga"


class EnkatfragaDeleteView(Tabortvy):
    queryset = OSTALLDA
    ratt = Ratt.ENKAT_ANDRA

    def get_success_url(self) -> str:
        return self.object.get_absolute_url()


@require(Ratt.ENKAT_ANDRA)
@require_POST
def enkatfraga_flytta(request: HttpRequest, pk: int) -> HttpResponse:
    fraga = get_object_or_404(Enkatfraga.objects.select_related("enkat"), pk=pk)
    if flytta_fraga(fraga, request.POST.get("riktning") == "upp", request.user):
        plats = fraga.enkat.fragor.filter(ordning__lte=fraga.ordning).count()
        messages.success(request, f"Frågan står nu på plats {plats}.")
    return redirect(f"{fraga.get_absolute_url()}#fraga-{fraga.pk}")
