"""The rules of a document: what they found, and letting one pass by name."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from finsam.inloggad import inloggad
from finsam.periods import Period
from finsam.permissions import Ratt, require
from finsam.rapporter.arets_dokument import med_samma_tal
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.forms import UndantagForm
from finsam.rapporter.models import Undantag
from finsam.rapporter.views.rapport import hamta_rapport


def jamford_rapport(slag: str, period: Period) -> Rapport:
    """The document with every rule, also those that hold it against the others of its year."""
    return med_samma_tal(hamta_rapport(slag, period), timezone.localdate())


@require(Ratt.RAPPORT_UTKAST)
def kontroll_list(request: HttpRequest, slag: str, period: Period) -> HttpResponse:
    rapport = jamford_rapport(slag, period)
    kontroller = rapport.kontroller
    return render(
        request,
        "rapporter/kontroll_list.html",
        {
            "rapport": rapport,
            "roda": rapport.roda,
            "undantagna": [k for k in kontroller if not k.ok and k.undantag],
            "upplysningar": [k for k in kontroller if k.ok and k.text],
            "grona": [k for k in kontroller if k.ok and not k.text],
        },
    )


@require(Ratt.RAPPORT_UTKAST)
def kontroll_antal(request: HttpRequest, slag: str, period: Period) -> HttpResponse:
    """The number of red rules as a label, for the list of reports."""
    roda = len(hamta_rapport(slag, period).roda)
    return render(request, "rapporter/_roda.html", {"roda": roda})


@require(Ratt.RAPPORT_FASTSTALLA)
def undantag_create(request: HttpRequest, slag: str, period: Period) -> HttpResponse:
    """Lets a red rule pass, with a reason that is printed in the document."""
    rapport = jamford_rapport(slag, period)
    rod = {k.id: k for k in rapport.roda}.get(request.GET.get("kontroll", ""))
    lista = reverse("rapporter:kontroll_list", args=[slag, period])
    if rod is None:
        messages.info(request, "Kontrollen är inte längre röd.")
        return redirect(lista)
    undantag = Undantag(
        slag=slag, period=period.kod, kontroll=rod.id, beviljat_av=inloggad(request)
    )
    form = UndantagForm(request.POST or None, instance=undantag)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            form.save()
        messages.success(request, f"Undantag för ”{rod.rubrik}” är sparat och skrivs ut.")
        return redirect(lista)
    sammanhang = {"rapport": rapport, "form": form, "kontroll": rod, "tillbaka": lista}
    return render(request, "rapporter/undantag_form.html", sammanhang)


@require(Ratt.RAPPORT_FASTSTALLA)
@require_POST
def undantag_delete(request: HttpRequest, slag: str, period: Period) -> HttpResponse:
    """Takes an exception back: the rule counts again."""
    Undantag.objects.filter(
        slag=slag, period=period.kod, kontroll=request.POST.get("kontroll", "")
    ).delete()
    messages.success(request, "Undantaget är borttaget.")
    return redirect(reverse("rapporter:kontroll_list", args=[slag, period]))
