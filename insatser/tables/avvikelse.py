"""Lists of the deviations and of the projects with others' money."""

import django_tables2 as tables
from django.template.loader import render_to_string
from django.utils.html import format_html

from finsam.permissions import Ratt, far
from finsam.tables import Datumkolumn, Kronorkolumn, Listtabell
from insatser.models import Avvikelse, ExterntProjekt


class AvvikelseTable(Listtabell):
    insats = tables.Column(linkify=lambda record: record.get_absolute_url(), order_by="insats__nr")
    belopp = Kronorkolumn()
    anmald = Datumkolumn()
    beslutsdatum = Datumkolumn()

    class Meta:
        model = Avvikelse
        fields = ("insats", "period", "slag", "belopp", "anmald", "status", "beslutsdatum")
        order_by = "-anmald"

    def render_status(self, record: Avvikelse) -> str:
        sammanhang = {"slag": record.statusfarg, "text": record.get_status_display()}
        return render_to_string("components/status.html", sammanhang)

    def value_status(self, record: Avvikelse) -> str:
        return record.get_status_display()


class ExterntProjektTable(Listtabell):
    belopp = Kronorkolumn()
    fran = Datumkolumn()
    tom = Datumkolumn()

    class Meta:
        model = ExterntProjekt
        fields = ("namn", "finansiar", "belopp", "ungefarligt", "aktorer", "fran", "tom", "insats")
        order_by = "fran"

    def render_namn(self, value: str, record: ExterntProjekt) -> str:
        """A project's only page is its form: a link for those who may change it."""
        if not far(self.request.user, Ratt.INSATSER_ANDRA):
            return value
        return format_html('<a href="{}">{}</a>', record.adress, value)

    def value_namn(self, value: str) -> str:
        return value

    def render_ungefarligt(self, value: bool) -> str:
        return "Ja" if value else "Nej"

    def value_ungefarligt(self, value: bool) -> str:
        return self.render_ungefarligt(value)
