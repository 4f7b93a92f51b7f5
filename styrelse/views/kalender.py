"""Calendar addresses: one's own, and the calendar behind each."""

from typing import Any

# The public one lets every GET pass, and to guess at addresses is to GET.
from allauth.core.internal.ratelimit import consume
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_POST

from finsam.inloggad import inloggad
from finsam.models import Forbund
from finsam.permissions import Ratt, require
from styrelse.actions.kalender import aterkalla, skapa_adress
from styrelse.calculations.ical import kalender
from styrelse.models import Kalenderadress, Mote
from styrelse.selectors.kalender import agare, kalendermoten

FOR_MANGA = "För många hämtningar på kort tid. Vänta några minuter."


class KalenderadressForm(forms.ModelForm):
    class Meta:
        model = Kalenderadress
        fields = ("namn",)


@never_cache
@require(Ratt.KALENDER)
@sensitive_variables("hemlighet", "adress")
def kalenderadress_list(request: HttpRequest) -> HttpResponse:
    """One's own addresses; a new one is shown in the answer to the form, and never again."""
    form, adress = KalenderadressForm(request.POST or None), ""
    if form.is_valid():
        hemlighet = skapa_adress(form.cleaned_data["namn"], inloggad(request))
        adress = request.build_absolute_uri(reverse("styrelse:kalender_ics", args=[hemlighet]))
        form = KalenderadressForm()
    egna = Kalenderadress.objects.filter(anvandare=request.user)  # type: ignore[misc]  # logged in
    # The scheme that opens the device's own calendar.
    webcal = f"webcal:{adress.partition(':')[2]}" if adress else ""
    innehall: dict[str, Any] = {
        "adresser": egna,
        "form": form,
        "adress": adress,
        "webcal": webcal,
    }
    return render(request, "styrelse/kalenderadress_list.html", innehall)


@require_POST
@require(Ratt.KALENDER)
def kalenderadress_aterkalla(request: HttpRequest, pk: int) -> HttpResponse:
    adress = get_object_or_404(Kalenderadress, pk=pk, anvandare=request.user)
    aterkalla(adress, inloggad(request))
    messages.success(request, f"Adressen ”{adress.namn}” är återkallad.")
    return redirect("styrelse:kalenderadress_list")


@login_not_required
@require_GET
@sensitive_variables("hemlighet")
def kalender_ics(request: HttpRequest, hemlighet: str) -> HttpResponse:
    """The calendar of the secret's owner. Unknown and revoked answer alike: 404."""
    if not consume(request, app="allauth.account", action="kalender", limit_get=True):
        return HttpResponse(FOR_MANGA, status=429, content_type="text/plain; charset=utf-8")
    anvandare = agare(hemlighet)
    if anvandare is None:
        raise Http404

    def lank(mote: Mote) -> str:
        return request.build_absolute_uri(mote.get_absolute_url())

    moten = kalendermoten(anvandare, timezone.localdate(), request.get_host(), lank)
    namn = str(Forbund.objects.first() or "Styrelsens möten")
    svar = HttpResponse(kalender(namn, moten), content_type="text/calendar; charset=utf-8")
    svar["Content-Disposition"] = 'inline; filename="moten.ics"'
    svar["Cache-Control"] = "private, no-store"
    svar["Referrer-Policy"] = "no-referrer"
    svar["X-Robots-Tag"] = "noindex, nofollow"
    return svar
