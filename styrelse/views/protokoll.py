"""The minutes as they are read: the draft, the approved ones, an extract, the proof of notice."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from finsam.permissions import Ratt, far, require
from styrelse.calculations.anslagstid import anslagstid
from styrelse.calculations.protokoll import Paragrafen, las
from styrelse.forms.protokoll import UnderskriftForm
from styrelse.models import Mote, Punkt
from styrelse.protokollssida import sammanhang
from styrelse.selectors.anslag import paragrafanslag
from styrelse.selectors.protokollsbild import Protokollsbild, protokollsbild
from styrelse.selectors.sammantrade import tecknare_i_ordning

RATTELSER = ("paragraf__rattelser__paragraf", "paragraf__rattelser__mote")


def hamta_bild(request: HttpRequest, pk: int) -> Protokollsbild:
    """The meeting's minutes as the reader may see them: a draft only for those who prepare it."""
    mote = get_object_or_404(Mote, pk=pk)
    bild = protokollsbild(mote, utkast=far(request.user, Ratt.MOTE_BEREDA))
    if bild is None:
        raise Http404
    return bild


@require(Ratt.MOTE_LASA)
def protokoll_detail(request: HttpRequest, pk: int) -> HttpResponse:
    bild = hamta_bild(request, pk)
    skriver = bild.protokoll is None and far(request.user, Ratt.MOTE_ANDRA)
    innehall = {
        **sammanhang(bild.protokollet),
        "bild": bild,
        "mote": bild.mote,
        "skriver": skriver,
        "underskrifter": tecknare_i_ordning(bild.mote.justeringar.select_related("person")),
        "form": UnderskriftForm() if skriver else None,
        "paragrafer": _paragrafer(bild),
    }
    return render(request, "styrelse/protokoll_detail.html", innehall)


def _paragrafer(bild: Protokollsbild) -> list[tuple[Paragrafen, Punkt | None]]:
    """Each § with its item, which knows the § that have corrected it since."""
    rader = bild.mote.punkter.filter(paragraf__isnull=False).select_related("paragraf")
    punkter = {p.paragraf.nummer: p for p in rader.prefetch_related(*RATTELSER)}
    return [(p, punkter.get(p.paragraf)) for p in bild.protokollet.paragrafer]


def hamta_utdrag(request: HttpRequest, pk: int) -> dict[str, Any]:
    """What the extract of the item's § shows. 404 where the minutes have no such §.

    A § that has been approved at once is shown as it was signed, before the minutes are.
    """
    rader = Punkt.objects.select_related("mote", "paragraf", "omedelbart")
    punkt = get_object_or_404(rader, pk=pk)
    if fryst := getattr(punkt, "omedelbart", None):
        protokollet, justerat = las(fryst.innehall), fryst.justerat
    else:
        bild = hamta_bild(request, punkt.mote_id)
        protokollet = bild.protokollet
        justerat = bild.protokoll.justerat if bild.protokoll else None
    nummer = punkt.paragraf.nummer if hasattr(punkt, "paragraf") else 0
    paragraf = protokollet.paragrafen(nummer) if nummer else None
    if paragraf is None:
        raise Http404
    innehall = {**sammanhang(protokollet), "paragraf": paragraf, "justerat": justerat}
    # The way up, for those who may read the minutes that it comes from.
    lasbart = punkt.mote.last or far(request.user, Ratt.MOTE_BEREDA)
    return {**innehall, "punkt": punkt, "mote": punkt.mote, "protokollet_lasbart": lasbart}


@require(Ratt.MOTE_LASA)
def protokollsutdrag(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "styrelse/protokollsutdrag.html", hamta_utdrag(request, pk))


@require(Ratt.MOTE_LASA)
def anslagsbevis(request: HttpRequest, pk: int) -> HttpResponse:
    return render(request, "styrelse/anslagsbevis.html", hamta_anslagsbevis(request, pk))


def hamta_anslagsbevis(request: HttpRequest, pk: int) -> dict[str, object]:
    """What the proof of notice shows. 404 before there is a notice."""
    bild = hamta_bild(request, pk)
    if bild.protokoll is None or bild.anslag is None:
        raise Http404
    tid = anslagstid(bild.protokoll.justerat, bild.anslag.anslaget)
    egna_anslag = paragrafanslag(omedelbar__punkt__mote=bild.mote)
    anslagna = {p.punkt.paragraf.nummer for ett in egna_anslag for p in ett.justerade}
    egna = {
        "bild": bild,
        "mote": bild.mote,
        "anslag": bild.anslag,
        "tid": tid,
        "spann": bild.protokollet.spannet(utom=anslagna),
        "egna_anslag": egna_anslag,
    }
    return {**sammanhang(bild.protokollet), **egna}
