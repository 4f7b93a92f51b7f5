"""What is the reader's own: notes that nobody else reads, and the place to go on from."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from finsam.enhet import enhetsnyckel
from finsam.inloggad import inloggad
from finsam.permissions import Ratt, require
from finsam.rapporter.lasning.sidor import fortsatt
from finsam.rapporter.views.lasning import hamta_lage, hamta_material, lassvar, punktsida
from styrelse.actions.lasning import spara_anteckning, spara_plats
from styrelse.forms.lasning import AnteckningForm, PlatsForm
from styrelse.selectors.lasning import Laslage

JSON = "application/json"


ANNAN = "Sidan hörde till en annan inloggning. Det som skrevs i den sparades inte."


def _ar_en_annans(request: HttpRequest) -> bool:
    """Whether the page that sends this was shown to somebody else, before another login came."""
    return request.POST.get("lasare") != enhetsnyckel(inloggad(request))


def _avvisad(request: HttpRequest, mote: int) -> HttpResponse:
    if _vill_ha_json(request):
        return JsonResponse({"fel": [ANNAN]}, status=409)
    messages.error(request, ANNAN)
    return redirect("rapporter:las", mote)


def _vill_ha_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == JSON


@require(Ratt.LASANTECKNING)
@require_POST
@sensitive_post_parameters("text")
@sensitive_variables("form", "sparad", "data")
def lasanteckning(request: HttpRequest, pk: int, punkt: int) -> HttpResponse:
    """Keeps the note on an item; to a script it answers with the note as it then stands.

    409 to a page of another reader: nobody is made the writer of another's words.
    """
    material = hamta_material(pk)
    if _ar_en_annans(request):
        return _avvisad(request, pk)
    form = AnteckningForm(request.POST)
    if not form.is_valid():
        if _vill_ha_json(request):
            return JsonResponse(
                {"fel": [str(fel) for fel in form.errors.get("text", [])]}, status=400
            )
        return punktsida(request, material, punkt, form)
    if punkt not in {p.rad.punkt for p in material.paket.punkter}:
        raise Http404
    data = form.cleaned_data
    sparad = spara_anteckning(punkt, data["text"], data["bas"], inloggad(request))
    if _vill_ha_json(request):
        return JsonResponse(
            {"text": sparad.text, "version": sparad.version, "krock": sparad.krock},
            headers={"Cache-Control": "no-store"},
        )
    messages.success(request, "Anteckningen är sparad.")
    return redirect("rapporter:las_punkt", pk, punkt)


@require(Ratt.LASANTECKNING)
@require_POST
def lasplats(request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps where the reader is; 404 for a place that these papers do not have."""
    material = hamta_material(pk)
    if _ar_en_annans(request):
        return _avvisad(request, pk)
    form = PlatsForm(request.POST)
    if not form.is_valid():
        raise Http404
    plats = form.cleaned_data["plats"]
    lank = fortsatt(material, Laslage({}, frozenset(), plats))
    if lank is None:
        raise Http404
    kanda = {punkt.rad.punkt for punkt in material.paket.punkter}
    spara_plats(pk, plats, form.cleaned_data["lasta"] & kanda, inloggad(request))
    if _vill_ha_json(request):
        return HttpResponse(status=204)
    messages.success(request, "Nästa gång kan du fortsätta här.")
    return redirect(lank.adress)


@require(Ratt.LASANTECKNING)
def las_anteckningar(request: HttpRequest, pk: int) -> HttpResponse:
    """The reader's notes on the meeting's items, to read or print."""
    material = hamta_material(pk)
    skrivna = hamta_lage(request, pk).anteckningar
    antecknat = [
        (punkt, skrivna[punkt.rad.punkt])
        for punkt in material.paket.punkter
        if punkt.rad.punkt in skrivna
    ]
    return lassvar(request, "rapporter/las/anteckningar.html", material, {"antecknat": antecknat})
