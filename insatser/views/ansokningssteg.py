"""What is done with an application: its steps, its renewal, the decision, its attachments."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from finsam.bilagor import bilagesvar, ta_bort_bilaga, ta_emot_bilagor
from finsam.inloggad import inloggad
from finsam.permissions import Ratt, require
from insatser.actions.ansokan import LAST, ta_steg
from insatser.actions.beslut import besluta
from insatser.actions.fornyelse import fornya
from insatser.beslutsvarning import varningar
from insatser.choices import Ansokningsstatus
from insatser.forms.beslut import BeslutForm
from insatser.forms.steg import OrdForm
from insatser.models import Ansokan, Ansokningsbilaga


@require_POST
@require(Ratt.INSATSER_ANDRA)
def ansokan_steg(request: HttpRequest, pk: int) -> HttpResponse:
    ansokan = get_object_or_404(Ansokan, pk=pk)
    till = request.POST.get("till", "")
    if till not in Ansokningsstatus.values:
        raise Http404
    try:
        ta_steg(
            ansokan, till, OrdForm(request.POST).ordet(), inloggad(request), timezone.localdate()
        )
    except ValidationError as fel:
        for text in fel.messages:
            messages.error(request, text)
    else:
        lage = ansokan.get_status_display()
        messages.success(request, f"Ansökan {ansokan.diarienummer} har nu status {lage}.")
    return redirect(ansokan)


@require_POST
@require(Ratt.INSATSER_ANDRA)
def ansokan_fornya(request: HttpRequest, pk: int) -> HttpResponse:
    ny = fornya(get_object_or_404(Ansokan, pk=pk), inloggad(request), timezone.localdate())
    messages.success(request, "Ansökan är kopierad. Ändra det som ska vara annorlunda.")
    return redirect(ny)


@require(Ratt.INSATSER_ANDRA)
def ansokan_beslut(request: HttpRequest, pk: int) -> HttpResponse:
    """The decision: first what it will do, then, when nothing was changed since, doing it."""
    ansokan = get_object_or_404(Ansokan.objects.select_related("insats"), pk=pk)
    if ansokan.status != Ansokningsstatus.BEREDS:
        messages.error(request, "Beslut fattas när ansökan har beretts.")
        return redirect(ansokan)
    form = BeslutForm(ansokan, timezone.localdate(), request.POST or None)
    visa = request.method == "POST" and form.is_valid()
    if visa and request.POST.get("visat") == form.avtryck():
        try:
            # The form has put its own values on the decision; those are what is stored.
            beslut = besluta(form.instance, form.per_ar(), inloggad(request))
        except ValidationError as fel:
            for text in fel.messages:
                form.add_error(None, text)
        else:
            messages.success(request, f"{beslut.get_utfall_display()} är registrerat.")
            return redirect(beslut.insats if form.bifall and beslut.insats else ansokan)
    visa = visa and not form.errors
    sammanhang = {"ansokan": ansokan, "form": form, "visa": visa}
    if visa:
        sammanhang["varningar"] = varningar(form.per_ar(), timezone.localdate())
    return render(request, "insatser/ansokan_beslut.html", sammanhang)


@require_POST
@require(Ratt.INSATSER_ANDRA)
def ansokningsbilaga_create(request: HttpRequest, pk: int) -> HttpResponse:
    ansokan = get_object_or_404(Ansokan, pk=pk)
    if ansokan.status == Ansokningsstatus.BESLUTAD:
        messages.error(request, LAST)
        return redirect(ansokan)
    return ta_emot_bilagor(request, ansokan, Ansokningsbilaga)


@require(Ratt.INSATS_LASA)
def ansokningsbilaga(request: HttpRequest, pk: int) -> HttpResponseBase:
    synliga = Ansokan.objects.synliga_for(inloggad(request))
    return bilagesvar(get_object_or_404(Ansokningsbilaga, pk=pk, agare__in=synliga))


@require_POST
@require(Ratt.INSATSER_ANDRA)
def ansokningsbilaga_delete(request: HttpRequest, pk: int) -> HttpResponse:
    bilaga = get_object_or_404(Ansokningsbilaga.objects.select_related("agare"), pk=pk)
    if bilaga.agare.status == Ansokningsstatus.BESLUTAD:
        messages.error(request, LAST)
    else:
        with transaction.atomic():
            ta_bort_bilaga(bilaga)
        messages.success(request, f"{bilaga.filnamn} är borttagen.")
    return redirect(bilaga.agare)
