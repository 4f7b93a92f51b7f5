"""Lists of the insatser."""

import django_tables2 as tables

from finsam.tables import Datumkolumn, Listtabell
from insatser.models import Insats


class InsatsTable(Listtabell):
    kortnamn = tables.Column(verbose_name="Insats", linkify=True)
    insatsagare = tables.Column(accessor="insatsagare__kortnamn", verbose_name="Insatsägare")
    start = Datumkolumn(verbose_name="Start")
    slut = Datumkolumn(verbose_name="Slut")

    class Meta:
        model = Insats
        fields = ("nr", "kortnamn", "insatsagare", "insatstyp", "start", "slut", "projektkod")
        order_by = "nr"
