"""Filters of the boardroom's people and offices."""

from datetime import date

import django_filters as filters
from django.db.models import QuerySet

from finsam.filters import Dagfilter
from finsam.models import Medlem
from styrelse.choices import Uppdragsorgan, Uppdragsroll, UtseddAv
from styrelse.models import Kansliroll, Revisor, Uppdrag


class Tidsfilter(filters.FilterSet):
    """Rows that hold on a day."""

    dag = Dagfilter(label="Gäller den", method="pa_dagen")

    def pa_dagen(self, queryset: QuerySet, name: str, dag: date) -> QuerySet:
        return queryset.under(dag, dag)  # type: ignore[attr-defined,no-any-return]


class UppdragFilter(Tidsfilter):
    namn = filters.CharFilter(label="Namn", field_name="person__namn", lookup_expr="icontains")
    medlem = filters.ModelChoiceFilter(
        label="Utsedd av", queryset=Medlem.objects.all(), empty_label="Alla"
    )
    organ = filters.ChoiceFilter(label="Organ", choices=Uppdragsorgan, empty_label="Alla")
    roll = filters.ChoiceFilter(label="Roll", choices=Uppdragsroll, empty_label="Alla")

    class Meta:
        model = Uppdrag
        fields = ("namn", "medlem", "organ", "roll", "dag")


class KanslirollFilter(Tidsfilter):
    namn = filters.CharFilter(label="Namn", field_name="person__namn", lookup_expr="icontains")

    class Meta:
        model = Kansliroll
        fields = ("namn", "dag")


class RevisorFilter(filters.FilterSet):
    utsedd_av = filters.ChoiceFilter(label="Utsedd av", choices=UtseddAv, empty_label="Alla")

    class Meta:
        model = Revisor
        fields = ("utsedd_av",)
