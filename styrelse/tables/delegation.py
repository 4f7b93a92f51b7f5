"""The list of decisions taken for the board."""

import django_tables2 as tables

from finsam import typografi
from finsam.tables import Datumkolumn, Kronorkolumn, Listtabell
from styrelse.models import Delegationsbeslut


class DelegationsbeslutTable(Listtabell):
    nummer = tables.Column(
        "Nummer",
        accessor="__str__",
        order_by=("verksamhetsar", "lopnummer"),
        linkify=lambda record: record.get_absolute_url(),
    )
    datum = Datumkolumn()
    belopp = Kronorkolumn()
    anmalt = tables.Column("Anmält", accessor="anmalt_vid__mote__datum", default="Att anmäla")

    class Meta:
        model = Delegationsbeslut
        fields = ("nummer", "datum", "rubrik", "delegat", "stod", "belopp", "anmalt")
        order_by = "-nummer"

    def render_anmalt(self, record: Delegationsbeslut) -> str:
        punkt = record.anmalt_vid
        if punkt is None:
            return "Att anmäla"
        paragraf = getattr(punkt, "paragraf", None)
        dag = typografi.datum(punkt.mote.datum)
        return f"{dag}, {paragraf}" if paragraf else dag
