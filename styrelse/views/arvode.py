"""Pages of rate sets and claims."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Count, ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy

from finsam.formularvyer import Andravy, Skapavy, Tabortvy
from finsam.listor import Listvy
from finsam.permissions import Ratt, require
from styrelse.filters.arvode import KravFilter, ReglementeFilter
from styrelse.forms.arvode import KravForm, ReglementeForm, SatsFormset
from styrelse.models import Arvodesreglemente, Ersattningskrav
from styrelse.tables.arvode import KravTable, ReglementeTable

REGLEMENTEN = ("Arvodesreglementen", reverse_lazy("styrelse:arvodesreglemente_list"))
KRAVEN = ("Ersättningskrav", reverse_lazy("styrelse:ersattningskrav_list"))


class ReglementeListView(Listvy):
    queryset = Arvodesreglemente.objects.annotate(antal=Count("satser"))
    table_class = ReglementeTable
    filterset_class = ReglementeFilter
    ratt = Ratt.ARVODE_LASA
    rubrik = "Arvodesreglementen"
    tomt = "Inga satser än. Lägg till det reglemente som gäller, eller läs in filen arvodessatser."
    ny_url = reverse_lazy("styrelse:arvodesreglemente_create")
    ny_text = "Nytt reglemente"
    ny_ratt = Ratt.ARVODE_ANDRA


@require(Ratt.ARVODE_LASA)
def reglemente_detail(request: HttpRequest, pk: int) -> HttpResponse:
    reglemente = get_object_or_404(Arvodesreglemente, pk=pk)
    nasta = Arvodesreglemente.objects.filter(galler_fran__gt=reglemente.galler_fran)
    sammanhang = {
        "reglemente": reglemente,
        "satser": reglemente.satser.all(),
        "nasta": nasta.order_by("galler_fran").first(),
    }
    return render(request, "styrelse/arvodesreglemente_detail.html", sammanhang)


@require(Ratt.ARVODE_ANDRA)
def reglemente_create(request: HttpRequest) -> HttpResponse:
    return _reglementesform(request, Arvodesreglemente())


@require(Ratt.ARVODE_ANDRA)
def reglemente_update(request: HttpRequest, pk: int) -> HttpResponse:
    return _reglementesform(request, get_object_or_404(Arvodesreglemente, pk=pk))


@transaction.atomic
def _reglementesform(request: HttpRequest, reglemente: Arvodesreglemente) -> HttpResponse:
    """The set and its rates together: both or neither."""
    form = ReglementeForm(request.POST or None, instance=reglemente)
    formset = SatsFormset(request.POST or None, instance=reglemente)
    if request.method == "POST" and form.is_valid() and formset.is_valid():
        formset.instance = form.save()
        formset.save()
        messages.success(request, "Sparat.")
        return redirect(reglemente)
    nytt = reglemente.pk is None
    sammanhang = {
        "form": form,
        "formset": formset,
        "rubrik": "Nytt reglemente" if nytt else "Ändra reglemente",
        "tillbaka": REGLEMENTEN[1] if nytt else reglemente.get_absolute_url(),
        "brodsmulor": [REGLEMENTEN],
    }
    return render(request, "styrelse/arvodesreglemente_form.html", sammanhang)


class KravListView(Listvy):
    queryset = Ersattningskrav.objects.select_related("person", "mote")
    table_class = KravTable
    filterset_class = KravFilter
    ratt = Ratt.ARVODE_LASA
    rubrik = "Ersättningskrav"
    tomt = "Inga krav än. Anteckna förlorad arbetsförtjänst, resor och utlägg efter ett möte."
    ny_url = reverse_lazy("styrelse:ersattningskrav_create")
    ny_text = "Nytt krav"
    ny_ratt = Ratt.ARVODE_ANDRA


class KravCreateView(Skapavy):
    model = Ersattningskrav
    form_class = KravForm
    ratt = Ratt.ARVODE_ANDRA
    rubrik = "Nytt ersättningskrav"
    lista = KRAVEN

    def get_initial(self) -> dict[str, Any]:
        return {falt: self.request.GET.get(falt, "") for falt in ("mote", "person")}

    def get_success_url(self) -> str:
        """The meeting's claims: often there are more of them."""
        return f"{KRAVEN[1]}?mote={self.object.mote_id}"  # type: ignore[union-attr]


class KravUpdateView(Andravy):
    model = Ersattningskrav
    form_class = KravForm
    template_name = "styrelse/ersattningskrav_form.html"
    ratt = Ratt.ARVODE_ANDRA
    rubrik = "Ändra ersättningskrav"
    lista = KRAVEN
    success_url = KRAVEN[1]

    def get_tillbaka(self) -> Any:
        return KRAVEN[1]


class KravDeleteView(Tabortvy):
    model = Ersattningskrav
    ratt = Ratt.ARVODE_ANDRA
    rubrik = "Ta bort ersättningskravet"
    success_url = KRAVEN[1]

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ProtectedError:
            text = "Kravet är med i en körning. Sätt à-priset till 0, så dras det tillbaka i nästa."
            messages.error(self.request, text)
            return redirect(reverse("styrelse:ersattningskrav_update", args=[self.object.pk]))
