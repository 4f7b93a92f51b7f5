"""Filters of the ledger: period, konto, projekt, text, belopp."""

import re
from decimal import Decimal

import django_filters as filters
from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

from ekonomi.choices import Budgetstatus, Kontotyp, Prognosstatus
from ekonomi.models import (
    Budget,
    Inlasning,
    Kontering,
    Konto,
    Prognos,
    Rakenskapsar,
    Verifikation,
)
from finsam.filters import Dagfilter
from finsam.formfields import KronorFormField

INTERVALL = re.compile(r"(\d+)-(\d+)")


def kontourval(text: str) -> QuerySet[Konto]:
    """The accounts that "3010-3099, 19, plusgiro" names: ranges, numbers, beginnings and names.

    A number is that account; only where there is none, the accounts that begin so. Raises
    ValidationError in Swedish for a part that names no account.
    """
    urval = Konto.objects.none()
    for del_ in filter(None, (del_.strip() for del_ in text.split(","))):
        if intervall := INTERVALL.fullmatch(del_):
            traff = Konto.objects.filter(nummer__gte=intervall[1], nummer__lte=intervall[2])
        else:
            traff = Konto.objects.filter(nummer=del_)
            if not traff.exists():
                traff = Konto.objects.filter(Q(nummer__startswith=del_) | Q(namn__icontains=del_))
        if not traff.exists():
            raise ValidationError(
                f"”{del_}” är inget konto. Skriv till exempel 3010, 3010-3099 eller bank."
            )
        urval |= traff
    return urval


class Kontofalt(filters.CharFilter.field_class):  # type: ignore[name-defined,misc]
    """Accounts by number, range or name; what cannot be read is said at the field."""

    def clean(self, value: str) -> QuerySet[Konto] | None:
        text = super().clean(value)
        return kontourval(text) if text else None


class Kontofilter(filters.Filter):
    field_class = Kontofalt

    def filter(self, qs: QuerySet[Kontering], value: QuerySet[Konto] | None) -> QuerySet[Kontering]:
        # A subquery, not a join, so that the rows are found by the account's index.
        return qs if value is None else qs.filter(konto__in=value)


class Arfilter(filters.NumberFilter):
    """Rows of a financial year."""

    def filter(self, qs: QuerySet[Model], value: Decimal | None) -> QuerySet[Model]:
        if value is None:
            return qs
        ar = Rakenskapsar.objects.filter(verksamhetsar=int(value))
        return qs.filter(**{f"{self.field_name}__in": ar})


class Beloppfilter(filters.Filter):
    """Rows of just this amount, debit or credit."""

    field_class = KronorFormField

    def filter(self, qs: QuerySet[Kontering], value: Decimal | None) -> QuerySet[Kontering]:
        return qs if value is None else qs.filter(belopp__in=(value, -value))


class VerifikationFilter(filters.FilterSet):
    ar = Arfilter(label="År", field_name="rakenskapsar")
    fran = Dagfilter(label="Från", field_name="datum", lookup_expr="gte")
    tom = Dagfilter(label="Till och med", field_name="datum", lookup_expr="lte")
    serie = filters.CharFilter(label="Serie", lookup_expr="iexact")
    text = filters.CharFilter(label="Text", lookup_expr="icontains")

    class Meta:
        model = Verifikation
        fields = ("ar", "fran", "tom", "serie", "text")


class KonteringFilter(filters.FilterSet):
    ar = Arfilter(label="År", field_name="verifikation__rakenskapsar")
    fran = Dagfilter(label="Från", field_name="verifikation__datum", lookup_expr="gte")
    tom = Dagfilter(label="Till och med", field_name="verifikation__datum", lookup_expr="lte")
    konto = Kontofilter(label="Konto", help_text="Nummer eller intervall: 3010-3099, 3150")
    kostnadsblock = filters.CharFilter(label="Kostnadsblock", method="med_objekt")
    projekt = filters.CharFilter(label="Projekt", method="med_objekt")
    text = filters.CharFilter(label="Text", method="med_text")
    belopp = Beloppfilter(label="Belopp, kr")

    class Meta:
        model = Kontering
        fields = ("ar", "fran", "tom", "konto", "kostnadsblock", "projekt", "text", "belopp")

    def med_objekt(self, queryset: QuerySet[Kontering], name: str, kod: str) -> QuerySet[Kontering]:
        """Rows with the object, or without any: "-"."""
        if kod == "-":
            return queryset.filter(**{f"{name}__isnull": True})
        return queryset.filter(**{f"{name}__kod__in": [k.strip() for k in kod.split(",")]})

    def med_text(self, queryset: QuerySet[Kontering], name: str, text: str) -> QuerySet[Kontering]:
        return queryset.filter(Q(text__icontains=text) | Q(verifikation__text__icontains=text))


class KontoFilter(filters.FilterSet):
    nummer = filters.CharFilter(label="Kontonummer", lookup_expr="startswith")
    namn = filters.CharFilter(label="Namn", lookup_expr="icontains")
    kontotyp = filters.ChoiceFilter(label="Typ", choices=Kontotyp, empty_label="Alla")

    class Meta:
        model = Konto
        fields = ("nummer", "namn", "kontotyp")


class RakenskapsarFilter(filters.FilterSet):
    verksamhetsar = filters.NumberFilter(label="År")

    class Meta:
        model = Rakenskapsar
        fields = ("verksamhetsar",)


class PrognosFilter(filters.FilterSet):
    verksamhetsar = filters.NumberFilter(label="År")
    status = filters.ChoiceFilter(label="Status", choices=Prognosstatus, empty_label="Alla")

    class Meta:
        model = Prognos
        fields = ("verksamhetsar", "status")


class BudgetFilter(filters.FilterSet):
    verksamhetsar = filters.NumberFilter(label="År")
    status = filters.ChoiceFilter(label="Status", choices=Budgetstatus, empty_label="Alla")

    class Meta:
        model = Budget
        fields = ("verksamhetsar", "status")


class InlasningFilter(filters.FilterSet):
    ar = filters.NumberFilter(label="År", field_name="rakenskapsar__verksamhetsar")

    class Meta:
        model = Inlasning
        fields = ("ar",)
