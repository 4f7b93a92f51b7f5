"""Pages of the insatser."""

from typing import Any

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property

from finsam.formularvyer import Andravy, Skapavy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, require
from insatser.actions.mal import spara_mal
from insatser.berattelse import handelser
from insatser.filters.insatser import InsatsFilter
from insatser.forms.insatser import InsatsbudgetForm, InsatsForm
from insatser.forms.mal import Insatsmalformset
from insatser.models import Ansokan, Insats, Insatsbudget, Slutrapport
from insatser.selectors.ansokningar import nasta_insatsnummer
from insatser.selectors.insatsbild import medel
from insatser.tables.insatser import InsatsTable

LISTA = ("Insatser", reverse_lazy("insatser:insats_list"))
MAL_ANVANDS = "Målet har utfall i kvartalsrapporter och kan inte tas bort."


class InsatsListView(Listvy):
    queryset = Insats.objects.select_related("insatsagare")
    table_class = InsatsTable
    filterset_class = InsatsFilter
    ratt = Ratt.INSATSER_LASA
    rubrik = "Insatser"
    tomt = "Inga insatser än. Lägg till den första, eller läs in filen insatser."
    ny_url = reverse_lazy("insatser:insats_create")
    ny_text = "Ny insats"
    ny_ratt = Ratt.INSATSER_ANDRA


@require(Ratt.INSATS_LASA)
def insats_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Facts, goals and money of an insats, and its whole story in time."""
    synliga = Insats.objects.synliga_for(inloggad(request))
    insats = get_object_or_404(
        synliga.select_related("insatsagare", "forlanger__insatsagare"), pk=pk
    )
    ansokningar = Ansokan.objects.synliga_for(inloggad(request))
    slutrapporter = Slutrapport.objects.synliga_for(inloggad(request))
    return render(
        request,
        "insatser/insats_detail.html",
        {
            "insats": insats,
            "lage": insats.lage(timezone.localdate()),
            "parter": insats.parter.all(),
            "ansvariga": insats.ansvariga.all(),
            "forlangningar": insats.forlangningar.select_related("insatsagare"),
            "mal": insats.malen.all(),
            "medel": medel(insats),
            "ansokningar": ansokningar.filter(insats=insats),
            "externa_projekt": insats.externa_projekt.all(),
            "slutrapport": slutrapporter.filter(insats=insats).first(),
            "handelser": handelser(insats, request.user),
            "idag": timezone.localdate(),
        },
    )


class InsatsCreateView(Skapavy):
    model = Insats
    form_class = InsatsForm
    ratt = Ratt.INSATSER_ANDRA
    rubrik = "Ny insats"
    lista = LISTA

    def get_initial(self) -> dict[str, Any]:
        return {"nr": nasta_insatsnummer()}


class InsatsUpdateView(Andravy):
    model = Insats
    form_class = InsatsForm
    ratt = Ratt.INSATSER_ANDRA
    rubrik = "Ändra insats"
    lista = LISTA


class Budgetsida:
    """What the two forms of a year's money share: the insats they belong to and lead back to."""

    model = Insatsbudget
    form_class: Any = InsatsbudgetForm
    ratt = Ratt.INSATSER_ANDRA
    insats: Insats

    def get_tillbaka(self) -> str:
        return self.insats.get_absolute_url()

    get_success_url = get_tillbaka

    def get_brodsmulor(self) -> list[Any]:
        return [LISTA, (self.insats.kortnamn, self.get_tillbaka())]


class InsatsbudgetCreateView(Budgetsida, Skapavy):
    @property
    def rubrik(self) -> str:  # type: ignore[override]
        return f"Budget för {self.insats}"

    @cached_property
    def insats(self) -> Insats:  # type: ignore[override]
        return get_object_or_404(Insats.objects.select_related("insatsagare"), pk=self.kwargs["pk"])

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": Insatsbudget(insats=self.insats)}


class InsatsbudgetUpdateView(Budgetsida, Andravy):
    rubrik = "Ändra insatsens budget"

    @property
    def insats(self) -> Insats:  # type: ignore[override]
        return self.object.insats  # type: ignore[no-any-return]


@require(Ratt.INSATSER_ANDRA)
def insatsmal_update(request: HttpRequest, pk: int) -> HttpResponse:
    """All goals of an insats on one page."""
    insats = get_object_or_404(Insats.objects.select_related("insatsagare"), pk=pk)
    formset = Insatsmalformset(request.POST or None, instance=insats)
    if request.method == "POST" and formset.is_valid():
        try:
            spara_mal(formset)
        except ProtectedError:
            messages.error(request, MAL_ANVANDS)
        else:
            messages.success(request, "Målen är sparade.")
            if "fler" not in request.POST:
                return redirect(insats)
        return redirect("insatser:insatsmal_update", pk)
    sammanhang = {"objekt": insats, "formset": formset, "rubrik": "Insatsens mål", "lista": LISTA}
    return render(request, "insatser/mal_form.html", sammanhang)
