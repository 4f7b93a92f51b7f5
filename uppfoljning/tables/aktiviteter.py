"""The list of activities."""

import django_tables2 as tables

from finsam.tables import Antalkolumn, Datumkolumn, Listtabell
from uppfoljning.models import Aktivitet


class AktivitetTable(Listtabell):
    titel = tables.Column(linkify=True)
    datum = Datumkolumn()
    kompetenshojande = tables.Column("Räknas till målet")
    kvinnor = Antalkolumn(verbose_name="Kvinnor")
    man = Antalkolumn(verbose_name="Män")
    okant = Antalkolumn(verbose_name="Okänt")
    deltagare = Antalkolumn(verbose_name="Deltagare", orderable=False)

    class Meta:
        model = Aktivitet
        fields = (
            *("titel", "datum", "form", "redovisas_som", "kompetenshojande"),
            *("kvinnor", "man", "okant", "deltagare"),
        )
        order_by = "-datum"

    def render_kompetenshojande(self, value: bool) -> str:
        return "Ja" if value else "Nej"

    def value_kompetenshojande(self, value: bool) -> str:
        return self.render_kompetenshojande(value)
