"""The filter of the matters."""

import django_filters as filters
from django.db.models import Q, QuerySet

from styrelse.models import Arende
from styrelse.selectors.arendesida import LAGEN

TYPER = (("beslut", "Beslut"), ("information", "Information"), ("diskussion", "Diskussion"))


class ArendeFilter(filters.FilterSet):
    rubrik = filters.CharFilter(label="Rubrik eller diarienummer", method="med_ord")
    lage = filters.ChoiceFilter(label="Läge", choices=LAGEN, empty_label="Alla")
    typ = filters.ChoiceFilter(label="Typ", choices=TYPER, empty_label="Alla", method="av_typ")
    ar = filters.NumberFilter(label="År", method="fran_ar")

    class Meta:
        model = Arende
        fields = ("rubrik", "lage", "typ", "ar")

    def med_ord(self, queryset: QuerySet[Arende], name: str, text: str) -> QuerySet[Arende]:
        return queryset.filter(Q(rubrik__icontains=text) | Q(diarienummer__icontains=text))

    def av_typ(self, queryset: QuerySet[Arende], name: str, typ: str) -> QuerySet[Arende]:
        return queryset.filter(**{f"till_{typ}": True})

    def fran_ar(self, queryset: QuerySet[Arende], name: str, ar: int) -> QuerySet[Arende]:
        """Of the year's diary, or the yearly matter of that year."""
        i_diariet = Q(diarienummer__startswith=f"{int(ar)}-")
        return queryset.filter(i_diariet | Q(verksamhetsar=ar))
