"""Lists of the boardroom."""

import django_tables2 as tables
from django.urls import reverse

from finsam.permissions import Ratt, far
from finsam.tables import Datumkolumn, Listtabell
from styrelse.models import Kansliroll, Revisor, Uppdrag


class UppdragTable(Listtabell):
    person = tables.Column(linkify=lambda record: record.get_absolute_url())
    fran = Datumkolumn()
    tom = Datumkolumn()

    class Meta:
        model = Uppdrag
        fields = ("person", "medlem", "organ", "roll", "parti", "fran", "tom")
        order_by = ("medlem", "organ", "roll", "fran")


def _andra_roll(record: Kansliroll, table: tables.Table) -> str | None:
    """A role at the office has no page of its own, only the form of those who may change it."""
    if far(table.request.user, Ratt.STYRELSE_ANDRA):
        return record.get_absolute_url()
    return None


class KanslirollTable(Listtabell):
    person = tables.Column(linkify=_andra_roll)
    fran = Datumkolumn()
    tom = Datumkolumn()

    class Meta:
        model = Kansliroll
        fields = ("person", "befattning", "fran", "tom")
        order_by = ("befattning", "person", "fran")


def _rattelse(record: Revisor, table: tables.Table) -> str | None:
    """An auditor has no page of its own, only the form of those who may change it."""
    if far(table.request.user, Ratt.STYRELSE_ANDRA):
        return reverse("styrelse:revisor_update", args=[record.pk])
    return None


class RevisorTable(Listtabell):
    namn = tables.Column(linkify=_rattelse, empty_values=())
    fran = Datumkolumn()
    tom = Datumkolumn()

    class Meta:
        model = Revisor
        fields = ("namn", "byra", "utsedd_av", "person", "fran", "tom")
        order_by = ("utsedd_av", "namn")

    def render_namn(self, record: Revisor) -> str:
        return str(record)
