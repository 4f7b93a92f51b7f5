"""Reading without net: the list of what to fetch, and the script that keeps it on the device."""

from django.conf import settings
from django.http import FileResponse, HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.utils.cache import patch_cache_control

from finsam.enhet import enhetsnyckel
from finsam.inloggad import inloggad
from finsam.permissions import Ratt, far, require
from finsam.rapporter.lasning.offline import adresser, avtryck, till_och_med
from finsam.rapporter.views.lasning import hamta_material

ARBETARE = settings.BASE_DIR / "static" / "js" / "las-arbetare.js"


@require(Ratt.MOTE_LASA)
def las_offline(request: HttpRequest, pk: int) -> JsonResponse:
    """What the pack is read with. `version` changes with it, `handlingar` when more is sent.

    `till` is the last day that it may be read without asking again; `nyckel` is for what was
    written without net, and is to be sent now.
    """
    material = hamta_material(pk)
    lista = adresser(material, antecknar=far(request.user, Ratt.LASANTECKNING))
    svar = JsonResponse(
        {
            "version": avtryck(material, lista),
            "handlingar": material.version,
            "till": till_och_med().isoformat(),
            "lasare": enhetsnyckel(inloggad(request)),
            "nyckel": get_token(request),
            "adresser": lista,
        }
    )
    patch_cache_control(svar, private=True, no_store=True)
    return svar


@require(Ratt.MOTE_LASA)
def las_arbetare(request: HttpRequest) -> FileResponse:
    """The service worker, from an address above every pack: that is how far it may reach."""
    svar = FileResponse(ARBETARE.open("rb"), content_type="text/javascript; charset=utf-8")
    patch_cache_control(svar, private=True, no_cache=True)
    return svar
