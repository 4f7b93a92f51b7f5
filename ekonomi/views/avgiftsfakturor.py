"""When and where the fees are paid: instalments, accounts, the payment plan and its invoices."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from ekonomi.actions.avgiftskonton import spara_avgiftskonton
from ekonomi.actions.betalplan import gor_betalplan, markera
from ekonomi.filters.avgifter import AvgiftsfakturaFilter
from ekonomi.forms.avgifter import (
    AvgiftsfakturaForm,
    AvgiftskontonForm,
    Avgiftsratformset,
    MarkeraForm,
)
from ekonomi.models import Avgiftsfaktura, Avgiftsrat, Tilldelning
from ekonomi.tables.avgifter import AvgiftsfakturaTable
from ekonomi.views.avgifter import LISTA
from finsam.formularvyer import Andravy, Tabortvy
from finsam.inloggad import inloggad
from finsam.listor import Listvy
from finsam.models import Medlem
from finsam.permissions import Ratt, require


class AvgiftsfakturaListView(Listvy):
    queryset = Avgiftsfaktura.objects.select_related("medlem", "tilldelning")
    table_class = AvgiftsfakturaTable
    filterset_class = AvgiftsfakturaFilter
    ratt = Ratt.EKONOMI_LASA
    rubrik = "Avgiftsfakturor"
    tomt = "Inga fakturor än. Gör en betalplan på sidan för årets medlemsavgifter."


class AvgiftsfakturaUpdateView(Andravy):
    queryset = Avgiftsfaktura.objects.select_related("tilldelning")
    form_class = AvgiftsfakturaForm
    ratt = Ratt.EKONOMI_ANDRA
    rubrik = "Ändra faktura"
    lista = LISTA


class AvgiftsfakturaDeleteView(Tabortvy):
    """Only what has not been sent: what the member has is credited, not removed."""

    queryset = Avgiftsfaktura.objects.select_related("tilldelning").filter(fakturerad__isnull=True)
    ratt = Ratt.EKONOMI_ANDRA
    rubrik = "Ta bort fakturan"

    def get_success_url(self) -> str:
        return str(self.object.get_absolute_url())


@require_POST
@require(Ratt.EKONOMI_ANDRA)
def betalplan_create(request: HttpRequest, pk: int) -> HttpResponse:
    tilldelning = get_object_or_404(Tilldelning, pk=pk)
    try:
        nya = gor_betalplan(tilldelning, inloggad(request))
    except ValidationError as fel:
        messages.error(request, " ".join(fel.messages))
    else:
        messages.success(request, f"Betalplanen är gjord: {len(nya)} fakturor.")
    return redirect(f"{tilldelning.get_absolute_url()}#betalplan")


@require_POST
@require(Ratt.EKONOMI_ANDRA)
def avgiftsfaktura_markera(request: HttpRequest, verksamhetsar: int) -> HttpResponse:
    """The chosen invoices were sent, or paid, on a day."""
    tilldelning = get_object_or_404(Tilldelning.objects.filter(verksamhetsar=verksamhetsar)[:1])
    form = MarkeraForm(request.POST)
    nycklar = [int(nyckel) for nyckel in request.POST.getlist("faktura") if nyckel.isdecimal()]
    if not form.is_valid():
        fel = [str(text) for texter in form.errors.values() for text in texter]
        messages.error(request, " ".join(fel))
    else:
        _markera(request, verksamhetsar, nycklar, **form.cleaned_data)
    return redirect(f"{tilldelning.get_absolute_url()}#betalplan")


def _markera(request: HttpRequest, ar: int, nycklar: list[int], steg: str, dag: date) -> None:
    idag = timezone.localdate()
    try:
        antal = markera(ar, nycklar, steg, dag, inloggad(request), idag)
    except ValidationError as fel:
        messages.error(request, " ".join(fel.messages))
    else:
        ord_ = {"fakturerad": "fakturerade", "betald": "betalda"}[steg]
        messages.success(request, f"Markerade som {ord_}: {antal}.")


@require(Ratt.EKONOMI_ANDRA)
def avgiftsrat_list(request: HttpRequest) -> HttpResponse:
    """The association's habit: every part's instalments on one page."""
    rader: QuerySet[Avgiftsrat] = Avgiftsrat.objects.all()
    formset = Avgiftsratformset(request.POST or None, queryset=rader)
    if request.method == "POST" and formset.is_valid():
        with transaction.atomic():
            formset.save()
        messages.success(request, "Raterna är sparade.")
        return redirect("ekonomi:avgiftsrat_list" if "fler" in request.POST else LISTA[1])
    return render(request, "ekonomi/avgiftsrat_list.html", {"formset": formset, "lista": LISTA})


@require(Ratt.EKONOMI_ANDRA)
def avgiftskonto_list(request: HttpRequest) -> HttpResponse:
    """The account where each member's fee is booked, all on one page."""
    idag = timezone.localdate()
    medlemmar = Medlem.objects.under(idag, idag)
    form = AvgiftskontonForm(request.POST or None, medlemmar=medlemmar)
    if form.is_valid():
        spara_avgiftskonton(form.konton, inloggad(request))
        messages.success(request, "Kontona är sparade.")
        return redirect(str(LISTA[1]))
    sammanhang = {
        "form": form,
        "rubrik": "Avgiftskonton",
        "tillbaka": LISTA[1],
        "brodsmulor": [LISTA],
    }
    return render(request, "finsam/formular.html", sammanhang)
