"""The list of scenarios: its columns and its filter."""

import django_filters as filters
import django_tables2 as tables

from ekonomi.models import Scenario
from finsam.tables import Datumkolumn, Listtabell, Tidkolumn


class ScenarioTable(Listtabell):
    namn = tables.Column(linkify=True)
    per = Datumkolumn()
    skapat_av = tables.Column(orderable=False)
    skapat_at = Tidkolumn()

    class Meta:
        model = Scenario
        fields = ("namn", "verksamhetsar", "per", "anteckning", "skapat_av", "skapat_at")


class ScenarioFilter(filters.FilterSet):
    namn = filters.CharFilter(label="Namn", lookup_expr="icontains")
    verksamhetsar = filters.NumberFilter(label="År")

    class Meta:
        model = Scenario
        fields = ("namn", "verksamhetsar")
