"""Lists of the boardroom."""

import django_tables2 as tables

from finsam.tables import Datumkolumn, Listtabell
from styrelse.models import Revisor, Uppdrag


class UppdragTable(Listtabell):
    person = tables.Column(linkify=lambda record: record.get_absolute_url())
    fran = Datumkolumn()
    tom = Datumkolumn()

    class Meta:
        model = Uppdrag
        fields = ("person", "medlem", "roll", "parti", "fran", "tom")
        order_by = ("medlem", "roll", "fran")


class RevisorTable(Listtabell):
    namn = tables.Column(linkify=("styrelse:revisor_update", [tables.A("pk")]), empty_values=())
    fran = Datumkolumn()
    tom = Datumkolumn()

    class Meta:
        model = Revisor
        fields = ("namn", "byra", "utsedd_av", "fran", "tom")
        order_by = ("utsedd_av", "namn")

    def render_namn(self, record: Revisor) -> str:
        return str(record)
