"""Filters of the insatser."""

from datetime import date

import django_filters as filters
from django.db.models import Q, QuerySet

from finsam.models import Medlem
from insatser.choices import Insatstyp
from insatser.models import Insats


class InsatsFilter(filters.FilterSet):
    namn = filters.CharFilter(label="Namn", method="med_namn")
    insatstyp = filters.ChoiceFilter(label="Typ", choices=Insatstyp, empty_label="Alla")
    insatsagare = filters.ModelChoiceFilter(
        label="Insatsägare", queryset=Medlem.objects.all(), empty_label="Alla"
    )
    verksamhetsar = filters.NumberFilter(
        label="Pågår under år", method="under_ar", min_value=1990, max_value=2200
    )

    class Meta:
        model = Insats
        fields = ("namn", "insatstyp", "insatsagare", "verksamhetsar")

    def med_namn(self, queryset: QuerySet[Insats], name: str, text: str) -> QuerySet[Insats]:
        return queryset.filter(Q(namn__icontains=text) | Q(kortnamn__icontains=text))

    def under_ar(self, queryset: QuerySet[Insats], name: str, ar: object) -> QuerySet[Insats]:
        ar = int(str(ar))
        return queryset.under(date(ar, 1, 1), date(ar, 12, 31))  # type: ignore[attr-defined,no-any-return]
