"""Reading reports: the list, and one with the period before beside it."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from finsam.bilagor import BilagorForm, bilagesvar, ta_bort_bilaga, ta_emot_bilagor
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, far, require
from uppfoljning.choices import Rapportstatus
from uppfoljning.filters.rapporter import KvartalsrapportFilter
from uppfoljning.forms.steg import OrdForm
from uppfoljning.models import Kvartalsrapport, Rapportbilaga
from uppfoljning.models.kvartalsrapport import LAMNADE
from uppfoljning.selectors.lasbild import lasbild
from uppfoljning.tables.rapporter import FARGER, KvartalsrapportTable


class KvartalsrapportListView(Listvy):
    rubrik = "Kvartalsrapporter"
    tomt = "Inga rapporter än. De skapas när perioden är slut; se rapporteringsläget."
    ratt = Ratt.KVARTALSRAPPORT_LASA
    table_class = KvartalsrapportTable
    filterset_class = KvartalsrapportFilter

    def get_queryset(self) -> QuerySet[Kvartalsrapport]:
        synliga = Kvartalsrapport.objects.synliga_for(inloggad(self.request))
        return synliga.select_related("insats__insatsagare")


def hamta(request: HttpRequest, pk: int) -> Kvartalsrapport:
    """The report, where the user may see it. 404 else."""
    synliga = Kvartalsrapport.objects.synliga_for(inloggad(request))
    return get_object_or_404(synliga.select_related("insats__insatsagare"), pk=pk)


@require(Ratt.KVARTALSRAPPORT_LASA)
def kvartalsrapport_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What was handed in, by whom, and what can be done with it."""
    rapport = hamta(request, pk)
    versioner = Kvartalsrapport.objects.filter(insats=rapport.insats, period=rapport.period)
    far_skriva = far(request.user, Ratt.RAPPORTERA)
    sammanhang: dict[str, Any] = {
        "rapport": rapport,
        "farg": FARGER.get(Rapportstatus(rapport.status), ""),
        "bild": lasbild(rapport),
        "steg": rapport.steg.select_related("av"),
        "versioner": versioner.order_by("version"),
        "senast": not versioner.filter(version__gt=rapport.version).exists(),
        "far_skriva": far_skriva and rapport.ar_oppen,
        "far_ratta": far_skriva and not rapport.ar_oppen,
        "far_granska": far(request.user, Ratt.UPPFOLJNING_ANDRA) and rapport.kan_granskas,
        "aterform": OrdForm(label="Kommentar (krävs när rapporten går åter)"),
        "bilagor": rapport.bilagor.select_related("uppladdad_av"),
        "bilageform": BilagorForm(),
    }
    return render(request, "uppfoljning/kvartalsrapport_detail.html", sammanhang)


@require_POST
@require(Ratt.RAPPORTERA)
def rapportbilaga_create(request: HttpRequest, pk: int) -> HttpResponse:
    rapport = get_object_or_404(_oppna(request), pk=pk)
    return ta_emot_bilagor(request, rapport, Rapportbilaga, _skrivsidan(pk))


@require_GET
@require(Ratt.KVARTALSRAPPORT_LASA)
def rapportbilaga_detail(request: HttpRequest, pk: int) -> HttpResponse:
    synliga = Kvartalsrapport.objects.synliga_for(inloggad(request))
    return bilagesvar(get_object_or_404(Rapportbilaga, pk=pk, agare__in=synliga))  # type: ignore[return-value]


@require_POST
@require(Ratt.RAPPORTERA)
def rapportbilaga_delete(request: HttpRequest, pk: int) -> HttpResponse:
    bilaga = get_object_or_404(Rapportbilaga, pk=pk, agare__in=_oppna(request))
    ta_bort_bilaga(bilaga)
    return redirect(f"{_skrivsidan(bilaga.agare.pk)}#bilagor")


def _skrivsidan(pk: int) -> str:
    """Who attaches a file is writing, and goes on with that."""
    return reverse("uppfoljning:kvartalsrapport_update", kwargs={"pk": pk})


def _oppna(request: HttpRequest) -> QuerySet[Kvartalsrapport]:
    """Reports that may be written in: what is handed in keeps its attachments."""
    synliga = Kvartalsrapport.objects.synliga_for(inloggad(request))
    return synliga.exclude(status__in=LAMNADE)
