"""Deviations: the register, one deviation, and the decision on it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone

from finsam.formularvyer import Andravy, Formularsida, Skapavy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.periods import las_period
from finsam.permissions import Ratt, far, require
from insatser.actions.avvikelse import besluta_avvikelse
from insatser.choices import Avvikelseslag, Avvikelsestatus
from insatser.filters.avvikelse import AvvikelseFilter
from insatser.forms.avvikelse import AvvikelseForm, BeslutForm
from insatser.models import Avvikelse
from insatser.selectors.medel import medelslage
from insatser.tables.avvikelse import AvvikelseTable


class AvvikelseListView(Listvy):
    queryset = Avvikelse.objects.select_related("insats__insatsagare")
    table_class = AvvikelseTable
    filterset_class = AvvikelseFilter
    ratt = Ratt.REKVISITION_LASA
    rubrik = "Avvikelser"
    tomt = "Inga avvikelser. En insats anmäler sin med ”Ny avvikelse”."
    ny_url = reverse_lazy("insatser:avvikelse_create")
    ny_text = "Ny avvikelse"
    ny_ratt = Ratt.RAPPORTERA

    def get_queryset(self) -> QuerySet[Avvikelse]:
        return super().get_queryset().synliga_for(self.request.user)


class Avvikelseformular(Formularsida):
    """What the two form pages share: only own insatser, and only while nothing is decided."""

    ratt = Ratt.RAPPORTERA
    lista = ("Avvikelser", reverse_lazy("insatser:avvikelse_list"))

    def get_queryset(self) -> QuerySet[Avvikelse]:
        synliga = Avvikelse.objects.synliga_for(self.request.user)  # type: ignore[attr-defined]
        return synliga.filter(status=Avvikelsestatus.OPPEN)

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc]
        return {**kwargs, "user": self.request.user}  # type: ignore[attr-defined]


class AvvikelseCreateView(Avvikelseformular, Skapavy):
    model = Avvikelse
    form_class = AvvikelseForm
    rubrik = "Ny avvikelse"

    def get_initial(self) -> dict[str, Any]:
        ur_adressen = {f: self.request.GET.get(f, "") for f in ("insats", "period", "slag")}
        return {**ur_adressen, "anmald": timezone.localdate()}

    def form_valid(self, form: ModelForm) -> HttpResponse:
        form.instance.anmald_av = self.request.user
        return super().form_valid(form)


class AvvikelseUpdateView(Avvikelseformular, Andravy):
    model = Avvikelse
    form_class = AvvikelseForm
    rubrik = "Ändra avvikelse"


@require(Ratt.REKVISITION_LASA)
def avvikelse_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return _visa(request, _hamta(request, pk), BeslutForm(initial={"beslutsdatum": _idag()}))


@require(Ratt.INSATSER_ANDRA)
def avvikelse_beslut(request: HttpRequest, pk: int) -> HttpResponse:
    """The decision; refused, the page stands there again with what was typed."""
    avvikelse = _hamta(request, pk)
    form = BeslutForm(request.POST or None, initial={"beslutsdatum": _idag()})
    if request.method == "POST" and form.is_valid():
        try:
            besluta_avvikelse(avvikelse, inloggad(request), **form.cleaned_data)
        except ValidationError as fel:
            form.add_error(None, fel.messages)
        else:
            messages.success(request, "Beslutet är sparat.")
            return redirect(avvikelse)
    return _visa(request, avvikelse, form)


def _hamta(request: HttpRequest, pk: int) -> Avvikelse:
    synliga = Avvikelse.objects.synliga_for(inloggad(request))
    med = synliga.select_related("insats__insatsagare", "anmald_av", "beslutad_av")
    return get_object_or_404(med, pk=pk)


def _visa(request: HttpRequest, avvikelse: Avvikelse, form: BeslutForm) -> HttpResponse:
    """The deviation; for a transfer also the money of both its years, before and after."""
    ar = las_period(avvikelse.period).ar
    overforing = avvikelse.slag == Avvikelseslag.OVERFORING
    oppen = avvikelse.status == Avvikelsestatus.OPPEN
    beslutsratt = Ratt.REKVISITION_OVERSKRIDA if overforing else Ratt.INSATSER_ANDRA
    lagen = [(ett, medelslage(avvikelse.insats, ett)) for ett in (ar, ar + 1)] if overforing else []
    sammanhang = {
        "avvikelse": avvikelse,
        "period": las_period(avvikelse.period),
        "lagen": lagen,
        "oppen": oppen,
        "far_andra": oppen and far(request.user, Ratt.RAPPORTERA),
        "far_besluta": oppen and far(request.user, beslutsratt),
        "form": form,
    }
    return render(request, "insatser/avvikelse_detail.html", sammanhang)


def _idag() -> Any:
    return timezone.localdate()
