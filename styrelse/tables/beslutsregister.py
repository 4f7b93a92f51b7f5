"""Lists of what has been decided and what is to be done."""

from typing import Any

import django_tables2 as tables
from django.template.loader import render_to_string
from django.urls import reverse

from finsam.permissions import Ratt, far
from finsam.tables import Antalkolumn, Datumkolumn, Listtabell
from finsam.typografi import INGET
from styrelse.models import Atgard, Beslut, Punkt

# A § does not break between its sign and its number.
SMAL = {"td": {"class": "smal"}}
LAGEN = {"klar": ("ok", "Klar"), "sen": ("fel", "Försenad"), "oppen": ("", "Öppen")}


def _paragraf(punkt: Punkt | None) -> str:
    paragraf = getattr(punkt, "paragraf", None)
    return paragraf.fullt if paragraf else INGET


def _sida(punkt: Punkt, har_protokoll: bool, user: Any) -> str:
    """The extract, for those who may read it: once it is approved, or in the making.

    Until then the others read the decision on the page of its §.
    """
    har_paragraf = getattr(punkt, "paragraf", None) is not None
    if har_paragraf and (har_protokoll or far(user, Ratt.MOTE_BEREDA)):
        return reverse("styrelse:protokollsutdrag", args=[punkt.pk])
    return punkt.get_absolute_url()


class BeslutTable(Listtabell):
    paragraf = tables.Column(
        "§",
        accessor="punkt__paragraf",
        order_by=("punkt__paragraf__verksamhetsar", "punkt__paragraf__nummer"),
        attrs=SMAL,
        linkify=lambda record, table: _sida(record.punkt, record.har_protokoll, table.request.user),
        empty_values=(),
    )
    protokoll = tables.Column("Protokoll", accessor="har_protokoll", orderable=False)
    dag = Datumkolumn(accessor="punkt__mote__datum", verbose_name="Dag")
    organ = tables.Column(accessor="punkt__mote__organ")
    arende = tables.Column("Ärende", accessor="punkt__titel", order_by="punkt__arende__rubrik")
    text = tables.Column("Beslut", orderable=False)
    oppna = Antalkolumn(verbose_name="Öppna åtgärder")
    ny = tables.Column("Åtgärd", empty_values=(), orderable=False, exclude_from_export=True)

    class Meta:
        model = Beslut
        # What says most first: a telephone shows the first four.
        fields = (
            *("paragraf", "arende", "utfall", "protokoll", "dag"),
            *("organ", "text", "verkan", "oppna", "ny"),
        )
        order_by = ("-dag", "-paragraf")

    def render_paragraf(self, record: Beslut) -> str:
        return _paragraf(record.punkt)

    def render_organ(self, record: Any) -> str:
        organ = record.punkt.mote.get_organ_display()
        return f"{organ}, förslag till styrelsen" if record.ar_forslag else organ

    def render_protokoll(self, value: bool) -> str:
        slag = "ok" if value else "varning"
        sammanhang = {"slag": slag, "text": self.value_protokoll(value)}
        return render_to_string("components/status.html", sammanhang)

    def value_protokoll(self, value: bool) -> str:
        return "Justerat" if value else "Inte justerat"

    def render_arende(self, value: str, record: Beslut) -> str:
        return f"{value}, {record.delarende}" if record.delarende else value

    def render_text(self, record: Beslut) -> str:
        return "; ".join(record.att_satser)

    def render_ny(self, record: Beslut) -> str:
        return render_to_string("styrelse/_ny_atgard.html", {"beslut": record})

    def before_render(self, request: Any) -> None:
        if not far(request.user, Ratt.MOTE_ANDRA):
            self.columns.hide("ny")


def _atgardssida(record: Atgard, table: tables.Table) -> str | None:
    return record.get_absolute_url() if far(table.request.user, Ratt.MOTE_ANDRA) else None


class AtgardTable(Listtabell):
    vad = tables.Column(linkify=_atgardssida)
    senast = Datumkolumn()
    lage = tables.Column("Läge", order_by=("klar", "senast"))
    paragraf = tables.Column(
        "Beslut",
        accessor="beslut__punkt__paragraf",
        order_by=("beslut__punkt__paragraf__verksamhetsar", "beslut__punkt__paragraf__nummer"),
        attrs=SMAL,
        linkify=lambda record, table: _sida(
            record.beslut.punkt, record.har_protokoll, table.request.user
        ),
        empty_values=(),
    )
    arende = tables.Column(
        "Ärende", accessor="beslut__punkt__titel", order_by="beslut__punkt__arende__rubrik"
    )
    klar = Datumkolumn()
    klar_genom = tables.Column("Klar genom", empty_values=(), orderable=False, attrs=SMAL)

    class Meta:
        model = Atgard
        fields = (
            "vad",
            "ansvarig",
            "senast",
            "lage",
            "paragraf",
            "arende",
            "klar",
            "klar_genom",
            "anmarkning",
        )
        order_by = ("lage", "senast")

    def render_lage(self, value: str) -> str:
        slag, text = LAGEN[value]
        return render_to_string("components/status.html", {"slag": slag, "text": text})

    def value_lage(self, value: str) -> str:
        return LAGEN[value][1]

    def render_paragraf(self, record: Atgard) -> str:
        return _paragraf(record.beslut.punkt)

    def render_klar_genom(self, record: Atgard) -> str:
        return _paragraf(record.klar_genom)
