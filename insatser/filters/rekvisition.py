"""Filters of the claims."""

from typing import Any

import django_filters as filters
from django.db.models import QuerySet

from insatser.choices import Rekvisitionsstatus
from insatser.models import Insats, Rekvisition


def synliga_insatser(request: Any) -> QuerySet[Insats]:
    """The insatser that a filter offers: those that the user may see."""
    return Insats.objects.synliga_for(request.user) if request else Insats.objects.none()


def anvanda_perioder() -> list[tuple[str, str]]:
    """The periods that claims are made for, the latest first."""
    perioder = Rekvisition.objects.order_by("-period").values_list("period", flat=True).distinct()
    return [(period, period) for period in perioder]


class RekvisitionFilter(filters.FilterSet):
    insats = filters.ModelChoiceFilter(
        label="Insats", queryset=synliga_insatser, empty_label="Alla"
    )
    ar = filters.NumberFilter(
        "period", label="År", lookup_expr="startswith", min_value=1990, max_value=2200
    )
    period = filters.ChoiceFilter(label="Period", choices=anvanda_perioder, empty_label="Alla")
    status = filters.ChoiceFilter(label="Status", choices=Rekvisitionsstatus, empty_label="Alla")

    class Meta:
        model = Rekvisition
        fields = ("insats", "ar", "period", "status")
