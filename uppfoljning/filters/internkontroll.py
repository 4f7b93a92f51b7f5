"""Filters of the plans of internal control."""

import django_filters as filters

from uppfoljning.choices import Planstatus
from uppfoljning.models import Internkontrollplan


class InternkontrollplanFilter(filters.FilterSet):
    status = filters.ChoiceFilter(choices=Planstatus.choices)

    class Meta:
        model = Internkontrollplan
        fields = ("status",)
