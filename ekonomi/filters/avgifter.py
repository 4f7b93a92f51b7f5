"""Filters of the member fees."""

import django_filters as filters
from django.db.models import Q, QuerySet
from django.utils import timezone

from ekonomi.choices import Avgiftsstatus
from ekonomi.models import Avgiftsfaktura, Tilldelning
from finsam.models import Medlem

LAGEN = (
    ("obetald", "Obetalda"),
    ("forsenad", "Försenade"),
    ("ofakturerad", "Inte fakturerade"),
    ("betald", "Betalda"),
)


class TilldelningFilter(filters.FilterSet):
    verksamhetsar = filters.NumberFilter(label="År")
    status = filters.ChoiceFilter(label="Status", choices=Avgiftsstatus, empty_label="Alla")

    class Meta:
        model = Tilldelning
        fields = ("verksamhetsar", "status")


class AvgiftsfakturaFilter(filters.FilterSet):
    ar = filters.NumberFilter(label="År", field_name="tilldelning__verksamhetsar")
    medlem = filters.ModelChoiceFilter(
        label="Medlem", queryset=Medlem.objects.all(), empty_label="Alla"
    )
    lage = filters.ChoiceFilter(label="Läge", choices=LAGEN, method="med_lage", empty_label="Alla")

    class Meta:
        model = Avgiftsfaktura
        fields = ("ar", "medlem", "lage")

    def med_lage(
        self, queryset: QuerySet[Avgiftsfaktura], name: str, lage: str
    ) -> QuerySet[Avgiftsfaktura]:
        obetald = Q(betald__isnull=True)
        return queryset.filter(
            {
                "obetald": obetald,
                "forsenad": obetald & Q(forfaller__lt=timezone.localdate()),
                "ofakturerad": Q(fakturerad__isnull=True),
                "betald": Q(betald__isnull=False),
            }[lage]
        )
