"""Filters of the surveys."""

import django_filters as filters

from uppfoljning.models import Enkat


class EnkatFilter(filters.FilterSet):
    titel = filters.CharFilter(label="Titel", lookup_expr="icontains")

    class Meta:
        model = Enkat
        fields = ("titel",)
