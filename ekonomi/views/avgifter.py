"""Member fees: the year's allocation, what each member pays of it, and the board's decision."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_POST

from ekonomi.actions.tilldelning import faststall_tilldelning, ny_version
from ekonomi.calculations.avgifter import AvgiftFel
from ekonomi.choices import Avgiftsstatus
from ekonomi.filters.avgifter import TilldelningFilter
from ekonomi.forms.avgifter import FINNS, FaststallForm, MarkeraForm, TilldelningForm
from ekonomi.models import Tilldelning
from ekonomi.selectors.avgifter import avgifter_av
from ekonomi.selectors.avgiftssida import Insyn, avgiftssida
from ekonomi.synlighet import synliga_ar, synliga_tilldelningar
from ekonomi.tables.avgifter import TilldelningTable
from finsam.formularvyer import Andravy, Formularsida, Skapavy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, far, require

LISTA = ("Medlemsavgifter", reverse_lazy("ekonomi:tilldelning_list"))


class TilldelningListView(Listvy):
    model = Tilldelning
    table_class = TilldelningTable
    filterset_class = TilldelningFilter
    ratt = Ratt.UNDERLAG_LASA
    rubrik = "Medlemsavgifter"
    tomt = "Ingen tilldelning än. Lägg till den första, eller läs in filen tilldelning."
    ny_url = reverse_lazy("ekonomi:tilldelning_create")
    ny_text = "Ny tilldelning"
    ny_ratt = Ratt.EKONOMI_ANDRA

    def get_queryset(self) -> QuerySet[Tilldelning]:
        return synliga_tilldelningar(self.request.user)


@require(Ratt.UNDERLAG_LASA)
def tilldelning_detail(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    """The year's fee of each member, or what is missing to share it; how it is paid and booked."""
    idag = timezone.localdate()
    # A ledamot reads the ledger of closed years only, and nobody's invoices.
    insyn = Insyn(
        bokforing=synliga_ar(request.user).filter(verksamhetsar=verksamhetsar).exists(),
        fakturor=far(request.user, Ratt.EKONOMI_LASA),
    )
    versioner = synliga_tilldelningar(request.user).filter(verksamhetsar=verksamhetsar)
    sida = avgiftssida(versioner, request.GET.get("version", ""), idag, insyn)
    if sida is None:
        raise Http404
    return render(
        request,
        "ekonomi/tilldelning_detail.html",
        {
            "sida": sida,
            "tilldelning": sida.tilldelning,
            "markera": MarkeraForm(initial={"dag": idag}),
        },
    )


class Tilldelningsformular(Formularsida):
    """What the two form pages share: a preview of the shares before anything is saved."""

    template_name: str | None = "ekonomi/tilldelning_form.html"
    ratt = Ratt.EKONOMI_ANDRA
    lista = LISTA

    def form_valid(self, form: ModelForm) -> HttpResponse:
        if "forhandsvisa" not in self.request.POST:  # type: ignore[attr-defined]
            return super().form_valid(form)
        form.instance.fyll_andelar()
        try:
            forhandsvisning: dict[str, Any] = {"avgifter": avgifter_av(form.instance)}
        except AvgiftFel as fel:
            forhandsvisning = {"fel": str(fel)}
        return self.render_to_response(  # type: ignore[attr-defined,no-any-return]
            self.get_context_data(form=form, forhandsvisning=forhandsvisning)
        )


class TilldelningCreateView(Tilldelningsformular, Skapavy):
    model = Tilldelning
    form_class = TilldelningForm
    rubrik = "Ny tilldelning"

    def form_valid(self, form: ModelForm) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except IntegrityError:
            # Somebody else, or the same button twice, was first.
            form.add_error("verksamhetsar", FINNS)
            return self.form_invalid(form)

    def get_initial(self) -> dict[str, Any]:
        senaste = Tilldelning.objects.order_by("-verksamhetsar").first()
        ar = senaste.verksamhetsar if senaste else timezone.localdate().year
        return {"verksamhetsar": ar + 1}


class TilldelningUpdateView(Tilldelningsformular, Andravy):
    model = Tilldelning
    form_class = TilldelningForm
    rubrik = "Ändra tilldelning"

    def get_queryset(self) -> QuerySet[Tilldelning]:
        return super().get_queryset().filter(status=Avgiftsstatus.PRELIMINAR)

    def get_tillbaka(self) -> str:
        return str(self.object.versionsadress)

    def get_success_url(self) -> str:
        return self.get_tillbaka()


@require(Ratt.EKONOMI_ANDRA)
def tilldelning_faststall(request: HttpRequest, pk: int) -> HttpResponse:
    """The board's decision with day and paragraph; after it the version is locked."""
    preliminara = Tilldelning.objects.filter(status=Avgiftsstatus.PRELIMINAR)
    tilldelning = get_object_or_404(preliminara, pk=pk)
    idag = timezone.localdate()
    form = FaststallForm(request.POST or None)
    if form.is_valid():
        try:
            faststall_tilldelning(tilldelning, inloggad(request), **form.cleaned_data, idag=idag)
        except ValidationError as fel:
            form.add_error(None, fel)
        else:
            messages.success(request, "Avgifterna är fastställda.")
            return redirect(tilldelning)
    sammanhang = {
        "form": form,
        "tilldelning": tilldelning,
        "rubrik": f"Fastställ medlemsavgifter {tilldelning.verksamhetsar}",
        "brodsmulor": [LISTA, (tilldelning.verksamhetsar, tilldelning.versionsadress)],
        "tillbaka": tilldelning.versionsadress,
    }
    return render(request, "ekonomi/tilldelning_faststall.html", sammanhang)


@require_POST
@require(Ratt.EKONOMI_ANDRA)
def tilldelning_ny_version(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    """A correction of what is laid down begins as a copy."""
    tilldelning = get_object_or_404(Tilldelning.objects.filter(verksamhetsar=verksamhetsar)[:1])
    try:
        ny = ny_version(verksamhetsar, inloggad(request))
    except ValidationError as fel:
        messages.error(request, " ".join(fel.messages))
        return redirect(tilldelning)
    messages.success(request, f"Version {ny.version} är påbörjad: ändra den och fastställ den.")
    return redirect(ny.versionsadress)
