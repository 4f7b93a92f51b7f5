"""Meetings: the list, one with everything that belongs to it, and its own facts."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_POST

from finsam.arshjul import tillstand
from finsam.formularvyer import Andravy, Formularsida, Skapavy, Tabortvy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, far, require
from styrelse.actions.dagordning import fran_mall
from styrelse.actions.moten import mojliga_steg, stall_in, ta_steg
from styrelse.actions.samrad import deltagarhinder
from styrelse.choices import HALLNA, LASTA, SAMRADEN, Motesstatus
from styrelse.filters.moten import MoteFilter
from styrelse.forms.moten import MoteForm, andringsbara
from styrelse.forms.samrad import DeltagareForm
from styrelse.models import Mote
from styrelse.models.mote import FINNS
from styrelse.selectors.arshjul import kallelsedagar
from styrelse.selectors.beslutsregister import paragraferna
from styrelse.selectors.kallelse import kallelsen_sa, motets_dagordning
from styrelse.selectors.moten import motena
from styrelse.selectors.omedelbart import att_ansla, omedelbart_justerade
from styrelse.selectors.samrad import deltagarlista, inbjudna
from styrelse.tables.moten import MoteTable

LISTA = ("Möten", reverse_lazy("styrelse:mote_list"))


class MoteListView(Listvy):
    """Every meeting: the days of those to come are no secret, what they take up may be."""

    table_class = MoteTable
    template_name = "styrelse/mote_list.html"
    filterset_class = MoteFilter
    ratt = Ratt.MOTE_LASA
    rubrik = "Möten"
    tomt = "Inga möten än. Gör årets mötesplan, eller lägg till det första mötet."
    ny_url = reverse_lazy("styrelse:mote_create")
    ny_text = "Nytt möte"
    ny_ratt = Ratt.MOTE_ANDRA

    def get_queryset(self) -> QuerySet[Any]:
        return motena(timezone.localdate())


@require(Ratt.MOTE_LASA)
def mote_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting's hub; of a notice not yet sent those who do not prepare it see the day only."""
    return visa_mote(request, get_object_or_404(Mote.objects.select_related("medlem"), pk=pk))


def visa_mote(request: HttpRequest, mote: Mote, form: DeltagareForm | None = None) -> HttpResponse:
    """The page; with the form of a participant as it was refused, when there is one."""
    bereder = far(request.user, Ratt.MOTE_BEREDA)
    omedelbara = omedelbart_justerade(mote)
    skickade = list(mote.paket.i_korthet())
    innehall = {
        "mote": mote,
        "bereder": bereder,
        "steg": mojliga_steg(mote, timezone.localdate()),
        "visas": bereder or mote.utskickat,
        # A meeting known from before may have been held without papers that were sent from here.
        "har_handlingar": bool(skickade),
        "skickade": skickade,
        "paragrafer": paragraferna(mote),
        "omedelbara": omedelbara,
        "kan_anslas": bool(att_ansla(omedelbara)),
        "kan_andras": not mote.last and bool(andringsbara(mote)),
        "kallelsen_sa": kallelsen_sa(mote),
        "rader": motets_dagordning(mote, bereder),
        "kan_tas_bort": Mote.objects.borttagbara().filter(pk=mote.pk).exists(),
    }
    if bereder and mote.beslutar and mote.status == Motesstatus.PLANERAT:
        innehall |= _kallelsen(mote)
    if mote.organ in SAMRADEN:
        innehall |= _samradet(mote, form)
    return render(request, "styrelse/mote_detail.html", innehall)


def _kallelsen(mote: Mote) -> dict[str, Any]:
    """By when the notice is to be sent, and how that stands, as on the start page."""
    dag = mote.datum - timedelta(days=kallelsedagar())
    lage = tillstand(dag, timezone.localdate(), klar=False)
    return {"kallelsedag": dag, "kallelselage": lage}


def _samradet(mote: Mote, form: DeltagareForm | None) -> dict[str, Any]:
    """What a consultation's page has beside that: who took part, and the form for one more."""
    return {
        "deltagarlista": deltagarlista(mote),
        "deltagarform": form or DeltagareForm(inbjudna=inbjudna(mote)),
        "kan_antecknas": not deltagarhinder(mote),
        "har_anteckningar": mote.status in HALLNA,
    }


@require(Ratt.MOTE_ANDRA)
def mote_stall_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, and says what follows; 404 for a meeting that cannot be called off.

    The answer says what the meeting was when it was asked; one without it is asked again.
    """
    mote, idag = get_object_or_404(Mote, pk=pk), timezone.localdate()
    if Motesstatus.INSTALLT not in mojliga_steg(mote, idag):
        raise Http404
    if request.method == "POST":
        try:
            stall_in(mote, request.POST.get("sedd", ""), idag, inloggad(request))
        except ValidationError as fel:
            messages.error(request, " ".join(fel.messages))
        else:
            return redirect(mote)
    return render(request, "styrelse/mote_stall_in.html", {"mote": mote})


@require_POST
@require(Ratt.MOTE_ANDRA)
def mote_steg(request: HttpRequest, pk: int) -> HttpResponse:
    mote = get_object_or_404(Mote, pk=pk)
    try:
        ta_steg(mote, request.POST.get("till", ""), timezone.localdate(), inloggad(request))
    except ValidationError as fel:
        messages.error(request, " ".join(fel.messages))
    return redirect(mote)


class Motesformular(Formularsida):
    """The form of a meeting, whose day and hour somebody else may take while it is saved."""

    ratt = Ratt.MOTE_ANDRA
    lista = LISTA

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                return self.spara(form)
        except IntegrityError:
            form.add_error(None, FINNS)
            svar: HttpResponse = self.form_invalid(form)  # type: ignore[attr-defined]
            return svar

    def spara(self, form: Any) -> HttpResponse:
        return super().form_valid(form)


class MoteCreateView(Motesformular, Skapavy):
    model = Mote
    form_class = MoteForm
    rubrik = "Nytt möte"

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "organ": self.request.GET.get("organ", "fs")}

    def spara(self, form: Any) -> HttpResponse:
        """The new meeting has its organ's fixed items at once."""
        svar = super().spara(form)
        mote: Any = self.object
        fran_mall(mote, self.request.user)  # type: ignore[arg-type]  # logged in
        return svar


class MoteUpdateView(Motesformular, Andravy):
    """As long as something of it may change; else 404."""

    queryset = Mote.objects.exclude(status__in=LASTA)
    form_class = MoteForm
    rubrik = "Ändra möte"

    def get_object(self, queryset: Any = None) -> Mote:
        mote: Mote = super().get_object(queryset)
        if not andringsbara(mote):
            raise Http404
        return mote


class MoteDeleteView(Tabortvy):
    """An unsent meeting without matters; its fixed items go with it."""

    queryset = Mote.objects.borttagbara()
    ratt = Ratt.MOTE_ANDRA
    lista = LISTA
    success_url = reverse_lazy("styrelse:mote_list")
    foljd = "Dess fasta punkter tas bort med det."

    def form_valid(self, form: Any) -> HttpResponse:
        for punkt in self.object.punkter.all():
            punkt.delete()
        return super().form_valid(form)
