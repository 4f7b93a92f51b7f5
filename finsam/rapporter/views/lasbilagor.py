"""An annex in the reading view: a frozen document as a page, a PDF handed in page by page."""

from pathlib import Path
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_GET

from finsam.bilagor import bilagesvar
from finsam.permissions import Ratt, require
from finsam.rapporter.frusen import innehallet
from finsam.rapporter.lasning import sidbilder
from finsam.rapporter.lasning.sidor import lage
from finsam.rapporter.views.lasning import anteckningsform, hamta_lage, hamta_material, lassvar
from styrelse.calculations.lasning import Lasbilaga, Lassida
from styrelse.calculations.lasplats import Plats
from styrelse.forms.lasning import AnteckningForm
from styrelse.models import Arendebilaga, Paketbilaga
from styrelse.selectors.lasning import Lasmaterial, bilagsrad, senare_versioner, uppladdade


def hamta_bilaga(pk: int, bilaga: int) -> tuple[Lasmaterial, Lasbilaga, Arendebilaga]:
    """The annex with its papers; 404 where it has not been sent to that meeting."""
    material = hamta_material(pk)
    try:
        return material, material.paket.bilaga(bilaga), bilagsrad(bilaga)
    except (KeyError, Arendebilaga.DoesNotExist) as fel:
        raise Http404 from fel


def hamta_fil(mote: int, bilaga: int) -> Arendebilaga:
    """A file handed in, without weaving the papers together; 404 where it has not been sent."""
    skickad = Paketbilaga.objects.filter(paket__mote=mote, bilaga=bilaga).exists()
    rad = uppladdade([bilaga]).get(bilaga) if skickad else None
    if rad is None:
        raise Http404
    return rad


def _sidor(rad: Arendebilaga) -> dict[str, Any]:
    try:
        return {"sidor": sidbilder.sidor(Path(rad.fil.path), rad.sha256)}
    except sidbilder.GickInteAttLasa:
        return {"sidor": ()}
    except sidbilder.Upptaget:
        return {"sidor": (), "ritas": True}


def _senaste(material: Lasmaterial, bilaga: int) -> Lasbilaga | None:
    """The latest version of the annex that has been sent, None where it is that one."""
    skickade = {b.rad.bilaga: b for p in material.paket.punkter for b in p.bilagor}
    senare = [skickade[nyckel] for nyckel in senare_versioner(bilaga) if nyckel in skickade]
    return senare[-1] if senare else None


def bilagesida(
    request: HttpRequest, pk: int, bilaga: int, form: AnteckningForm | None = None
) -> HttpResponse:
    """The page of an annex with the note in its form; 404 for one that was not sent."""
    material, vald, rad = hamta_bilaga(pk, bilaga)
    anteckning = hamta_lage(request, pk).bilageanteckningar.get(bilaga)
    sammanhang = {
        "bilaga": vald,
        "rad": rad,
        "punkt": material.paket.punkt(vald.punkt),
        "lage": lage(material, Lassida(vald.punkt, bilaga)),
        "plats": Plats("bilaga", bilaga),
        "senare": _senaste(material, bilaga),
        "form": form or anteckningsform(anteckning),
        "antecknas": reverse("rapporter:lasanteckning_bilaga", args=[pk, bilaga]),
        **(innehallet(rad, request.user) if rad.frusen else _sidor(rad)),
    }
    svar = lassvar(request, "rapporter/las/bilaga.html", material, sammanhang)
    return _igen(svar) if "ritas" in sammanhang else svar


@require(Ratt.MOTE_LASA)
def las_bilaga(request: HttpRequest, pk: int, bilaga: int) -> HttpResponse:
    """The annex on a page of its own, with the reader's own note."""
    return bilagesida(request, pk, bilaga)


def _igen(svar: HttpResponse) -> HttpResponse:
    """Not yet: nobody keeps the answer, and it is worth asking again soon."""
    svar.status_code = 503
    svar["Retry-After"] = str(sidbilder.IGEN)
    return svar


@require(Ratt.MOTE_LASA)
@require_GET
def las_sida(request: HttpRequest, pk: int, bilaga: int, sida: int) -> HttpResponseBase:
    """A page of a PDF handed in, as a picture."""
    rad = hamta_fil(pk, bilaga)
    try:
        fil = sidbilder.bild(Path(rad.fil.path), rad.sha256, sida)
    except sidbilder.GickInteAttLasa as fel:
        raise Http404 from fel
    except sidbilder.Upptaget:
        return _igen(HttpResponse(content_type="text/plain"))
    etag = f'"{rad.sha256[:32]}-{fil.stem}"'
    svar = get_conditional_response(request, etag=etag) or FileResponse(
        fil.open("rb"), content_type="image/webp"
    )
    svar["ETag"] = etag
    svar["X-Content-Type-Options"] = "nosniff"
    svar["Content-Security-Policy"] = "default-src 'none'; sandbox"
    patch_cache_control(svar, private=True, no_cache=True)
    return svar


@require(Ratt.MOTE_LASA)
def las_pdf(request: HttpRequest, pk: int, bilaga: int) -> HttpResponseBase:
    """The PDF as it was handed in."""
    return bilagesvar(hamta_fil(pk, bilaga))
