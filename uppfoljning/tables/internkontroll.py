"""The list of plans of internal control."""

import django_tables2 as tables
from django.template.loader import render_to_string

from finsam.tables import Antalkolumn, Datumkolumn, Listtabell
from uppfoljning.choices import Planstatus
from uppfoljning.models import Internkontrollplan


class InternkontrollplanTable(Listtabell):
    verksamhetsar = tables.Column(linkify=True)
    beslutad = Datumkolumn()
    antal_moment = Antalkolumn(verbose_name="Moment")
    antal_utforda = Antalkolumn(verbose_name="Utförda kontroller")
    antal_oppna = Antalkolumn(verbose_name="Öppna åtgärder")

    class Meta:
        model = Internkontrollplan
        fields = (
            "verksamhetsar",
            "status",
            "beslutad",
            "paragraf",
            "antal_moment",
            "antal_utforda",
            "antal_oppna",
        )
        order_by = "-verksamhetsar"

    def render_status(self, record: Internkontrollplan) -> str:
        sammanhang = {
            "slag": Planstatus(record.status).farg,
            "text": record.get_status_display(),
        }
        return render_to_string("components/status.html", sammanhang)

    def value_status(self, record: Internkontrollplan) -> str:
        return record.get_status_display()
