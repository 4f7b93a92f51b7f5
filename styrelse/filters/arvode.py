"""Filters of claims and runs."""

import django_filters as filters

from styrelse.choices import HALLNA, Korningsstatus
from styrelse.models import Arvodeskorning, Arvodesreglemente, Ersattningskrav, Mote


class KravFilter(filters.FilterSet):
    namn = filters.CharFilter(label="Namn", field_name="person__namn", lookup_expr="icontains")
    mote = filters.ModelChoiceFilter(
        label="Möte",
        queryset=Mote.objects.filter(status__in=HALLNA),
        empty_label="Alla",
    )

    class Meta:
        model = Ersattningskrav
        fields = ("namn", "mote")


class KorningFilter(filters.FilterSet):
    status = filters.ChoiceFilter(label="Status", choices=Korningsstatus, empty_label="Alla")

    class Meta:
        model = Arvodeskorning
        fields = ("status",)


class ReglementeFilter(filters.FilterSet):
    class Meta:
        model = Arvodesreglemente
        fields = ("beslut",)
