"""The list of decisions on discharge."""

import django_tables2 as tables
from django.urls import reverse

from finsam.tables import Datumkolumn, Listtabell
from styrelse.models import Ansvarsfrihet


class AnsvarsfrihetTable(Listtabell):
    verksamhetsar = tables.Column(
        linkify=lambda record: reverse("styrelse:ansvarsfrihet_ar", args=[record.verksamhetsar])
    )
    beslutad = Datumkolumn()

    class Meta:
        model = Ansvarsfrihet
        fields = ("verksamhetsar", "medlem", "utfall", "beslutad", "anmarkning")
        order_by = ("-verksamhetsar", "medlem")
