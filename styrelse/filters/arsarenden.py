"""Filters of what comes every year and at every meeting."""

import django_filters as filters

from styrelse.choices import Organ
from styrelse.models import Arsarende, Dagordningsmall


class ArsarendeFilter(filters.FilterSet):
    rubrik = filters.CharFilter(label="Rubrik", lookup_expr="icontains")
    organ = filters.ChoiceFilter(label="Organ", choices=Organ, empty_label="Alla")

    class Meta:
        model = Arsarende
        fields = ("rubrik", "organ")


class DagordningsmallFilter(filters.FilterSet):
    organ = filters.ChoiceFilter(label="Organ", choices=Organ, empty_label="Alla")

    class Meta:
        model = Dagordningsmall
        fields = ("organ",)
