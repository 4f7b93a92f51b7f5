"""The list of counts. No arithmetic here."""

import django_tables2 as tables

from finsam import typografi
from finsam.periods import las_period
from finsam.tables import Antalkolumn, Listtabell
from uppfoljning.choices import KATEGORIER
from uppfoljning.models import Deltagarantal


class AntalTable(Listtabell):
    insats = tables.Column(
        verbose_name="Insats",
        accessor="rapport__insats__kortnamn",
        order_by="rapport__insats__nr",
        linkify=lambda record: record.rapport.get_absolute_url(),
    )
    nr = tables.Column(verbose_name="Nr", accessor="rapport__insats__nr")
    period = tables.Column(
        verbose_name="Period", accessor="rapport__period", order_by=("rapport__period", "manad")
    )
    kategori = tables.Column(empty_values=("",))
    kon = tables.Column()
    antal = Antalkolumn()

    class Meta:
        model = Deltagarantal
        fields = ("insats", "nr", "period", "matt", "kategori", "kon", "antal")

    def render_period(self, record: Deltagarantal) -> str:
        if not record.manad:
            return record.rapport.period
        ar = las_period(record.rapport.period).ar
        return f"{typografi.MANADER[record.manad - 1]}{typografi.HARDBLANK}{ar}"

    def value_period(self, record: Deltagarantal) -> str:
        return self.render_period(record)

    def render_kategori(self, record: Deltagarantal) -> str:
        return str(KATEGORIER[record.matt](record.kategori).label)

    def value_kategori(self, record: Deltagarantal) -> str:
        return self.render_kategori(record) if record.kategori else ""
