"""Filters of the ground floor."""

from typing import Any

import django_filters as filters
from django.forms import HiddenInput

from finsam.choices import Handelseslag, Medlemstyp, Roll
from finsam.formfields import Datumfalt
from finsam.history import sparade_slag
from finsam.models import Anvandare, Folkmangd, Medlem, Sigill, Tillganglighetsbrist


class Dagfilter(filters.DateFilter):
    """A day, written as in every form."""

    field_class = Datumfalt


class MedlemFilter(filters.FilterSet):
    namn = filters.CharFilter(label="Namn", lookup_expr="icontains")
    typ = filters.ChoiceFilter(label="Typ", choices=Medlemstyp, empty_label="Alla")

    class Meta:
        model = Medlem
        fields = ("namn", "typ")


class FolkmangdFilter(filters.FilterSet):
    medlem = filters.ModelChoiceFilter(
        label="Kommun", queryset=Medlem.objects.kommuner(), empty_label="Alla"
    )
    datum = Dagfilter(label="Dag")

    class Meta:
        model = Folkmangd
        fields = ("medlem", "datum")


class AnvandareFilter(filters.FilterSet):
    email = filters.CharFilter(label="E-postadress", lookup_expr="icontains")
    roll = filters.ChoiceFilter(label="Roll", choices=Roll, empty_label="Alla")

    class Meta:
        model = Anvandare
        fields = ("email", "roll")


class HistorikFilter(filters.FilterSet):
    tabell = filters.ChoiceFilter(label="Slag", choices=sparade_slag, empty_label="Alla")
    objekt = filters.CharFilter(label="Vad", lookup_expr="icontains")
    handelse = filters.ChoiceFilter(label="Händelse", choices=Handelseslag, empty_label="Alla")
    anvandare = filters.ModelChoiceFilter(
        label="Vem", queryset=Anvandare.objects.all(), empty_label="Alla"
    )
    fran = Dagfilter("tid", "date__gte", label="Från och med")
    till = Dagfilter("tid", "date__lte", label="Till och med")
    objekt_id = filters.NumberFilter(label="Nummer", widget=HiddenInput())

    class Meta:
        model = Sigill
        fields: tuple[Any, ...] = ()


class BristFilter(filters.FilterSet):
    beskrivning = filters.CharFilter(label="Beskrivning", lookup_expr="icontains")

    class Meta:
        model = Tillganglighetsbrist
        fields = ("beskrivning",)
