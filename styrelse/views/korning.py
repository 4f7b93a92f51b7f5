"""Pages of the runs of allowances: made, looked through, attested, sent to payroll."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, far, require
from finsam.tabular.export import Exportkolumn
from finsam.tabular.responses import exportsvar
from styrelse.actions import arvode as steg
from styrelse.filters.arvode import KorningFilter
from styrelse.forms.arvode import ExportForm, KorningForm
from styrelse.models import Arvodeskorning
from styrelse.selectors.korning import korningsbild
from styrelse.tables.arvode import KorningTable

LISTA = ("Arvoden", reverse_lazy("styrelse:arvodeskorning_list"))
SUMMOR = (
    Exportkolumn("Namn", "namn"),
    Exportkolumn("Slag", "slag"),
    Exportkolumn("Belopp, kr", "belopp", "kr"),
)
RADER = (
    Exportkolumn("Namn", "person.namn"),
    Exportkolumn("Slag", "get_slag_display"),
    Exportkolumn("Mötesdag", "mote.datum", "datum"),
    Exportkolumn("Avser", "text"),
    Exportkolumn("Antal", "antal", "tal"),
    Exportkolumn("À-pris, kr", "a_pris", "kr"),
    Exportkolumn("Belopp, kr", "belopp", "kr"),
)


class KorningListView(Listvy):
    queryset = Arvodeskorning.objects.select_related("skapad_av", "attesterad_av").annotate(
        summa=Sum("rader__belopp")
    )
    table_class = KorningTable
    filterset_class = KorningFilter
    ratt = Ratt.ARVODE_LASA
    rubrik = "Arvoden"
    tomt = "Inga körningar än. Lägg in satserna, och gör den första när ett möte är hållet."
    ny_url = reverse_lazy("styrelse:arvodeskorning_create")
    ny_text = "Ny körning"
    ny_ratt = Ratt.ARVODE_ANDRA


@require(Ratt.ARVODE_ANDRA)
def korning_create(request: HttpRequest) -> HttpResponse:
    form = KorningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            data = form.cleaned_data
            return redirect(steg.skapa_korning(data["fran"], data["tom"], inloggad(request)))
        except ValidationError as fel:
            form.add_error(None, fel.messages)
    sammanhang = {
        "form": form,
        "rubrik": "Ny arvodeskörning",
        "tillbaka": LISTA[1],
        "brodsmulor": [LISTA],
    }
    return render(request, "finsam/formular.html", sammanhang)


@require(Ratt.ARVODE_LASA)
def korning_detail(request: HttpRequest, pk: int) -> HttpResponse:
    korning = get_object_or_404(
        Arvodeskorning.objects.select_related("skapad_av", "attesterad_av"), pk=pk
    )
    far_andra = far(request.user, Ratt.ARVODE_ANDRA)
    sammanhang = {
        "korning": korning,
        "bild": korningsbild(korning),
        "far_attestera": far_andra and request.user.pk != korning.skapad_av_id,
        "exportform": ExportForm(),
    }
    return render(request, "styrelse/arvodeskorning_detail.html", sammanhang)


def _steg(
    gor: Callable[[Arvodeskorning, Any], None], klart: str, bort: bool = False
) -> Callable[..., HttpResponseBase]:
    """A step that a button takes; anything but POST is 405."""

    def vy(request: HttpRequest, pk: int) -> HttpResponse:
        korning = get_object_or_404(Arvodeskorning, pk=pk)
        try:
            gor(korning, inloggad(request))
        except ValidationError as fel:
            messages.error(request, " ".join(fel.messages))
            return redirect(korning)
        messages.success(request, klart)
        return redirect(str(LISTA[1])) if bort else redirect(korning)

    return require_POST(require(Ratt.ARVODE_ANDRA)(vy))


korning_rakna_om = _steg(steg.rakna_om, "Körningen är omräknad.")
korning_attest = _steg(steg.attestera, "Körningen är attesterad.")
korning_delete = _steg(steg.ta_bort, "Utkastet är borttaget.", bort=True)


@require_POST
@require(Ratt.ARVODE_ANDRA)
def korning_export(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file for payroll; the run is then marked as sent."""
    korning, form = get_object_or_404(Arvodeskorning, pk=pk), ExportForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Välj innehåll och format.")
        return redirect(korning)
    try:
        korning = steg.markera_exporterad(korning, inloggad(request))
    except ValidationError as fel:
        messages.error(request, " ".join(fel.messages))
        return redirect(korning)
    bild, namn = korningsbild(korning), f"Arvoden {korning.fran} – {korning.tom}"
    if form.cleaned_data["innehall"] == "summor":
        return exportsvar(namn, SUMMOR, bild.summor, form.cleaned_data["filformat"])
    return exportsvar(namn, RADER, bild.rader, form.cleaned_data["filformat"])
