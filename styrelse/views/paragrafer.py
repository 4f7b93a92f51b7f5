"""The page of a §: what was proposed, decided and done, years afterwards as on the day."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from finsam.permissions import Ratt, far, require
from styrelse.choices import Organ
from styrelse.models import Paragraf, Punkt
from styrelse.selectors.beslutsregister import ar_forslag_till_styrelsen
from styrelse.selectors.paragrafen import lasbara, paragrafen


@require(Ratt.MOTE_LASA)
def punkt_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """An item as it was sent and decided; only those who prepare it know of one that is neither."""
    rader = Punkt.objects.select_related("mote", "arende", "paragraf", "omedelbart")
    punkt = get_object_or_404(rader, pk=pk)
    bereder = far(request.user, Ratt.MOTE_BEREDA)
    if not lasbara([punkt], bereder):
        raise Http404
    bild = paragrafen(punkt, bereder)
    lank = bool(bild.amne and bild.amne.adress and bild.amnesslag)
    innehall = {
        "bild": bild,
        "punkt": punkt,
        "ar_forslag": ar_forslag_till_styrelsen(punkt),
        # Others see the subject's name without a link.
        "amne_lank": lank and far(request.user, bild.amnesslag.ratt),  # type: ignore[union-attr]
    }
    return render(request, "styrelse/punkt_detail.html", innehall)


@require(Ratt.MOTE_LASA)
def paragraf(request: HttpRequest, organ: str, ar: int, nummer: int) -> HttpResponse:
    """§ 45/2021 by its own name: leads to its page."""
    if organ not in Organ.values:
        raise Http404
    rad = get_object_or_404(Paragraf, organ=organ, verksamhetsar=ar, nummer=nummer)
    return redirect("styrelse:punkt_detail", rad.punkt_id)
