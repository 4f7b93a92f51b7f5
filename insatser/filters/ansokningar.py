"""The filter of the applications."""

import django_filters as filters
from django.db.models import Q, QuerySet

from finsam.models import Medlem
from insatser.choices import Ansokningsslag, Ansokningsstatus
from insatser.models import Ansokan


class AnsokanFilter(filters.FilterSet):
    namn = filters.CharFilter(label="Namn eller diarienummer", method="med_namn")
    status = filters.ChoiceFilter(label="Status", choices=Ansokningsstatus, empty_label="Alla")
    slag = filters.ChoiceFilter(label="Gäller", choices=Ansokningsslag, empty_label="Alla")
    insatsagare = filters.ModelChoiceFilter(
        label="Insatsägare", queryset=Medlem.objects.all(), empty_label="Alla"
    )

    class Meta:
        model = Ansokan
        fields = ("namn", "status", "slag", "insatsagare")

    def med_namn(self, queryset: QuerySet[Ansokan], name: str, text: str) -> QuerySet[Ansokan]:
        return queryset.filter(
            Q(namn__icontains=text) | Q(kortnamn__icontains=text) | Q(diarienummer__icontains=text)
        )
