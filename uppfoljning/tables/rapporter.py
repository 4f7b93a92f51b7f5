"""The list of quarterly reports."""

import django_tables2 as tables
from django.template.loader import render_to_string

from finsam.tables import Datumkolumn, Listtabell, Tidkolumn
from uppfoljning.choices import Rapportstatus
from uppfoljning.models import Kvartalsrapport

FARGER = {
    Rapportstatus.INLAMNAD: "info",
    Rapportstatus.GRANSKAD: "ok",
    Rapportstatus.ATER: "varning",
}


class KvartalsrapportTable(Listtabell):
    insats = tables.Column(linkify=lambda record: record.get_absolute_url(), order_by="insats__nr")
    status = tables.Column()
    forfaller = Datumkolumn()
    inlamnad_at = Tidkolumn()

    class Meta:
        model = Kvartalsrapport
        fields = ("insats", "period", "version", "status", "forfaller", "inlamnad_at")
        order_by = ("-period", "insats")

    def render_status(self, record: Kvartalsrapport) -> str:
        slag = FARGER.get(Rapportstatus(record.status), "")
        return render_to_string(
            "components/status.html", {"slag": slag, "text": record.get_status_display()}
        )

    def value_status(self, record: Kvartalsrapport) -> str:
        return record.get_status_display()
