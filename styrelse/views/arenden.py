"""Matters: the list, one with all that belongs to it, and its form."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.permissions import Ratt, far, require
from styrelse import amnen
from styrelse.actions.arenden import Arendekrock, avsluta, spara_arende, ta_bort
from styrelse.filters.arenden import ArendeFilter
from styrelse.forms.arenden import ArendeForm, DelarendeFormset, arendestand
from styrelse.models import Arende
from styrelse.selectors.arenden import arendets_brister
from styrelse.selectors.arendesida import (
    FARGER,
    LAGEN,
    arendets_siffror,
    bilagebilder,
    med_lage,
    motesrader,
)
from styrelse.selectors.arendetext import Utskrivare
from styrelse.selectors.textvarningar import arendets_varningar
from styrelse.tables.arenden import ArendeTable

LISTA = ("Ärenden", reverse_lazy("styrelse:arende_list"))


class ArendeListView(Listvy):
    queryset = Arende.objects.all()
    table_class = ArendeTable
    filterset_class = ArendeFilter
    ratt = Ratt.MOTE_BEREDA
    rubrik = "Ärenden"
    tomt = "Inga ärenden att visa. Skapa ett nytt, ändra urvalet eller läs in filen arenden."
    ny_url = reverse_lazy("styrelse:arende_fran_amne")
    ny_text = "Nytt ärende"
    ny_ratt = Ratt.MOTE_ANDRA

    def get_queryset(self) -> QuerySet[Arende]:
        return med_lage(super().get_queryset())


@require(Ratt.MOTE_BEREDA)
def arende_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The matter: what it is, what it lacks, the meetings it stands on, its annexes and words."""
    arende = get_object_or_404(med_lage(Arende.objects.select_related("arsarende")), pk=pk)
    lage = arende.lage  # type: ignore[attr-defined]  # annotated
    rader = motesrader(arende)
    bilagor, ersatta = bilagebilder(arende)
    skrivare = Utskrivare(arende, arendets_siffror(arende))
    slag = amnen.amnesslagen().get(arende.amnesslag)
    return render(
        request,
        "styrelse/arende_detail.html",
        {
            "arende": arende,
            "lage": {"text": dict(LAGEN)[lage], "farg": FARGER.get(lage, "")},
            "brister": arendets_brister(arende),
            "varningar": () if arende.avslutat else arendets_varningar(arende),
            "rader": rader,
            "utskickat": [rad.mote for rad in rader if rad.mote.utskickat],
            "amne": amnen.amne(arende.amnesslag, arende.amnesnyckel),
            "amnet_lases": slag is not None and far(request.user, slag.ratt),
            "bilagor": bilagor,
            "ersatta": ersatta,
            "skrivelse": skrivare.skrivelse(""),
            "forslag": skrivare.forslag(),
            "texten": skrivare.skriv(arende.arendet),
            "delar": [skrivare.del_(del_, "Del") for del_ in arende.delar.all()],
            "kan_andras": far(request.user, Ratt.MOTE_ANDRA) and arende.avslutat is None,
        },
    )


@require(Ratt.MOTE_ANDRA)
def arende_update(request: HttpRequest, pk: int) -> HttpResponse:
    """The form; when somebody else has saved meanwhile both texts are shown, none is lost."""
    arende = get_object_or_404(Arende.objects.filter(avslutat=None), pk=pk)
    if request.method == "POST":
        form = ArendeForm(request.POST, instance=arende)
        return _spara(request, form, DelarendeFormset(request.POST, instance=arende))
    form = ArendeForm(instance=arende, initial={"stand": arendestand(arende)})
    return visa_formular(request, form, DelarendeFormset(instance=arende))


def _spara(request: HttpRequest, form: ArendeForm, delar: Any) -> HttpResponse:
    if form.is_valid() and delar.is_valid():
        try:
            arende = spara_arende(form, delar, inloggad(request))
        except Arendekrock as krock:
            return visa_formular(request, _ater(form, krock.nu), delar, krock.nu)
        except ValidationError as fel:
            form.add_error(None, fel)
        else:
            messages.success(request, "Sparat.")
            return redirect(arende)
    return visa_formular(request, form, delar)


def _ater(form: ArendeForm, nu: Arende) -> ArendeForm:
    """The form as it was typed, now on top of what the other has saved."""
    form.data = {**form.data.dict(), "stand": arendestand(nu)}  # type: ignore[attr-defined]
    return form


def visa_formular(
    request: HttpRequest, form: ArendeForm, delar: Any, nu: Arende | None = None, **mer: Any
) -> HttpResponse:
    """The form of a new or an old matter; `nu` is what somebody else has saved meanwhile."""
    arende = form.instance if form.instance.pk else None
    sammanhang = {
        "form": form,
        "formset": delar,
        "arende": arende,
        "rubrik": "Ändra ärende" if arende else "Nytt ärende",
        # A point in a name leads to parts of a figure: its budget, last year, its document.
        "siffror": [n for n in sorted(arendets_siffror(arende)) if "." not in n] if arende else [],
        "utskickat": [r.mote for r in motesrader(arende) if r.mote.utskickat] if arende else [],
        "andrat": _andrat(form, nu) if nu else [],
        "krock": nu,
        "idag": timezone.localdate(),
        **mer,
    }
    return render(request, "styrelse/arende_form.html", sammanhang)


def _andrat(form: ArendeForm, nu: Arende) -> list[tuple[str, Any]]:
    """The fields that the other's text differs in, each with what it says there now."""
    return [
        (str(form.fields[namn].label), getattr(nu, namn))
        for namn in ArendeForm.Meta.fields
        if form.cleaned_data.get(namn) != getattr(nu, namn)
    ]


@require_POST
@require(Ratt.MOTE_ANDRA)
def arende_avsluta(request: HttpRequest, pk: int) -> HttpResponse:
    """Ends a matter that no meeting is to take up."""
    arende = get_object_or_404(Arende, pk=pk)
    try:
        avsluta(arende, timezone.localdate(), inloggad(request))
    except ValidationError as fel:
        messages.error(request, " ".join(fel.messages))
    else:
        messages.success(request, "Ärendet är avslutat.")
    return redirect(arende)


@require(Ratt.MOTE_ANDRA)
def arende_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then removes a matter that no agenda has had."""
    arende = get_object_or_404(Arende.objects.filter(punkter=None), pk=pk)
    if request.method == "POST":
        try:
            ta_bort(arende, inloggad(request))
        except ValidationError as fel:
            messages.error(request, " ".join(fel.messages))
            return redirect(arende)
        messages.success(request, "Ärendet är borttaget.")
        return redirect("styrelse:arende_list")
    sammanhang = {
        "object": arende,
        "rubrik": "Ta bort ärende",
        "brodsmulor": [LISTA, (str(arende), arende.get_absolute_url())],
        "tillbaka": arende.get_absolute_url(),
        "foljd": "Dess bilagor tas bort med det.",
    }
    return render(request, "finsam/ta_bort.html", sammanhang)
