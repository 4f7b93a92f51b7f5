"""Columns that every list shares, and the list of members."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import django_tables2 as tables
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html

from finsam import typografi
from finsam.history import Handelse, handelser
from finsam.models import Anvandare, Folkmangd, Medlem, Sigill, Tillganglighetsbrist
from finsam.permissions import Ratt, far

TAL = {"td": {"class": "tal"}, "th": {"class": "tal"}}


class Listtabell(tables.Table):
    """A list as the table component shows it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": typografi.INGET, **kwargs})

    def visade_rader(self) -> Iterator[list[tuple[str, Any]]]:
        """The rows of the page as (attributes, cell) pairs.

        The library works out a column's attributes anew for every cell; here they depend on the
        column alone and are worked out once, which halves the time of a page.
        """
        kolumner = [(column.attrs["td"].as_html(), column.name) for column in self.columns]
        for row in self.paginated_rows:
            yield [(attribut, row.get_cell(namn)) for attribut, namn in kolumner]


class Kronorkolumn(tables.Column):
    """An amount in kr with öre on the screen; a number in exports."""

    exportformat = "kr"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"attrs": TAL, **kwargs})

    def render(self, value: Decimal) -> str:
        return typografi.kr(value, 2)

    def value(self, value: Decimal) -> Decimal:
        return value


class Antalkolumn(tables.Column):
    """A count, with thousands kept apart on the screen; a number in exports."""

    exportformat = "heltal"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"attrs": TAL, **kwargs})

    def render(self, value: int) -> str:
        return typografi.antal(value)

    def value(self, value: int) -> int:
        return value


class Datumkolumn(tables.Column):
    """A day as 2024-12-31. The library's own DateColumn renders a template per cell."""

    exportformat = "datum"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"attrs": {"td": {"class": "datum"}}, "default": "–", **kwargs})

    def render(self, value: date) -> str:
        return typografi.datum(value)

    def value(self, value: date) -> date:
        return value


class MedlemTable(Listtabell):
    namn = tables.Column(linkify=True)

    class Meta:
        model = Medlem
        fields = ("namn", "kortnamn", "typ", "fran", "tom")
        order_by = "namn"
        empty_text = "Inga medlemmar än. Lägg till den första, eller läs in filen medlemmar."

    fran = Datumkolumn()
    tom = Datumkolumn()


class FolkmangdTable(Listtabell):
    medlem = tables.Column("Kommun", order_by="medlem__namn", linkify=True)
    datum = Datumkolumn()
    antal = Antalkolumn()

    class Meta:
        model = Folkmangd
        fields = ("datum", "medlem", "antal", "kalla")
        order_by = ("-datum", "medlem")

    def render_antal(self, value: int, record: Folkmangd) -> str:
        """A population's only page is its form: a link for those who may change it."""
        text = typografi.antal(value)
        if not far(self.request.user, Ratt.FORBUND_ANDRA):
            return text
        return format_html('<a href="{}">{}</a>', record.adress, text)


class Tidkolumn(tables.Column):
    """A moment in the association's own time; exported as text."""

    def render(self, value: datetime) -> str:
        return typografi.tidpunkt(value, timezone.get_current_timezone())

    def value(self, value: datetime) -> str:
        return self.render(value)


class AnvandareTable(Listtabell):
    namn = tables.Column(
        accessor="__str__", order_by=("last_name", "first_name", "email"), linkify=True
    )
    is_active = tables.Column("Tillträde")
    last_login = Tidkolumn(verbose_name="Senast inloggad", default="Aldrig")

    class Meta:
        model = Anvandare
        fields = ("namn", "email", "roll", "is_active", "last_login")
        order_by = "namn"

    def render_is_active(self, value: bool) -> str:
        slag, text = ("ok", "Öppet") if value else ("", "Avstängt")
        return render_to_string("components/status.html", {"slag": slag, "text": text})

    def value_is_active(self, value: bool) -> str:
        return "Öppet" if value else "Avstängt"


class HistorikTable(Listtabell):
    tid = Tidkolumn(attrs={"td": {"class": "smal"}})
    anvandare = tables.Column("Vem", default="Kommando", orderable=False)
    objekt = tables.Column("Vad", orderable=False)
    andringar = tables.Column("Ändring", empty_values=(), orderable=False)

    class Meta:
        model = Sigill
        fields = ("tid", "anvandare", "objekt", "andringar")
        order_by = "-tid"
        empty_text = "Inget har hänt än, eller inget som filtret släpper igenom."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._handelser: dict[int, Handelse] = {}

    def handelse(self, sigill: Sigill) -> Handelse:
        """The event in words; those of a whole page are read together."""
        if sigill.pk not in self._handelser:
            sida = getattr(self, "page", None)
            rader = [rad.record for rad in (sida.object_list if sida else self.rows)]
            self._handelser |= handelser([sigill, *rader])
        return self._handelser[sigill.pk]

    def render_objekt(self, record: Sigill) -> str:
        return render_to_string("components/handelse.html", {"handelse": self.handelse(record)})

    def value_objekt(self, record: Sigill) -> str:
        return f"{record.get_handelse_display()} {self.handelse(record).slag}: {record.objekt}"

    def render_andringar(self, record: Sigill) -> str:
        return render_to_string("components/andringar.html", {"handelse": self.handelse(record)})

    def value_andringar(self, record: Sigill) -> str:
        rader = self.handelse(record).andringar
        return "; ".join(f"{a.falt}: {a.fore} → {a.efter}" for a in rader)


class BristTable(Listtabell):
    anmald_at = Tidkolumn()

    class Meta:
        model = Tillganglighetsbrist
        fields = ("anmald_at", "beskrivning", "epost")
        order_by = "-anmald_at"
        empty_text = "Ingen har anmält någon brist."
