"""What is the reader's own: notes that nobody else reads, and the place to go on from."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from finsam.enhet import enhetsnyckel
from finsam.inloggad import inloggad
from finsam.permissions import Ratt, require
from finsam.rapporter.lasning.sidor import bilageadress, fortsatt, punktadress, sidlank
from finsam.rapporter.views.lasbilagor import bilagesida, hamta_bilaga
from finsam.rapporter.views.lasning import hamta_lage, hamta_material, lassvar, punktsida
from styrelse.actions.lasning import Var, spara_anteckning, spara_plats
from styrelse.calculations.lasframsteg import Lasta
from styrelse.calculations.lasning import lasordning
from styrelse.forms.lasning import AnteckningForm, PlatsForm
from styrelse.selectors.lasning import Lasmaterial

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
@sensitive_variables("form")
def lasanteckning(request: HttpRequest, pk: int, punkt: int) -> HttpResponse:
    """Keeps the note on an item; to a script it answers with the note as it then stands.

    409 to a page of another reader: nobody is made the writer of another's words.
    """
    material = hamta_material(pk)
    if punkt not in {p.rad.punkt for p in material.paket.punkter}:
        raise Http404
    if _ar_en_annans(request):
        return _avvisad(request, pk)
    form = AnteckningForm(request.POST)
    if not form.is_valid():
        return _ogiltig(request, form) or punktsida(request, material, punkt, form)
    return _sparad(request, Var(punkt), form, punktadress(pk, punkt))


@require(Ratt.LASANTECKNING)
@require_POST
@sensitive_post_parameters("text")
@sensitive_variables("form")
def lasanteckning_bilaga(request: HttpRequest, pk: int, bilaga: int) -> HttpResponse:
    """Keeps the note on an annex, as that on an item is kept."""
    _, vald, _ = hamta_bilaga(pk, bilaga)
    if _ar_en_annans(request):
        return _avvisad(request, pk)
    form = AnteckningForm(request.POST)
    if not form.is_valid():
        return _ogiltig(request, form) or bilagesida(request, pk, bilaga, form)
    return _sparad(request, Var(vald.punkt, bilaga), form, bilageadress(pk, bilaga))


@sensitive_variables("form")
def _ogiltig(request: HttpRequest, form: AnteckningForm) -> JsonResponse | None:
    """What a script is told; None to a page, which shows the form again."""
    if not _vill_ha_json(request):
        return None
    return JsonResponse({"fel": [str(fel) for fel in form.errors.get("text", [])]}, status=400)


@sensitive_variables("form", "sparad", "data")
def _sparad(request: HttpRequest, var: Var, form: AnteckningForm, tillbaka: str) -> HttpResponse:
    data = form.cleaned_data
    sparad = spara_anteckning(var, data["text"], data["bas"], inloggad(request))
    if _vill_ha_json(request):
        return JsonResponse(
            {"text": sparad.text, "version": sparad.version, "krock": sparad.krock},
            headers={"Cache-Control": "no-store"},
        )
    messages.success(request, "Anteckningen är sparad.")
    return redirect(tillbaka)


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
    lank = fortsatt(material, plats)
    if lank is None:
        raise Http404
    spara_plats(pk, plats, _kanda(material, form), inloggad(request))
    if _vill_ha_json(request):
        return HttpResponse(status=204)
    messages.success(request, "Nästa gång kan du fortsätta här.")
    return redirect(lank.adress)


def _kanda(material: Lasmaterial, form: PlatsForm) -> Lasta:
    """What is said to be read, of that which these papers have."""
    punkter = material.paket.punkter
    return Lasta(
        form.cleaned_data["lasta"] & {punkt.rad.punkt for punkt in punkter},
        form.cleaned_data["bilagor"] & {b.rad.bilaga for punkt in punkter for b in punkt.bilagor},
    )


@require(Ratt.LASANTECKNING)
def las_anteckningar(request: HttpRequest, pk: int) -> HttpResponse:
    """The reader's notes on the meeting's items and their annexes, to read or print."""
    material = hamta_material(pk)
    eget = hamta_lage(request, pk)
    antecknat = [
        (sidlank(material, sida), anteckning)
        for sida in lasordning(material.paket)
        if (anteckning := eget.anteckning(sida))
    ]
    return lassvar(request, "rapporter/las/anteckningar.html", material, {"antecknat": antecknat})
