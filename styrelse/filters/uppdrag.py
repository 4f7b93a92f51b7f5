"""Filters of the boardroom."""

from datetime import date

import django_filters as filters
from django.db.models import QuerySet

from finsam.filters import Dagfilter
from finsam.models import Medlem
from styrelse.choices import Uppdragsroll, UtseddAv
from styrelse.models import Revisor, Uppdrag


class UppdragFilter(filters.FilterSet):
    namn = filters.CharFilter(label="Namn", field_name="person__namn", lookup_expr="icontains")
    medlem = filters.ModelChoiceFilter(
        label="Utsedd av", queryset=Medlem.objects.all(), empty_label="Alla"
    )
    roll = filters.ChoiceFilter(label="Roll", choices=Uppdragsroll, empty_label="Alla")
    dag = Dagfilter(label="Gäller den", method="pa_dagen")

    class Meta:
        model = Uppdrag
        fields = ("namn", "medlem", "roll", "dag")

    def pa_dagen(self, queryset: QuerySet[Uppdrag], name: str, dag: date) -> QuerySet[Uppdrag]:
        return queryset.under(dag, dag)  # type: ignore[attr-defined,no-any-return]


class RevisorFilter(filters.FilterSet):
    utsedd_av = filters.ChoiceFilter(label="Utsedd av", choices=UtseddAv, empty_label="Alla")

    class Meta:
        model = Revisor
        fields = ("utsedd_av",)
