"""Lists of the member fees: the allocations, and the invoices."""

import django_tables2 as tables
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html

from ekonomi.calculations.betalplan import Fakturalage, fakturalage
from ekonomi.models import Avgiftsfaktura, Tilldelning
from finsam.permissions import Ratt, far
from finsam.tables import Datumkolumn, Kronorkolumn, Listtabell


class TilldelningTable(Listtabell):
    verksamhetsar = tables.Column(linkify=lambda record: record.versionsadress)
    belopp = Kronorkolumn()
    folkmangd_datum = Datumkolumn()
    beslutad = Datumkolumn()

    class Meta:
        model = Tilldelning
        fields = (
            "verksamhetsar",
            "version",
            "belopp",
            "status",
            "beslutad",
            "paragraf",
            "folkmangd_datum",
        )
        order_by = ("-verksamhetsar", "-version")

    def render_status(self, record: Tilldelning) -> str:
        sammanhang = {"slag": "ok" if record.last else "", "text": record.get_status_display()}
        return render_to_string("components/status.html", sammanhang)

    def value_status(self, record: Tilldelning) -> str:
        return record.get_status_display()


class AvgiftsfakturaTable(Listtabell):
    medlem = tables.Column(order_by="medlem__namn")
    ar = tables.Column(
        "År",
        accessor="tilldelning__verksamhetsar",
        linkify=lambda record: record.get_absolute_url(),
    )
    belopp = Kronorkolumn()
    forfaller = Datumkolumn()
    fakturerad = Datumkolumn()
    betald = Datumkolumn()
    lage = tables.Column("Läge", empty_values=(), orderable=False)

    class Meta:
        model = Avgiftsfaktura
        fields = ("medlem", "ar", "forfaller", "belopp", "fakturerad", "betald", "lage")
        order_by = ("-forfaller", "medlem")

    def render_medlem(self, record: Avgiftsfaktura) -> str:
        """An invoice's only page is its form: a link for those who may change it."""
        if not far(self.request.user, Ratt.EKONOMI_ANDRA):
            return record.medlem.namn
        adress = record.adress
        return format_html('<a href="{}">{}</a>', adress, record.medlem.namn)

    def value_medlem(self, record: Avgiftsfaktura) -> str:
        return record.medlem.namn

    def render_lage(self, record: Avgiftsfaktura) -> str:
        lage = _lage(record)
        return render_to_string("components/status.html", {"slag": lage.slag, "text": lage.text})

    def value_lage(self, record: Avgiftsfaktura) -> str:
        return _lage(record).text


def _lage(faktura: Avgiftsfaktura) -> Fakturalage:
    idag = timezone.localdate()
    return fakturalage(faktura.forfaller, faktura.fakturerad, faktura.betald, idag)
