"""The filter of the meetings."""

import django_filters as filters

from styrelse.choices import Motesstatus, Organ
from styrelse.models import Mote


class MoteFilter(filters.FilterSet):
    organ = filters.ChoiceFilter(label="Organ", choices=Organ, empty_label="Alla")
    ar = filters.NumberFilter("datum", "year", label="År")
    status = filters.ChoiceFilter(label="Status", choices=Motesstatus, empty_label="Alla")

    class Meta:
        model = Mote
        fields = ("organ", "ar", "status")
