"""Filters of the insatser."""

from datetime import date

import django_filters as filters
from django.db.models import Q, QuerySet
from django.utils import timezone

from finsam.models import Medlem
from insatser.choices import Insatslage, Insatstyp
from insatser.models import Insats


class InsatsFilter(filters.FilterSet):
    namn = filters.CharFilter(label="Namn", method="med_namn")
    insatstyp = filters.ChoiceFilter(label="Typ", choices=Insatstyp, empty_label="Alla")
    insatsagare = filters.ModelChoiceFilter(
        label="Insatsägare", queryset=Medlem.objects.all(), empty_label="Alla"
    )
    verksamhetsar = filters.NumberFilter(
        label="Pågår under år", method="under_ar", min_value=1990, max_value=2200
    )

    lage = filters.ChoiceFilter(
        label="Läge", choices=Insatslage, empty_label="Alla", method="med_lage"
    )

    class Meta:
        model = Insats
        fields = ("namn", "insatstyp", "insatsagare", "verksamhetsar", "lage")

    def med_lage(self, queryset: QuerySet[Insats], name: str, lage: str) -> QuerySet[Insats]:
        idag = timezone.localdate()
        villkor = {
            Insatslage.KOMMANDE: Q(start__gt=idag),
            Insatslage.PAGAR: Q(start__lte=idag, slut__gte=idag),
            Insatslage.AVSLUTAD: Q(slut__lt=idag),
        }
        return queryset.filter(villkor[Insatslage(lage)])

    def med_namn(self, queryset: QuerySet[Insats], name: str, text: str) -> QuerySet[Insats]:
        return queryset.filter(Q(namn__icontains=text) | Q(kortnamn__icontains=text))

    def under_ar(self, queryset: QuerySet[Insats], name: str, ar: object) -> QuerySet[Insats]:
        ar = int(str(ar))
        return queryset.under(date(ar, 1, 1), date(ar, 12, 31))  # type: ignore[attr-defined,no-any-return]
