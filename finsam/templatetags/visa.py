"""Template filters that show numbers and dates: `{% load visa %}`, then `{{ belopp|tkr }}`."""

import re
from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from finsam import typografi
from finsam.markdowntext import som_html

register = template.Library()

DATUM = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")

register.filter("kr", typografi.kr)
register.filter("kr_exakt", typografi.kr_exakt)
register.filter("tkr", typografi.tkr)
register.filter("mkr", typografi.mkr)
register.filter("procent", typografi.procent)
register.filter("antal", typografi.antal)
register.filter("datum", typografi.datum)
register.filter("datum_i_ord", typografi.datum_i_ord)
register.filter("dag_manad", typografi.dag_manad)
register.filter("veckodag", typografi.veckodag)
register.filter("veckodag_i_ord", typografi.veckodag_i_ord)
register.filter("klockslag", typografi.klockslag)
register.filter("hall_ihop", typografi.hall_ihop)
register.filter("klockslag_mellan", typografi.klockslag_mellan)
register.filter("versal", typografi.versal)
register.filter("i_format", typografi.i_format)
register.filter("med_enhet", typografi.med_enhet)


@register.filter
def tidpunkt(stund: datetime | None) -> str:
    """A stored moment in the association's own time."""
    return typografi.tidpunkt(stund, timezone.get_current_timezone())


@register.filter
def hela_datum(text: str) -> SafeString:
    """The text with each day (2024-12-31) marked as one word, which lines do not break in."""
    return mark_safe(DATUM.sub(r'<span class="helt">\g<0></span>', conditional_escape(text)))


@register.filter
def markdown(text: str, rubrikniva: int = 3) -> str:
    """Words written in Markdown; raw HTML in them has been escaped."""
    return mark_safe(som_html(text, rubrikniva))  # the reader lets no HTML through
