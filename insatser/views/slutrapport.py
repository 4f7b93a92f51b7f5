"""The final report of an insats: read, write, hand in, approve."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.permissions import Ratt, far, require
from insatser.actions.slutrapport import LAST, STEG, brister, spara, ta_steg
from insatser.choices import Slutrapportstatus
from insatser.forms.slutrapport import SlutrapportForm, Utfallformset
from insatser.forms.steg import OrdForm
from insatser.models import Insats, Slutrapport


def _insats(request: HttpRequest, pk: int) -> Insats:
    synliga = Insats.objects.synliga_for(inloggad(request))
    return get_object_or_404(synliga.select_related("insatsagare"), pk=pk)


def _oppna_steg(request: HttpRequest, rapport: Slutrapport) -> list[Slutrapportstatus]:
    """The steps that are open to this reader: the insats hands in, the kansli does the rest."""
    kraver = {Slutrapportstatus.INLAMNAD: Ratt.RAPPORTERA}
    return [
        till
        for till in STEG[rapport.status]
        if far(request.user, kraver.get(till, Ratt.INSATSER_ANDRA))
    ]


@require(Ratt.INSATS_LASA)
def slutrapport_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The report of the insats `pk`, as it will be printed."""
    insats = _insats(request, pk)
    synliga = Slutrapport.objects.synliga_for(inloggad(request))
    rapport = get_object_or_404(synliga.select_related("godkand_av"), insats=insats)
    utkast = rapport.status == Slutrapportstatus.UTKAST
    return render(
        request,
        "insatser/slutrapport_detail.html",
        {
            "insats": insats,
            "rapport": rapport,
            "mal": insats.malen.all(),
            "parter": insats.parter.all(),
            "far_skriva": utkast and far(request.user, Ratt.RAPPORTERA),
            "steg": _oppna_steg(request, rapport),
            "brister": brister(rapport) if utkast else [],
            "handelser": rapport.handelser.select_related("av"),
        },
    )


@require(Ratt.RAPPORTERA)
def slutrapport_update(request: HttpRequest, pk: int) -> HttpResponse:
    """Writes the report and the outcome of every goal; the first save makes the report."""
    insats = _insats(request, pk)
    rapport = Slutrapport.objects.filter(insats=insats).first() or Slutrapport(insats=insats)
    if rapport.status != Slutrapportstatus.UTKAST:
        messages.error(request, LAST)
        return redirect("insatser:slutrapport_detail", pk)
    rapport.insats = insats
    form = SlutrapportForm(request.POST or None, instance=rapport)
    formset = Utfallformset(request.POST or None, instance=insats)
    if request.method == "POST" and form.is_valid() and formset.is_valid():
        try:
            spara(form, formset)
        except ValidationError as fel:
            messages.error(request, fel.messages[0])
        else:
            messages.success(request, "Slutrapporten är sparad.")
        return redirect("insatser:slutrapport_detail", pk)
    sammanhang = {"insats": insats, "form": form, "formset": formset}
    return render(request, "insatser/slutrapport_form.html", sammanhang)


@require_POST
@require(Ratt.RAPPORTERA)
def slutrapport_steg(request: HttpRequest, pk: int) -> HttpResponse:
    rapport = get_object_or_404(Slutrapport, insats=_insats(request, pk))
    till = request.POST.get("till", "")
    if till not in Slutrapportstatus.values:
        raise Http404
    # A step that is another's to take is as closed as one that is not there.
    if till in STEG[rapport.status] and till not in _oppna_steg(request, rapport):
        raise Http404
    try:
        ta_steg(
            rapport, till, OrdForm(request.POST).ordet(), inloggad(request), timezone.localdate()
        )
    except ValidationError as fel:
        for text in fel.messages:
            messages.error(request, text)
    else:
        messages.success(request, f"Slutrapporten har nu status {rapport.get_status_display()}.")
    return redirect("insatser:slutrapport_detail", pk)
