"""The list of applications."""

from typing import Any

import django_tables2 as tables
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html

from finsam import typografi
from finsam.tables import Datumkolumn, Kronorkolumn, Listtabell
from insatser.choices import Ansokningsstatus
from insatser.models import Ansokan


class AnsokanTable(Listtabell):
    diarienummer = tables.Column(linkify=True)
    kortnamn = tables.Column(verbose_name="Insats")
    insatsagare = tables.Column(accessor="insatsagare__kortnamn", verbose_name="Insatsägare")
    start = Datumkolumn(verbose_name="Start")
    slut = Datumkolumn(verbose_name="Slut")
    sokt = Kronorkolumn(verbose_name="Söks, kr")
    inkom = Datumkolumn(verbose_name="Inkom")
    utrymme = tables.Column("Beslutsutrymme", empty_values=(), orderable=False)

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
            "utrymme",
        )

    def render_status(self, record: Ansokan) -> str:
        return render_to_string(
            "components/status.html",
            {"slag": record.statusfarg, "text": record.get_status_display()},
        )

    def render_utrymme(self, record: Ansokan) -> str:
        """A way to the decision room with the application ticked, while it waits."""
        if record.status in (Ansokningsstatus.UTKAST, Ansokningsstatus.BESLUTAD):
            return typografi.INGET
        adress = reverse("ekonomi:utrymme_nu", query={"sokt": record.diarienummer})
        return format_html(
            '<a href="{}">Pröva<span class="dold"> {}</span></a>', adress, record.diarienummer
        )

    def value_utrymme(self, record: Ansokan) -> str:
        return ""

    def value_status(self, record: Ansokan) -> Any:
        return record.get_status_display()
