"""Lists of what comes every year and at every meeting."""

import django_tables2 as tables
from django.urls import reverse

from finsam import typografi
from finsam.permissions import Ratt, far
from finsam.tables import Listtabell
from styrelse.models import Arsarende, Dagordningsmall


def _formular(namn: str):  # type: ignore[no-untyped-def]  # what django-tables2 asks by its names
    """A link to the row's form, its only page, for those who may change it."""

    def adress(record: Arsarende | Dagordningsmall, table: tables.Table) -> str | None:
        if far(table.request.user, Ratt.MOTE_ANDRA):
            return reverse(namn, args=[record.pk])
        return None

    return adress


class ArsarendeTable(Listtabell):
    rubrik = tables.Column(linkify=_formular("styrelse:arsarende_update"))
    tidigast = tables.Column("Tidigast", accessor="tidigast_manad")
    senast = tables.Column("Senast", accessor="senast_dag", order_by=("senast_manad", "senast_dag"))

    class Meta:
        model = Arsarende
        fields = ("rubrik", "organ", "tidigast", "senast", "via_au", "till_beslut", "grund")
        order_by = "senast"

    def render_tidigast(self, value: int) -> str:
        return typografi.MANADER[value - 1]

    def render_senast(self, record: Arsarende) -> str:
        return f"{record.senast_dag} {typografi.MANADER[record.senast_manad - 1]}"


class DagordningsmallTable(Listtabell):
    rubrik = tables.Column(linkify=_formular("styrelse:dagordningsmall_update"))

    class Meta:
        model = Dagordningsmall
        fields = ("rubrik", "organ", "plats", "ordning", "slag")
        order_by = ("organ", "plats", "ordning")
