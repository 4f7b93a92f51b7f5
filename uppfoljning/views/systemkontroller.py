"""The page of all that the system checks by itself, with what it finds now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from finsam.internkontroll import systemkontroller
from finsam.periods import Period
from finsam.permissions import Ratt, far, require
from uppfoljning.choices import Internkontrollomrade
from uppfoljning.selectors.internkontroll import synliga_planer
from uppfoljning.views.internkontrollplan import LISTA


@require(Ratt.INTERNKONTROLL_LASA)
def systemkontroll_list(request: HttpRequest) -> HttpResponse:
    """Every control's rule and findings of a year; for those who may not open them their number."""
    idag = timezone.localdate()
    aren = sorted(
        {idag.year, *synliga_planer(request.user).values_list("verksamhetsar", flat=True)}
    )
    text = request.GET.get("ar", "")
    ar = int(text) if text.isdecimal() and int(text) in aren else idag.year
    kontroller = [
        (
            kontroll,
            Internkontrollomrade(kontroll.omrade).label,
            kontroll.fynd(Period(ar)),
            far(request.user, kontroll.ratt),
        )
        for kontroll in systemkontroller().values()
    ]
    innehall = {"kontroller": kontroller, "ar": ar, "aren": aren, "lista": LISTA}
    return render(request, "uppfoljning/systemkontroll_list.html", innehall)
