"""Lists of the deviations and of the projects with others' money."""

import django_tables2 as tables
from django.template.loader import render_to_string

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
    namn = tables.Column()
    belopp = Kronorkolumn()
    fran = Datumkolumn()
    tom = Datumkolumn()

    class Meta:
        model = ExterntProjekt
        fields = ("namn", "finansiar", "belopp", "ungefarligt", "aktorer", "fran", "tom", "insats")
        order_by = "fran"
