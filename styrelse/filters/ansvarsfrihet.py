"""Filters of discharge."""

import django_filters as filters

from finsam.models import Medlem
from styrelse.choices import Ansvarsfrihetsutfall
from styrelse.models import Ansvarsfrihet


class AnsvarsfrihetFilter(filters.FilterSet):
    ar = filters.NumberFilter(label="År", field_name="verksamhetsar")
    medlem = filters.ModelChoiceFilter(
        label="Medlem", queryset=Medlem.objects.all(), empty_label="Alla"
    )
    utfall = filters.ChoiceFilter(label="Utfall", choices=Ansvarsfrihetsutfall, empty_label="Alla")

    class Meta:
        model = Ansvarsfrihet
        fields = ("ar", "medlem", "utfall")
