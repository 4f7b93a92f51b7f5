"""The papers of a meeting to read: the contents, an item, an annex. Only what has been sent."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control

from finsam.enhet import enhetsnyckel, mark_enhet
from finsam.inloggad import inloggad
from finsam.permissions import Ratt, far, require
from finsam.rapporter.lasning.offline import till_och_med
from finsam.rapporter.lasning.sidor import fortsatt, lage
from styrelse.actions.lasning import anteckningens_version
from styrelse.calculations.lasning import Lassida
from styrelse.calculations.lasplats import Plats
from styrelse.forms.lasning import AnteckningForm
from styrelse.models import Lasanteckning
from styrelse.selectors.lasning import INGET_LAGE, Laslage, Lasmaterial, laslage, lasmaterial

# What las-arbetare.js sends when it fetches a page to keep, with no reader before it.
BAKGRUND = "X-Bakgrund"


def hamta_material(mote: int) -> Lasmaterial:
    """The papers; 404 where nothing has been sent."""
    material = lasmaterial(mote)
    if material is None:
        raise Http404
    return material


def hamta_lage(request: HttpRequest, mote: int) -> Laslage:
    """The reader's own; an auditor has none."""
    if not far(request.user, Ratt.LASANTECKNING):
        return INGET_LAGE
    return laslage(mote, inloggad(request))


def lassvar(
    request: HttpRequest, mall: str, material: Lasmaterial, sammanhang: Mapping[str, Any]
) -> HttpResponse:
    """A page of the reading view, marked as its reader's: only their own device may keep it."""
    user = inloggad(request)
    lasare = enhetsnyckel(user)
    i_bakgrunden = BAKGRUND in request.headers
    meddelar = not i_bakgrunden and bool(get_messages(request))
    grund = {
        "material": material,
        "mote": material.mote,
        "antecknar": far(user, Ratt.LASANTECKNING),
        "lasare": lasare,
        "i_bakgrunden": i_bakgrunden,
        "utan_nat_dagar": settings.LASNING_UTAN_NAT_DAGAR,
    }
    svar = render(request, mall, {**grund, **sammanhang})
    # A message is said once: a page with one is not kept, and one that nobody sees takes none.
    if not meddelar:
        svar["X-Lasare"] = lasare
        svar["X-Las-Till"] = till_och_med().isoformat()
    mark_enhet(request, svar, user)
    patch_cache_control(svar, private=True, no_store=True)
    return svar


@require(Ratt.MOTE_LASA)
def las(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda as contents, with how far the reader has come."""
    material = hamta_material(pk)
    eget = hamta_lage(request, pk)
    lasta = eget.antal_lasta(material.paket)
    sammanhang = {"eget": eget, "lasta": lasta, "fortsatt": fortsatt(material, eget.plats)}
    return lassvar(request, "rapporter/las/las.html", material, sammanhang)


def anteckningsform(anteckning: Lasanteckning | None) -> AnteckningForm:
    """The form with the note in it, and with what it says that it was written from."""
    text, bas = (anteckning.text if anteckning else ""), anteckningens_version(anteckning)
    return AnteckningForm(initial={"text": text, "bas": bas})


def punktsida(
    request: HttpRequest, material: Lasmaterial, punkt: int, form: AnteckningForm | None = None
) -> HttpResponse:
    """The page of an item with the note in its form; 404 for an item that was not sent."""
    try:
        vald = material.paket.punkt(punkt)
    except KeyError as fel:
        raise Http404 from fel
    eget = hamta_lage(request, material.mote.pk)
    sammanhang = {
        "punkt": vald,
        "lage": lage(material, Lassida(punkt)),
        "plats": Plats("punkt", punkt),
        "eget": eget,
        "form": form or anteckningsform(eget.anteckningar.get(punkt)),
        "antecknas": reverse("rapporter:lasanteckning", args=[material.mote.pk, punkt]),
    }
    return lassvar(request, "rapporter/las/punkt.html", material, sammanhang)


@require(Ratt.MOTE_LASA)
def las_punkt(request: HttpRequest, pk: int, punkt: int) -> HttpResponse:
    """An item, with the office's writing on it, its annexes and the reader's own note."""
    return punktsida(request, hamta_material(pk), punkt)
