"""Pages of the competence activities and network meetings."""

from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy

from finsam import typografi
from finsam.formularvyer import Andravy, Skapavy, Tabortvy
from finsam.listor import Listvy
from finsam.permissions import Ratt, require
from uppfoljning.filters.aktiviteter import AktivitetFilter
from uppfoljning.forms.mal import AktivitetForm
from uppfoljning.models import Aktivitet
from uppfoljning.tables.aktiviteter import AktivitetTable

KON = ("kvinnor", "man", "okant")
LISTA = reverse_lazy("uppfoljning:aktivitet_list")


class AktivitetListView(Listvy):
    model = Aktivitet
    table_class = AktivitetTable
    filterset_class = AktivitetFilter
    ratt = Ratt.UPPFOLJNING_LASA
    rubrik = "Aktiviteter"
    tomt = "Inga aktiviteter än. Lägg till den första, eller läs in filen aktiviteter."
    ny_url = reverse_lazy("uppfoljning:aktivitet_create")
    ny_text = "Ny aktivitet"
    ny_ratt = Ratt.UPPFOLJNING_ANDRA

    def get_summering(self, queryset: QuerySet[Any]) -> str:
        """ "473 deltagare: 417 kvinnor, 56 män"; and of how many activities nobody was counted."""
        delar = queryset.order_by().aggregate(
            **{f"summa_{falt}": Sum(falt) for falt in KON},
            alla=Count("pk"),
            oraknade=Count("pk", filter=Q(kvinnor=None, man=None, okant=None)),
        )
        kvinnor, man, okant = (delar[f"summa_{falt}"] or 0 for falt in KON)
        text = (
            f"{typografi.antal(kvinnor + man + okant)} deltagare: "
            f"{typografi.antal(kvinnor)} kvinnor, {typografi.antal(man)} män"
        )
        if okant:
            text += f", {typografi.antal(okant)} okänt"
        if delar["oraknade"]:
            text += f". Inte räknade vid {typografi.antal(delar['oraknade'])}"
        return text if delar["alla"] else ""


@require(Ratt.UPPFOLJNING_LASA)
def aktivitet_detail(request: HttpRequest, pk: int) -> HttpResponse:
    aktivitet = get_object_or_404(Aktivitet, pk=pk)
    return render(request, "uppfoljning/aktivitet_detail.html", {"aktivitet": aktivitet})


class AktivitetCreateView(Skapavy):
    model = Aktivitet
    form_class = AktivitetForm
    ratt = Ratt.UPPFOLJNING_ANDRA
    rubrik = "Ny aktivitet"
    tillbaka = LISTA
    success_url = LISTA


class AktivitetUpdateView(Andravy):
    model = Aktivitet
    form_class = AktivitetForm
    ratt = Ratt.UPPFOLJNING_ANDRA
    rubrik = "Ändra aktivitet"
    success_url = LISTA


class AktivitetDeleteView(Tabortvy):
    model = Aktivitet
    ratt = Ratt.UPPFOLJNING_ANDRA
    success_url = LISTA
