"""Lists of the ledger. No arithmetic here."""

import django_tables2 as tables

from ekonomi.models import (
    Budget,
    Inlasning,
    Kontering,
    Konto,
    Prognos,
    Rakenskapsar,
    Verifikation,
)
from finsam.tables import Antalkolumn, Datumkolumn, Kronorkolumn, Listtabell


class RakenskapsarTable(Listtabell):
    verksamhetsar = tables.Column(linkify=True)
    antal = Antalkolumn(verbose_name="Verifikationer", orderable=False)
    lage = tables.Column(verbose_name="Läge", accessor="lage", orderable=False)
    start = Datumkolumn()
    slut = Datumkolumn()

    class Meta:
        model = Rakenskapsar
        fields = ("verksamhetsar", "start", "slut", "antal", "lage")
        order_by = "-verksamhetsar"


class VerifikationTable(Listtabell):
    ordning = tables.Column(
        verbose_name="Verifikation",
        linkify=lambda record: record.get_absolute_url(),
        order_by=("serie", "ordning"),
    )
    datum = Datumkolumn()
    registrerad = Datumkolumn()

    class Meta:
        model = Verifikation
        fields = ("ordning", "datum", "text", "registrerad", "signatur")

    def render_ordning(self, record: Verifikation) -> str:
        return str(record)

    def value_ordning(self, record: Verifikation) -> str:
        return str(record)


class KonteringTable(Listtabell):
    verifikation = tables.Column(
        linkify=lambda record: record.verifikation.get_absolute_url(),
        order_by=("verifikation__serie", "verifikation__ordning", "radnr"),
    )
    datum = Datumkolumn(accessor="verifikation__datum", verbose_name="Datum")
    konto = tables.Column(order_by="konto__nummer")
    kostnadsblock = tables.Column(order_by="kostnadsblock__kod", default="–")
    projekt = tables.Column(order_by="projekt__kod", default="–")
    text = tables.Column(empty_values=())
    belopp = Kronorkolumn()

    class Meta:
        model = Kontering
        fields = ("verifikation", "datum", "konto", "kostnadsblock", "projekt", "text", "belopp")

    def render_text(self, record: Kontering) -> str:
        return record.text or record.verifikation.text

    def value_text(self, record: Kontering) -> str:
        return self.render_text(record)


class KontoTable(Listtabell):
    nummer = tables.Column(linkify=True)

    class Meta:
        model = Konto
        fields = ("nummer", "namn", "kontotyp")
        order_by = "nummer"


class BudgetTable(Listtabell):
    verksamhetsar = tables.Column(linkify=True)
    upprattad = Datumkolumn()
    samrad = Datumkolumn()
    beslutad = Datumkolumn()
    resultat = Kronorkolumn(verbose_name="Resultat, kr")

    class Meta:
        model = Budget
        fields = (
            "verksamhetsar",
            "version",
            "status",
            "upprattad",
            "samrad",
            "beslutad",
            "paragraf",
            "resultat",
        )
        order_by = ("-verksamhetsar", "-version")


class PrognosTable(Listtabell):
    verksamhetsar = tables.Column(linkify=True)
    upprattad = Datumkolumn()
    utfall_tom = Datumkolumn()

    class Meta:
        model = Prognos
        fields = ("verksamhetsar", "version", "status", "upprattad", "utfall_tom")
        order_by = ("-verksamhetsar", "-version")


class InlasningTable(Listtabell):
    inlast_at = tables.DateTimeColumn(linkify=True, format="Y-m-d H:i")
    antal_verifikationer = Antalkolumn()
    antal_konteringar = Antalkolumn()

    class Meta:
        model = Inlasning
        fields = (
            "inlast_at",
            "rakenskapsar",
            "filnamn",
            "inlast_av",
            "antal_verifikationer",
            "antal_konteringar",
        )
