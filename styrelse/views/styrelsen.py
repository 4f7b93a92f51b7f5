"""The board on a day."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from finsam.permissions import Ratt, require
from styrelse.calculations.besattning import mandatperiod
from styrelse.forms.dag import DagForm
from styrelse.selectors.styrelsen import styrelsebild


@require(Ratt.STYRELSE_LASA)
def styrelsen(request: HttpRequest) -> HttpResponse:
    """Seats, vacancies, committees, office and auditors; `?per=` says on which day."""
    form = DagForm(request.GET if "per" in request.GET else None)
    dag: date = form.cleaned_data["per"] if form.is_valid() else timezone.localdate()
    sammanhang = {"form": form, "bild": styrelsebild(dag), "mandat": mandatperiod(dag)}
    return render(request, "styrelse/styrelsen.html", sammanhang)
