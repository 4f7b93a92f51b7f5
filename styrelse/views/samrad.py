"""Who took part in a consultation or a dialog, written in on the meeting's page."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.permissions import Ratt, require
from styrelse.actions import samrad
from styrelse.choices import SAMRADEN
from styrelse.forms.samrad import DeltagareForm
from styrelse.models import Mote, Samradsdeltagare
from styrelse.selectors.samrad import inbjudna
from styrelse.views.moten import visa_mote


@require_POST
@require(Ratt.MOTE_ANDRA)
def deltagare_create(request: HttpRequest, pk: int) -> HttpResponse:
    """The page again, with what was typed, when it was refused."""
    fraga = Mote.objects.filter(organ__in=SAMRADEN).select_related("medlem")
    mote = get_object_or_404(fraga, pk=pk)
    form = DeltagareForm(request.POST, inbjudna=inbjudna(mote))
    if not form.is_valid():
        return visa_mote(request, mote, form)
    data = form.cleaned_data
    try:
        rad = samrad.anteckna(
            mote, data["namn"], form.medlem, form.roll, data["titel"], inloggad(request)
        )
    except ValidationError as fel:
        form.add_error(None, fel)
        return visa_mote(request, mote, form)
    messages.success(request, f"{rad.person} är antecknad.")
    return redirect(f"{mote.get_absolute_url()}#deltagare")


@require_POST
@require(Ratt.MOTE_ANDRA)
def deltagare_delete(request: HttpRequest, pk: int) -> HttpResponse:
    rad = get_object_or_404(Samradsdeltagare.objects.select_related("person"), pk=pk)
    adress = reverse("styrelse:mote_detail", args=[rad.mote_id])
    try:
        samrad.stryk(rad, inloggad(request))
    except ValidationError as fel:
        messages.error(request, " ".join(fel.messages))
    else:
        messages.success(request, f"{rad.person} är struken.")
    return redirect(f"{adress}#deltagare")
