"""The list of surveys."""

import django_tables2 as tables

from finsam.tables import Antalkolumn, Datumkolumn, Listtabell
from uppfoljning.models import Enkat


class EnkatTable(Listtabell):
    titel = tables.Column(linkify=True)
    antal_fragor = Antalkolumn(verbose_name="Frågor")
    antal_omgangar = Antalkolumn(verbose_name="Omgångar")
    senaste = Datumkolumn(verbose_name="Senaste omgången stänger")

    class Meta:
        model = Enkat
        fields = ("titel", "antal_fragor", "antal_omgangar", "senaste")
        order_by = "titel"
