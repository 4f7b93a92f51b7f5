"""Filters of the ground floor."""

import django_filters as filters

from finsam.choices import Medlemstyp
from finsam.models import Medlem


class MedlemFilter(filters.FilterSet):
    namn = filters.CharFilter(label="Namn", lookup_expr="icontains")
    typ = filters.ChoiceFilter(label="Typ", choices=Medlemstyp, empty_label="Alla")

    class Meta:
        model = Medlem
        fields = ("namn", "typ")
