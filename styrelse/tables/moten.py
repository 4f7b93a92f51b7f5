"""The list of meetings."""

from datetime import date, time

import django_tables2 as tables
from django.template.loader import render_to_string

from finsam import typografi
from finsam.tables import Datumkolumn, Listtabell
from styrelse.models import Mote


class MoteTable(Listtabell):
    organ = tables.Column(linkify=True)
    datum = Datumkolumn()
    veckodag = tables.Column("Veckodag", accessor="datum", orderable=False)
    start = tables.Column("Tid", attrs={"td": {"class": "smal"}})

    class Meta:
        model = Mote
        # What says most first: a telephone shows the first four.
        fields = ("organ", "datum", "status", "start", "veckodag", "plats")

    def value_organ(self, record: Mote) -> str:
        return record.get_organ_display()

    def render_organ(self, record: Mote) -> str:
        namn = record.get_organ_display()
        return f"{namn}, {record.medlem}" if record.medlem else namn

    def render_veckodag(self, value: date) -> str:
        return typografi.veckodag(value)

    def value_veckodag(self, value: date) -> str:
        return typografi.veckodag(value)

    def render_start(self, value: time, record: Mote) -> str:
        return typografi.klockslag_mellan(value, record.slut)

    def value_start(self, value: time, record: Mote) -> str:
        return typografi.klockslag_mellan(value, record.slut)

    def render_status(self, record: Mote) -> str:
        return render_to_string(
            "components/status.html",
            {"slag": record.statusfarg, "text": record.get_status_display()},
        )

    def value_status(self, record: Mote) -> str:
        return record.get_status_display()
