"""Pages of the applications: list, form, money, goals and attachments."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import F, Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone

from finsam.bilagor import BilagorForm
from finsam.formularvyer import Andravy, Skapavy, Tabortvy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, far, require
from insatser.actions.ansokan import LAST, STEG, RedanBeslutad, brister, las_oppen, spara_belopp
from insatser.actions.mal import spara_mal
from insatser.choices import Ansokningsslag, Ansokningsstatus, Finansiering
from insatser.filters.ansokningar import AnsokanFilter
from insatser.forms.ansokningar import AnsokanForm, BeloppForm, ur_insats
from insatser.forms.mal import Ansokningsmalformset
from insatser.models import Ansokan, Insats
from insatser.selectors.ansokningar import (
    budgettabell,
    fornyelse,
    nasta_diarienummer,
    sokta_belopp,
)
from insatser.tables.ansokningar import AnsokanTable

LISTA = ("Ansökningar", reverse_lazy("insatser:ansokan_list"))
BESLUT_MED = ("insats__insatsagare", "registrerat_av")


class AnsokanListView(Listvy):
    queryset = (
        Ansokan.objects.select_related("insatsagare")
        .annotate(
            sokt=Sum("poster__belopp", filter=Q(poster__finansiering=Finansiering.SOF)),
        )
        # Drafts first; the databases differ on where they put what has not come in.
        .order_by(F("inkom").desc(nulls_first=True), "-pk")
    )
    table_class = AnsokanTable
    filterset_class = AnsokanFilter
    ratt = Ratt.INSATSER_LASA
    rubrik = "Ansökningar"
    tomt = "Inga ansökningar än. Lägg till den första, eller läs in filen ansokningar."
    ny_url = reverse_lazy("insatser:ansokan_create")
    ny_text = "Ny ansökan"
    ny_ratt = Ratt.INSATSER_ANDRA

    def get_queryset(self) -> QuerySet[Ansokan]:
        ansokningar: Any = super().get_queryset()
        return ansokningar.synliga_for(self.request.user)  # type: ignore[no-any-return]


@require(Ratt.INSATS_LASA)
def ansokan_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The application, its steps so far and the steps that are open to the reader."""
    ansokan = get_object_or_404(
        Ansokan.objects.synliga_for(inloggad(request)).select_related(
            "insatsagare", "insats__insatsagare", "foregaende"
        ),
        pk=pk,
    )
    far_andra = far(request.user, Ratt.INSATSER_ANDRA)
    oppen = far_andra and ansokan.status != Ansokningsstatus.BESLUTAD
    return render(
        request,
        "insatser/ansokan_detail.html",
        {
            "ansokan": ansokan,
            "budget": budgettabell(sokta_belopp(ansokan)),
            "mal": ansokan.malen.all(),
            "parter": ansokan.parter.all(),
            "beslut": ansokan.beslut.select_related(*BESLUT_MED).prefetch_related("aren"),
            "handelser": ansokan.handelser.select_related("av"),
            "fornyelse": fornyelse(ansokan),
            "efterfoljare": ansokan.efterfoljare.all(),
            "bedomning": _synlig_bedomning(request, ansokan),
            "oppen": oppen,
            "steg": STEG[ansokan.status] if oppen else (),
            "brister": brister(ansokan) if oppen else [],
            "bilagor": ansokan.bilagor.select_related("uppladdad_av"),
            "bilageform": BilagorForm() if oppen else None,
        },
    )


def _synlig_bedomning(request: HttpRequest, ansokan: Ansokan) -> str:
    """The kansli's words to the board; the applicant's only once the board has decided."""
    beslutad = ansokan.status == Ansokningsstatus.BESLUTAD
    return ansokan.bedomning if beslutad or far(request.user, Ratt.INSATSER_LASA) else ""


class AnsokanCreateView(Skapavy):
    model = Ansokan
    form_class = AnsokanForm
    ratt = Ratt.INSATSER_ANDRA
    rubrik = "Ny ansökan"
    lista = LISTA
    sparat = "Ansökan är sparad som utkast. Fyll nu i medel och mål."

    def get_initial(self) -> dict[str, Any]:
        """The next number; from the page of an insats also what is known of it."""
        forslag: dict[str, Any] = {"diarienummer": nasta_diarienummer(timezone.localdate().year)}
        slag, nr = self.request.GET.get("slag", ""), self.request.GET.get("insats", "")
        if slag in Ansokningsslag.values:
            forslag["slag"] = slag
        insats = Insats.objects.filter(pk=nr).first() if nr.isdecimal() else None
        return forslag | (ur_insats(insats, slag) if insats else {})


class AnsokanUpdateView(Andravy):
    model = Ansokan
    form_class = AnsokanForm
    queryset = Ansokan.objects.exclude(status=Ansokningsstatus.BESLUTAD)
    ratt = Ratt.INSATSER_ANDRA
    rubrik = "Ändra ansökan"
    lista = LISTA


class AnsokanDeleteView(Tabortvy):
    """A draft that came to nothing; what has come in stays."""

    queryset = Ansokan.objects.filter(status=Ansokningsstatus.UTKAST, efterfoljare__isnull=True)
    ratt = Ratt.INSATSER_ANDRA
    rubrik = "Ta bort ansökan"
    lista = LISTA
    success_url = reverse_lazy("insatser:ansokan_list")
    foljd = "Medel, mål och bilagor försvinner."


@require(Ratt.INSATSER_ANDRA)
def ansokan_budget(request: HttpRequest, pk: int) -> HttpResponse:
    """The money, a table per year; ”Räkna” adds it up without storing anything."""
    ansokan = get_object_or_404(Ansokan, pk=pk)
    if ansokan.status == Ansokningsstatus.BESLUTAD:
        return _last(request, ansokan)
    form = BeloppForm(ansokan, request.POST if request.method == "POST" else None)
    if request.method == "POST" and "rakna" not in request.POST and form.is_valid():
        try:
            spara_belopp(ansokan, form.poster())
        except RedanBeslutad:
            return _last(request, ansokan)
        messages.success(request, "Medlen är sparade.")
        return redirect(ansokan)
    return render(request, "insatser/ansokan_budget.html", {"ansokan": ansokan, "form": form})


@require(Ratt.INSATSER_ANDRA)
def ansokan_mal(request: HttpRequest, pk: int) -> HttpResponse:
    ansokan = get_object_or_404(Ansokan, pk=pk)
    if ansokan.status == Ansokningsstatus.BESLUTAD:
        return _last(request, ansokan)
    formset = Ansokningsmalformset(request.POST or None, instance=ansokan)
    if request.method == "POST" and formset.is_valid():
        try:
            with transaction.atomic():
                las_oppen(ansokan)
                spara_mal(formset)
        except RedanBeslutad:
            return _last(request, ansokan)
        messages.success(request, "Målen är sparade.")
        return redirect("insatser:ansokan_mal", pk) if "fler" in request.POST else redirect(ansokan)
    sammanhang = {
        "objekt": ansokan,
        "formset": formset,
        "rubrik": "Ansökans mål",
        "lista": LISTA,
    }
    return render(request, "insatser/mal_form.html", sammanhang)


def _last(request: HttpRequest, ansokan: Ansokan) -> HttpResponse:
    messages.error(request, LAST)
    return redirect(ansokan)
