"""The list of matters."""

import django_tables2 as tables
from django.template.loader import render_to_string

from finsam.tables import Datumkolumn, Listtabell
from finsam.typografi import versal
from styrelse.models import Arende
from styrelse.selectors.arendesida import FARGER, LAGEN


class ArendeTable(Listtabell):
    diarienummer = tables.Column()
    rubrik = tables.Column(linkify=True)
    typer = tables.Column("Typ", orderable=False)
    mote_datum = Datumkolumn(verbose_name="Möte")
    lage = tables.Column("Läge")

    class Meta:
        model = Arende
        fields = ("diarienummer", "rubrik", "typer", "foredragande", "mote_datum", "lage")

    def render_typer(self, value: tuple[str, ...]) -> str:
        return versal(", ".join(value))

    def value_typer(self, value: tuple[str, ...]) -> str:
        return self.render_typer(value)

    def render_lage(self, value: str) -> str:
        sammanhang = {"slag": FARGER.get(value, ""), "text": dict(LAGEN)[value]}
        return render_to_string("components/status.html", sammanhang)

    def value_lage(self, value: str) -> str:
        return dict(LAGEN)[value]
