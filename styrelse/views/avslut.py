"""Decisions act: one at once, or all of them when the meeting is closed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.permissions import Ratt, require
from styrelse.actions import verkstallighet
from styrelse.actions.arendeslut import arenden_som_avslutas
from styrelse.choices import Motesstatus
from styrelse.forms.sammantrade import AvslutaForm, UtfortForm
from styrelse.models import Beslut
from styrelse.selectors.beslutsverkan import verkningar
from styrelse.selectors.motesavslut import avslutshinder, avslutsvarningar
from styrelse.selectors.sammantrade import sammantradet
from styrelse.views.sammantrade import gor, hamta_mote


def _beslut(pk: int) -> Beslut:
    return get_object_or_404(Beslut.objects.select_related("punkt__mote", "punkt__arende"), pk=pk)


@require_POST
@require(Ratt.MOTE_ANDRA)
def beslut_underlag(request: HttpRequest, pk: int) -> HttpResponse:
    """What the decision's room asks for, as it is typed under the decision."""
    beslut = _beslut(pk)
    klart = "Uppgifterna till beslutet är sparade."
    gor(request, verkstallighet.spara_underlag, beslut, request.POST, klart=klart)
    return redirect("styrelse:beslut_update", beslut.punkt_id)


@require_POST
@require(Ratt.BESLUT_VERKSTALLA)
def verkstall(request: HttpRequest, pk: int) -> HttpResponse:
    beslut = _beslut(pk)
    if gor(request, verkstallighet.verkstall, beslut):
        beslut.refresh_from_db()
        messages.success(request, beslut.verkan)
    return redirect("styrelse:beslut_update", beslut.punkt_id)


@require_POST
@require(Ratt.BESLUT_VERKSTALLA)
def utfort_for_hand(request: HttpRequest, pk: int) -> HttpResponse:
    """What the decision's room does not do, or refuses, has been done on the subject's page."""
    beslut, form = _beslut(pk), UtfortForm(request.POST)
    if form.is_valid():
        hur, klart = form.cleaned_data["hur"], "Beslutet är noterat som utfört."
        gor(request, verkstallighet.utfort_for_hand, beslut, hur, klart=klart)
    else:
        messages.error(request, " ".join(str(t) for fel in form.errors.values() for t in fel))
    return redirect("styrelse:beslut_update", beslut.punkt_id)


@require(Ratt.BESLUT_VERKSTALLA)
def avsluta(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything that will happen and every hindrance; then it happens, all or nothing."""
    mote = hamta_mote(pk)
    if mote.status != Motesstatus.PAGAR:
        return redirect("styrelse:sammantrade", pk)
    form = AvslutaForm(request.POST or None, initial={"tid": timezone.localtime().time()})
    if form.is_valid():
        try:
            gjort = verkstallighet.avsluta(mote, form.cleaned_data["tid"], inloggad(request))
        except ValidationError as fel:
            form.add_error(None, fel.messages)
        else:
            messages.success(request, " ".join(["Mötet är avslutat.", *gjort]))
            return redirect("styrelse:sammantrade", pk)
    bild = sammantradet(mote)
    beslut = [b for ett in bild.punkter for b in ett.beslut]
    innehall = {
        "mote": mote,
        "form": form,
        "verkningar": verkningar(mote, beslut, inloggad(request)),
        "hinder": avslutshinder(bild),
        "varningar": avslutsvarningar(bild),
        "avslutas": arenden_som_avslutas(mote),
    }
    return render(request, "styrelse/sammantrade_avsluta.html", innehall)
