"""The filter of decisions taken for the board."""

import django_filters as filters
from django.db.models import QuerySet

from styrelse.models import Delegationsbeslut

ANMALDA = (("ja", "Anmälda"), ("nej", "Att anmäla"))


class DelegationsbeslutFilter(filters.FilterSet):
    rubrik = filters.CharFilter(label="Ärende", lookup_expr="icontains")
    verksamhetsar = filters.NumberFilter(label="År")
    anmalt = filters.ChoiceFilter(
        label="Anmälan", choices=ANMALDA, empty_label="Alla", method="som_ar_anmalda"
    )

    class Meta:
        model = Delegationsbeslut
        fields = ("rubrik", "verksamhetsar", "anmalt")

    def som_ar_anmalda(
        self, queryset: "QuerySet[Delegationsbeslut]", name: str, val: str
    ) -> "QuerySet[Delegationsbeslut]":
        return queryset.filter(anmalt_vid__isnull=val == "nej")
