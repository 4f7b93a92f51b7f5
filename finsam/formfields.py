"""Form fields that read what people type and paste."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from finsam import typografi

MELLANSLAG = "\u0020\u00a0\u202f\u2009\t"
MINUS = "\u2212\u2013"
# Either no grouping or groups of exactly three digits, then at most two decimals.
BELOPP = re.compile(r"-?(\d+|\d{1,3}( \d{3})+|\d{1,3}(\.\d{3})+(?=,|$))([.,]\d{1,2})?")


def las_belopp(text: str) -> Decimal:
    """The amount that a person wrote or pasted, in kr.

    Reads "1 234 567,50", no-break and narrow spaces, "−5", "1 234 kr" and "1.234,50".
    Raises ValueError with a Swedish message for anything else, such as "4 682 00".
    """
    rent = text.strip()
    for tecken in MELLANSLAG:
        rent = rent.replace(tecken, " ")
    for tecken in MINUS:
        rent = rent.replace(tecken, "-")
    rent = re.sub(r"\s*(kr|kronor)$", "", rent.strip()).strip()
    rent = re.sub(r"^-\s+", "-", rent)
    if not BELOPP.fullmatch(rent):
        raise ValueError(f"Beloppet ”{text}” kan inte tolkas. Skriv till exempel 4 682 000.")
    heltal, _, decimaler = rent.replace(" ", "").rpartition(",")
    if "," not in rent:
        punkt = rent.replace(" ", "")
        # A point before three digits groups thousands ("1.234"); else it is a decimal point.
        grupperad = re.fullmatch(r"-?\d{1,3}(\.\d{3})+", punkt)
        heltal, decimaler = (punkt.replace(".", ""), "") if grupperad else (punkt, "")
    else:
        heltal = heltal.replace(".", "")
    return Decimal(f"{heltal}.{decimaler}" if decimaler else heltal)


class KronorFormField(forms.DecimalField):
    """An amount in kr as plain text: `type=number` changes an amount unseen by an arrow key."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"localize": True, **kwargs})

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "inputmode": "numeric", "class": "belopp"}

    def prepare_value(self, value: Any) -> Any:
        """What stands in the field: a stored amount as in print, what was typed as it was typed."""
        return typografi.kr(value, 2) if isinstance(value, Decimal | int) else value

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # stubs say int
        if value in self.empty_values:
            return None
        if isinstance(value, Decimal | int):
            return Decimal(value)
        try:
            return las_belopp(str(value))
        except ValueError as fel:
            raise ValidationError(str(fel), code="invalid") from fel


class Datumruta(forms.DateInput):
    """A day as text: a browser's own date field is written in the browser's language."""

    def __init__(self) -> None:
        attrs = {"inputmode": "numeric", "placeholder": "åååå-mm-dd", "class": "datum"}
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class Datumfalt(forms.DateField):
    """A day, written 2024-12-31 or 20241231."""

    widget = Datumruta
    input_formats = ("%Y-%m-%d", "%Y%m%d")
    default_error_messages = {"invalid": "Skriv datumet som 2024-12-31."}


class Heltalsfalt(forms.IntegerField):
    """A count as plain text, read with thousands kept apart: "22 934"."""

    widget = forms.TextInput

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "numeric", "class": "belopp"}

    def prepare_value(self, value: Any) -> Any:
        return typografi.antal(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str):
            for tecken in MELLANSLAG:
                value = value.replace(tecken, " ")
            value = re.sub(r"(?<=\d) (?=\d{3}(\D|$))", "", value.strip())
        return super().to_python(value)


class Klockslagsfalt(forms.TimeField):
    """A time of day, written 09.00, 9:00 or 9."""

    widget = forms.TimeInput(
        format="%H.%M", attrs={"inputmode": "numeric", "placeholder": "09.00", "class": "klockslag"}
    )
    input_formats = ("%H.%M", "%H:%M", "%H")
    default_error_messages = {"invalid": "Skriv klockslaget som 09.00."}
