"""Lists where insatser meet the ledger. No arithmetic here."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import django_tables2 as tables
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from ekonomi.calculations.rekvisitionsavstamning import Avstamning
from finsam import typografi
from finsam.tables import TAL, Datumkolumn, Kronorkolumn, Listtabell
from insatser.calculations.forbrukningsrad import Forbrukning, Kvotgranser
from insatser.models import Insats


class Procentkolumn(tables.Column):
    """A share as whole per cent on the screen; exported as the same text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"attrs": TAL, **kwargs})

    def render(self, value: Decimal) -> str:
        return typografi.procent(value)

    def value(self, value: Decimal) -> str:
        return typografi.procent(value)


def konteringar(record: Forbrukning) -> str | None:
    """The list of what is booked on the projekt in the period."""
    if not record.insats.projektkod or record.utfall is None:
        return None
    fraga = {
        "ar": str(record.period.ar),
        "projekt": record.insats.projektkod,
        "fran": record.period.start.isoformat(),
        "tom": record.period.slut.isoformat(),
    }
    return f"{reverse('ekonomi:kontering_list')}?{urlencode(fraga)}"


def insatslank(record: Forbrukning, table: tables.Table) -> str:
    return str(table.insatser[record.insats.nr].get_absolute_url())


class ForbrukningTable(Listtabell):
    nr = tables.Column(accessor="insats__nr", verbose_name="Nr")
    insats = tables.Column(accessor="insats__kortnamn", verbose_name="Insats", linkify=insatslank)
    agare = tables.Column(accessor="insats__agare__kortnamn", verbose_name="Insatsägare")
    arsbudget = Kronorkolumn(verbose_name="Årsbudget, kr")
    till_datum = Kronorkolumn(verbose_name="Budget till datum, kr")
    utfall = Kronorkolumn(verbose_name="Utfall, kr", linkify=konteringar)
    kvot = Procentkolumn(verbose_name="Kvot")
    kvot_linjar = Procentkolumn(verbose_name="Kvot jämnt över månaderna")
    kvot_ar = Procentkolumn(verbose_name="Kvot mot årsbudget")
    kvar = Kronorkolumn(verbose_name="Kvar av året, kr")
    varning = tables.Column(verbose_name="Anmärkning", empty_values=(), orderable=False)

    insatser: Mapping[int, Insats] = {}

    class Meta:
        order_by = "nr"

    def __init__(self, *args: Any, granser: Kvotgranser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.granser = granser

    def render_varning(self, record: Forbrukning) -> str:
        texter = record.varningar(self.granser)
        if not texter:
            return typografi.INGET
        status = {"slag": "varning", "text": "Varning"}
        return format_html(
            "{} {}", render_to_string("components/status.html", status), " ".join(texter)
        )

    def value_varning(self, record: Forbrukning) -> str:
        return " ".join(record.varningar(self.granser))


def rekvisitionslank(record: Avstamning) -> str | None:
    if record.krav is None:
        return None
    return reverse("insatser:rekvisition_detail", args=[record.krav.nyckel])


def verifikationslank(record: Avstamning) -> str | None:
    if record.bokning is None:
        return None
    return reverse("ekonomi:verifikation_detail", args=[record.bokning.nyckel])


class AvstamningTable(Listtabell):
    insats = tables.Column(verbose_name="Insats")
    period = tables.Column(
        accessor="krav__period",
        verbose_name="Rekvisition",
        linkify=rekvisitionslank,
        orderable=False,
    )
    rekvirerat = Kronorkolumn(
        accessor="krav__belopp", verbose_name="Rekvirerat, kr", orderable=False
    )
    verifikation = tables.Column(
        accessor="bokning__namn",
        verbose_name="Verifikation",
        linkify=verifikationslank,
        orderable=False,
    )
    bokford = Datumkolumn(accessor="bokning__dag", verbose_name="Bokförd", orderable=False)
    bokfort = Kronorkolumn(accessor="bokning__belopp", verbose_name="Bokfört, kr", orderable=False)
    skillnad = Kronorkolumn(verbose_name="Skillnad, kr")
    utfall = tables.Column(verbose_name="Utfall", orderable=False)

    class Meta:
        order_by = "insats"

    insatser: Mapping[int, Insats] = {}

    def render_insats(self, value: int) -> str:
        return str(self.insatser[value])

    def value_insats(self, value: int) -> str:
        return self.render_insats(value)

    def render_utfall(self, record: Avstamning) -> str:
        utfall = record.utfall
        return render_to_string(
            "components/status.html", {"slag": utfall.farg, "text": utfall.text}
        )

    def value_utfall(self, record: Avstamning) -> str:
        return record.utfall.text
