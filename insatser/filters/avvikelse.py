"""Filters of the deviations and of the projects with others' money."""

import django_filters as filters
from django.db.models import QuerySet

from finsam.filters import Dagfilter
from insatser.choices import Avvikelseslag, Avvikelsestatus
from insatser.filters.rekvisition import synliga_insatser
from insatser.models import Avvikelse, ExterntProjekt


class AvvikelseFilter(filters.FilterSet):
    insats = filters.ModelChoiceFilter(
        label="Insats", queryset=synliga_insatser, empty_label="Alla"
    )
    ar = filters.NumberFilter(
        "period", label="År", lookup_expr="startswith", min_value=1990, max_value=2200
    )
    slag = filters.ChoiceFilter(label="Avser", choices=Avvikelseslag, empty_label="Alla")
    status = filters.ChoiceFilter(label="Status", choices=Avvikelsestatus, empty_label="Alla")

    class Meta:
        model = Avvikelse
        fields = ("insats", "ar", "slag", "status")


class ExterntProjektFilter(filters.FilterSet):
    namn = filters.CharFilter(label="Namn", lookup_expr="icontains")
    pagar = Dagfilter(label="Pågår den", method="pagar_den")

    class Meta:
        model = ExterntProjekt
        fields = ("namn", "pagar")

    def pagar_den(
        self, queryset: QuerySet[ExterntProjekt], name: str, dag: object
    ) -> QuerySet[ExterntProjekt]:
        return queryset.under(dag, dag)  # type: ignore[attr-defined,no-any-return]
