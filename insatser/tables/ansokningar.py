"""The list of applications."""

from typing import Any

import django_tables2 as tables
from django.template.loader import render_to_string

from finsam.tables import Datumkolumn, Kronorkolumn, Listtabell
from insatser.models import Ansokan


class AnsokanTable(Listtabell):
    diarienummer = tables.Column(linkify=True)
    kortnamn = tables.Column(verbose_name="Insats")
    insatsagare = tables.Column(accessor="insatsagare__kortnamn", verbose_name="Insatsägare")
    start = Datumkolumn(verbose_name="Start")
    slut = Datumkolumn(verbose_name="Slut")
    sokt = Kronorkolumn(verbose_name="Söks, kr")
    inkom = Datumkolumn(verbose_name="Inkom")

    class Meta:
        model = Ansokan
        fields = (
            "diarienummer",
            "kortnamn",
            "insatsagare",
            "slag",
            "start",
            "slut",
            "sokt",
            "inkom",
            "status",
        )

    def render_status(self, record: Ansokan) -> str:
        return render_to_string(
            "components/status.html",
            {"slag": record.statusfarg, "text": record.get_status_display()},
        )

    def value_status(self, record: Ansokan) -> Any:
        return record.get_status_display()
