"""Lists of rate sets, claims and runs."""

import django_tables2 as tables
from django.template.loader import render_to_string

from finsam import typografi
from finsam.permissions import Ratt, far
from finsam.tables import TAL, Datumkolumn, Kronorkolumn, Listtabell
from styrelse.models import Arvodeskorning, Arvodesreglemente, Ersattningskrav


class ReglementeTable(Listtabell):
    galler_fran = Datumkolumn(linkify=True)
    antal = tables.Column("Satser", attrs=TAL)

    class Meta:
        model = Arvodesreglemente
        fields = ("galler_fran", "beslut", "antal")
        order_by = "-galler_fran"


def _andra_krav(record: Ersattningskrav, table: tables.Table) -> str | None:
    """A claim has no page of its own, only the form of those who may change it."""
    if far(table.request.user, Ratt.ARVODE_ANDRA):
        return record.get_absolute_url()
    return None


class KravTable(Listtabell):
    person = tables.Column(linkify=_andra_krav)
    mote = tables.Column(order_by="mote__datum", linkify=True)
    antal = tables.Column(attrs=TAL)
    a_pris = Kronorkolumn()

    class Meta:
        model = Ersattningskrav
        fields = ("person", "mote", "slag", "antal", "a_pris", "underlag")
        order_by = ("-mote", "person")

    def render_antal(self, value: object) -> str:
        return typografi.antal(value, 2)  # type: ignore[arg-type]


class KorningTable(Listtabell):
    fran = Datumkolumn(linkify=True)
    tom = Datumkolumn()
    summa = Kronorkolumn(verbose_name="Summa, kr")
    skapad_namn = tables.Column(verbose_name="Skapad av")
    attesterad_namn = tables.Column(verbose_name="Attesterad av")

    class Meta:
        model = Arvodeskorning
        fields = ("fran", "tom", "status", "summa", "skapad_namn", "attesterad_namn")
        order_by = "-fran"

    def render_status(self, record: Arvodeskorning) -> str:
        sammanhang = {"slag": record.statusfarg, "text": record.get_status_display()}
        return render_to_string("components/status.html", sammanhang)

    def value_status(self, record: Arvodeskorning) -> str:
        return str(record.get_status_display())
