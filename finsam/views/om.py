"""What the site says about itself: the words it uses and how accessible it is."""

from datetime import date

from allauth.core.ratelimit import consume
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from finsam.filters import BristFilter
from finsam.forms import TillganglighetsbristForm
from finsam.listor import Listvy
from finsam.models import Tillganglighetsbrist
from finsam.ordlista import UPPSLAG
from finsam.permissions import Ratt
from finsam.tables import BristTable

# When the pages were last examined, and what is known not to be right.
GRANSKAD = date(2026, 11, 22)
KANDA_BRISTER = (
    "Sidorna är prövade med tangentbord, förstoring och automatiska verktyg, men ännu inte med "
    "skärmläsare.",
    "Administratörens sidor för grunddata (/admin/) följer inte alla krav.",
)


def ordlista(request: HttpRequest) -> HttpResponse:
    return render(request, "finsam/ordlista.html", {"uppslag": UPPSLAG})


@login_not_required
def tillganglighet(request: HttpRequest) -> HttpResponse:
    """The accessibility statement (law 2018:1937, 13 §) and a way to report that needs no login."""
    form = TillganglighetsbristForm(request.POST or None)
    if form.is_valid():
        if consume(request, action="tillganglighet"):
            form.save()
            return redirect("finsam:tillganglighet_tack")
        form.add_error(None, "Flera anmälningar har kommit härifrån. Försök igen om en timme.")
    innehall = {"form": form, "granskad": GRANSKAD, "brister": KANDA_BRISTER}
    return render(request, "finsam/tillganglighet.html", innehall)


@login_not_required
def tillganglighet_tack(request: HttpRequest) -> HttpResponse:
    return render(request, "finsam/tillganglighet_tack.html")


class BristListView(Listvy):
    model = Tillganglighetsbrist
    table_class = BristTable
    filterset_class = BristFilter
    ratt = Ratt.ANVANDARE
    rubrik = "Anmälda tillgänglighetsbrister"
