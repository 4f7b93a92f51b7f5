"""Filters of what has been decided and what is to be done."""

from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet

from finsam.filters import Dagfilter
from styrelse.choices import Beslutstyp, Organ
from styrelse.models import Atgard, Beslut

ORGAN = [(organ.value, organ.label) for organ in Organ if organ.beslutar]


class BeslutFilter(filters.FilterSet):
    text = filters.CharFilter(label="Ärende eller beslut", method="med_text")
    organ = filters.ChoiceFilter(
        label="Organ", field_name="punkt__mote__organ", choices=ORGAN, empty_label="Alla"
    )
    utfall = filters.ChoiceFilter(label="Utfall", choices=Beslutstyp, empty_label="Alla")
    fran = Dagfilter("punkt__mote__datum", "gte", label="Från och med")
    till = Dagfilter("punkt__mote__datum", "lte", label="Till och med")
    oppna = filters.ChoiceFilter(
        label="Åtgärder",
        choices=[("ja", "Med öppna åtgärder")],
        empty_label="Alla",
        method="med_oppna",
    )

    class Meta:
        model = Beslut
        fields = ("text", "organ", "utfall", "fran", "till", "oppna")

    def med_text(self, queryset: QuerySet[Beslut], name: str, text: str) -> QuerySet[Beslut]:
        return queryset.filter(
            Q(punkt__arende__rubrik__icontains=text)
            | Q(punkt__rubrik__icontains=text)
            | Q(text__icontains=text)
        )

    def med_oppna(self, queryset: QuerySet[Any], name: str, val: str) -> QuerySet[Any]:
        return queryset.filter(oppna__gt=0)


class AtgardFilter(filters.FilterSet):
    vad = filters.CharFilter(label="Vad", lookup_expr="icontains")
    ansvarig = filters.CharFilter(label="Ansvarig", lookup_expr="icontains")
    lage = filters.ChoiceFilter(
        label="Läge",
        choices=[("oppna", "Öppna, även försenade"), ("sen", "Försenade"), ("klar", "Klara")],
        empty_label="Alla",
        method="i_lage",
    )
    organ = filters.ChoiceFilter(
        label="Organ",
        field_name="beslut__punkt__mote__organ",
        choices=ORGAN,
        empty_label="Alla",
    )

    class Meta:
        model = Atgard
        fields = ("vad", "ansvarig", "lage", "organ")

    def i_lage(self, queryset: QuerySet[Any], name: str, val: str) -> QuerySet[Any]:
        if val == "oppna":
            return queryset.filter(klar__isnull=True)
        return queryset.filter(lage=val)
