"""Filters of the activities."""

from datetime import date

import django_filters as filters
from django.db.models import Q, QuerySet

from uppfoljning.choices import Aktivitetsform
from uppfoljning.models import Aktivitet


class AktivitetFilter(filters.FilterSet):
    titel = filters.CharFilter(label="Titel", method="med_titel")
    form = filters.ChoiceFilter(label="Form", choices=Aktivitetsform, empty_label="Alla")
    ar = filters.NumberFilter(label="År", method="under_ar", min_value=1990, max_value=2200)
    kompetenshojande = filters.ChoiceFilter(
        label="Räknas till målet",
        choices=(("true", "Ja"), ("false", "Nej")),
        empty_label="Alla",
        method="som_raknas",
    )

    class Meta:
        model = Aktivitet
        fields = ("titel", "form", "ar", "kompetenshojande")

    def med_titel(self, queryset: QuerySet[Aktivitet], name: str, text: str) -> QuerySet[Aktivitet]:
        return queryset.filter(Q(titel__icontains=text) | Q(redovisas_som__icontains=text))

    def under_ar(self, queryset: QuerySet[Aktivitet], name: str, ar: object) -> QuerySet[Aktivitet]:
        ar = int(str(ar))
        return queryset.filter(datum__range=(date(ar, 1, 1), date(ar, 12, 31)))

    def som_raknas(self, queryset: QuerySet[Aktivitet], name: str, val: str) -> QuerySet[Aktivitet]:
        return queryset.filter(kompetenshojande=val == "true")
