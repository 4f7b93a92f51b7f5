"""Filters of the list of quarterly reports."""

from typing import Any

import django_filters as filters

from insatser.models import Insats
from uppfoljning.choices import Rapportstatus
from uppfoljning.models import Kvartalsrapport


def _synliga(request: Any) -> Any:
    return Insats.objects.synliga_for(request.user).order_by("nr")


class KvartalsrapportFilter(filters.FilterSet):
    insats = filters.ModelChoiceFilter(label="Insats", queryset=_synliga, empty_label="Alla")
    period = filters.CharFilter(label="Period, till exempel 2024-K1", lookup_expr="istartswith")
    status = filters.ChoiceFilter(label="Status", choices=Rapportstatus, empty_label="Alla")

    class Meta:
        model = Kvartalsrapport
        fields = ("insats", "period", "status")
