"""A document frozen with a matter: as it was then, and what would be otherwise now."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from finsam.inloggad import inloggad
from finsam.permissions import Ratt, far, require
from finsam.rapporter import pdfvyer
from finsam.rapporter.frusen import innehallet
from finsam.rapporter.jamforelse import Skillnad, skillnader
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.render.json_las import las
from finsam.typografi import datum
from styrelse import amnen, protokollssida
from styrelse.actions.arende import kontrollsumma
from styrelse.calculations import protokoll
from styrelse.choices import Bilageslag
from styrelse.models import Arendebilaga


def _hamta(request: HttpRequest, pk: int) -> Arendebilaga:
    """The frozen document; 404 for those who have not been sent it."""
    synliga = Arendebilaga.objects.synliga_for(inloggad(request))
    synliga = synliga.exclude(slag=Bilageslag.UPPLADDAD)
    return get_object_or_404(synliga.select_related("arende", "bifogad_av", "ersatt_av"), pk=pk)


@require(Ratt.MOTE_LASA)
def arendebilaga_detail(request: HttpRequest, pk: int) -> HttpResponse:
    bilaga = _hamta(request, pk)
    innehall: dict[str, Any] = bilaga.innehall or {}
    sammanhang = {
        "bilaga": bilaga,
        **innehallet(bilaga, request.user),
        "oforandrad": kontrollsumma(innehall) == bilaga.sha256,
        "andrat": _andrat(bilaga) if _jamfors(request, bilaga) else None,
    }
    return render(request, "rapporter/arendebilaga_detail.html", sammanhang)


def _jamfors(request: HttpRequest, bilaga: Arendebilaga) -> bool:
    """Whether today's figures are asked for: they take seconds to build. A report's stand apart."""
    bereder = far(request.user, Ratt.MOTE_BEREDA)
    return bereder and bilaga.slag == Bilageslag.SCENARIO and "jamfor" in request.GET


def _andrat(bilaga: Arendebilaga) -> list[Skillnad] | None:
    """What the scenario would say otherwise today; None when it cannot be made any more."""
    kod, _, nyckel = bilaga.kalla.partition(" ")
    try:
        nu = amnen.frys(kod, nyckel)
    except ValidationError:
        return None
    return skillnader(bilaga.innehall or {}, dict(nu.data))


@require(Ratt.MOTE_LASA)
def arendebilaga_pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The PDF drawn from the frozen data, or a page that waits for it."""
    bilaga = _hamta(request, pk)
    return pdfvyer.pdf(
        request,
        pdfvyer.Pdfdokument(
            html=lambda: _pa_papper(bilaga),
            titel=bilaga.titel,
            filnamn=f"bilaga-{bilaga.pk}.pdf",
            tillbaka=bilaga.get_absolute_url(),
        ),
    )


def _pa_papper(bilaga: Arendebilaga) -> str:
    if bilaga.slag == Bilageslag.PROTOKOLL:
        return protokollssida.utskrift(protokoll.las(bilaga.innehall or {}))
    dag = datum(timezone.localtime(bilaga.bifogad_at).date())
    return utskrift(las(bilaga.innehall or {}), lage=f"Bifogad {dag}")
