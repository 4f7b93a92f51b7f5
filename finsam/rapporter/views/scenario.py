"""A scenario as PDF, Excel and JSON, and frozen into a bilaga that never changes."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from ekonomi.models import Scenario, Scenariobilaga
from ekonomi.selectors.beslutsutrymme import UtrymmeSaknas
from finsam.inloggad import inloggad
from finsam.permissions import Ratt, far, require
from finsam.rapporter import pdfvyer
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.lankar import med_foljbara_lankar
from finsam.rapporter.render import excel, json_
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.render.json_las import las
from finsam.rapporter.render.vy import avsnittsvyer
from finsam.rapporter.scenario import build_scenario
from finsam.rapporter.views.rapport import XLSX
from finsam.typografi import datum


def _scenario(pk: int) -> tuple[Scenario, Rapport]:
    """The scenario and its document. 404 with the reason when it cannot be made."""
    scenario = get_object_or_404(Scenario, pk=pk)
    try:
        return scenario, build_scenario(scenario, timezone.localdate())
    except UtrymmeSaknas as skal:
        raise Http404(str(skal)) from skal


@require(Ratt.UTRYMME_LASA)
def scenario_pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The PDF, or a page that waits for it."""
    scenario = get_object_or_404(Scenario, pk=pk)
    return pdfvyer.pdf(
        request,
        pdfvyer.Pdfdokument(
            html=lambda: utskrift(_scenario(pk)[1]),
            titel=f"Scenario {scenario.namn}",
            filnamn=f"scenario-{scenario.pk}.pdf",
            tillbaka=scenario.get_absolute_url(),
        ),
    )


@require(Ratt.UTRYMME_LASA)
def scenario_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    svar = HttpResponse(excel.skriv(_scenario(pk)[1]), content_type=XLSX)
    svar["Content-Disposition"] = f'attachment; filename="scenario-{pk}.xlsx"'
    return svar


@require(Ratt.UTRYMME_LASA)
def scenario_json(request: HttpRequest, pk: int) -> HttpResponse:
    return HttpResponse(json_.skriv(_scenario(pk)[1]), content_type="application/json")


@require(Ratt.SCENARIO_ANDRA)
def scenario_frys(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, then keeps the document as it is now: as data, as PDF, with its hash."""
    scenario, rapport = _scenario(pk)
    if request.method != "POST":
        sammanhang = {"scenario": scenario, "rapport": rapport}
        return render(request, "rapporter/scenario_frys.html", sammanhang)
    # WeasyPrint takes most of a second to load: only for who freezes.
    from finsam.rapporter.render.pdf import skriv_pdf

    # Drawn before the transaction: it takes seconds, and others write meanwhile.
    pdf = skriv_pdf(utskrift(rapport, lage=f"Fryst {datum(timezone.localdate())}"))
    with transaction.atomic():
        bilaga = Scenariobilaga.objects.create(
            scenario=scenario,
            titel=rapport.titel,
            innehall=json_.som_data(rapport),
            pdf=pdf,
            frusen_av=inloggad(request),
        )
    messages.success(request, f"{bilaga.titel} är fryst som bilaga.")
    return redirect(bilaga)


@require(Ratt.UTRYMME_LASA)
def scenariobilaga_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The document as it was frozen, and whether it still has the hashes it got."""
    bilaga = get_object_or_404(
        Scenariobilaga.objects.select_related("scenario", "frusen_av"), pk=pk
    )
    rapport = med_foljbara_lankar(las(bilaga.innehall), request.user)
    medlankar = far(request.user, Ratt.UNDERLAG_LASA)
    sammanhang = {
        "bilaga": bilaga,
        "rapport": rapport,
        "avsnitten": avsnittsvyer(rapport, forsta_rubrik=2, medlankar=medlankar),
    }
    return render(request, "rapporter/scenariobilaga_detail.html", sammanhang)


@require(Ratt.UTRYMME_LASA)
@pdfvyer.visas_i_webblasaren
def scenariobilaga_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The PDF that was frozen, byte for byte."""
    bilaga = get_object_or_404(Scenariobilaga.objects.defer("innehall"), pk=pk)
    svar = HttpResponse(bytes(bilaga.pdf), content_type="application/pdf")
    svar["Content-Disposition"] = f'inline; filename="scenario-bilaga-{bilaga.pk}.pdf"'
    return svar
