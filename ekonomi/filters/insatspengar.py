"""Filters of the lists where insatser meet the ledger."""

import django_filters as filters
from django.db.models import QuerySet

from finsam.fields import ar_period
from finsam.models import Medlem
from insatser.choices import Insatstyp
from insatser.models import Insats


class Tidfilter(filters.CharFilter):
    """A period by its code. It picks no insatser: the view calculates for it."""

    def __init__(self) -> None:
        super().__init__(label="Period", help_text="2024, 2024-H1 eller 2024-K3")
        self.extra["validators"] = [ar_period]

    def filter(self, qs: QuerySet[Insats], value: str) -> QuerySet[Insats]:
        return qs


class ForbrukningFilter(filters.FilterSet):
    period = Tidfilter()
    insatstyp = filters.ChoiceFilter(label="Typ", choices=Insatstyp, empty_label="Alla")
    insatsagare = filters.ModelChoiceFilter(
        label="Insatsägare", queryset=Medlem.objects.all(), empty_label="Alla"
    )

    class Meta:
        model = Insats
        fields = ("period", "insatstyp", "insatsagare")


class Arsval(filters.NumberFilter):
    """A year that the view calculates for."""

    def filter(self, qs: QuerySet[Insats], value: object) -> QuerySet[Insats]:
        return qs


class Visaval(filters.ChoiceFilter):
    """Which rows to show; the view picks them."""

    def filter(self, qs: QuerySet[Insats], value: object) -> QuerySet[Insats]:
        return qs


class AvstamningFilter(filters.FilterSet):
    ar = Arsval(label="År", min_value=1990, max_value=2200)
    insats = filters.ModelChoiceFilter(
        "pk",
        label="Insats",
        queryset=Insats.objects.select_related("insatsagare"),
        empty_label="Alla",
        method="en_insats",
    )
    visa = Visaval(
        label="Visa",
        choices=[("avviker", "Det som inte stämmer"), ("alla", "Allt")],
        empty_label=None,
    )

    class Meta:
        model = Insats
        fields = ("ar", "insats", "visa")

    def en_insats(self, queryset: QuerySet[Insats], name: str, insats: Insats) -> QuerySet[Insats]:
        return queryset.filter(pk=insats.pk)
