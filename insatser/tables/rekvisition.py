"""Lists of the claims."""

from decimal import Decimal

import django_tables2 as tables
from django.template.loader import render_to_string

from finsam.money import kronor
from finsam.tables import Kronorkolumn, Listtabell, Tidkolumn
from insatser.models import Rekvisition


class RekvisitionTable(Listtabell):
    lopnr = tables.Column(verbose_name="Nr")
    insats = tables.Column(linkify=lambda record: record.get_absolute_url(), order_by="insats__nr")
    belopp = Kronorkolumn(verbose_name="Belopp, kr", empty_values=())
    inlamnad_at = Tidkolumn(verbose_name="Inlämnad")
    inlamnad_namn = tables.Column(verbose_name="Inlämnad av")

    class Meta:
        model = Rekvisition
        fields = ("insats", "period", "lopnr", "belopp", "status", "inlamnad_at", "inlamnad_namn")
        order_by = ("-period", "insats")

    def render_belopp(self, value: object, column: Kronorkolumn, record: Rekvisition) -> str:
        return Kronorkolumn.render(column, self.value_belopp(record))

    def value_belopp(self, record: Rekvisition) -> Decimal:
        return kronor(record.belopp)  # type: ignore[attr-defined]  # annotated by the list

    def render_status(self, record: Rekvisition) -> str:
        sammanhang = {"slag": record.statusfarg, "text": record.get_status_display()}
        return render_to_string("components/status.html", sammanhang)

    def value_status(self, record: Rekvisition) -> str:
        return record.get_status_display()
