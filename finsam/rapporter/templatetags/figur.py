"""How figures stand on the pages behind a report: `{% load figur %}`."""

from decimal import Decimal

from django import template

from finsam import typografi
from finsam.rapporter.dokument import Varde
from finsam.rapporter.tal import visat

register = template.Library()


@register.filter
def figur(tal: Decimal | None, enhet: str) -> str:
    """A figure as the report prints it, with its unit: "−1 864 tkr"."""
    return visat(Varde(tal, enhet), med_enhet=True)


@register.filter
def exakt(tal: Decimal | None, enhet: str) -> str:
    """The same unrounded: an amount in kr with öre, a share with two decimals."""
    return typografi.kr(tal, 2) if enhet in ("kr", "tkr", "mkr") else figur(tal, enhet)


@register.filter
def uppgift(tal: Decimal, enhet: str) -> str:
    """An entered figure as it was entered, with its unit."""
    exponent = tal.as_tuple().exponent
    decimaler = max(-exponent, 0) if isinstance(exponent, int) else 0
    ord_ = {"procent": "%", "antal": ""}.get(enhet, enhet)
    return f"{typografi.antal(tal, decimaler)}{typografi.HARDBLANK if ord_ else ''}{ord_}"


@register.filter
def kontrollvarde(varde: Decimal | int | str) -> str:
    """One side of a rule: a number grouped, öre only where there are any, or the words."""
    if isinstance(varde, str):
        return varde
    tal = Decimal(varde)
    return typografi.antal(tal, 0 if tal == tal.to_integral_value() else 2)
