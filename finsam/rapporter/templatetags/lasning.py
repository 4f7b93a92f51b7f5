"""Template filters of the reading view: `{% load lasning %}`."""

from collections.abc import Container
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from finsam.rapporter import texter
from styrelse.calculations import lasframsteg
from styrelse.calculations.lasning import Laspunkt

register = template.Library()


@register.filter
def lopande(markdown: str, rubrikniva: int = 3) -> SafeString:
    """Frozen Markdown as HTML, its headings beginning at `rubrikniva`."""
    # Safe: markdown-it has escaped the text (html off).
    return mark_safe(texter.html(markdown, {}, rubrikniva))


@register.filter
def finns_i(nyckel: Any, mangd: Container[Any]) -> bool:
    return nyckel in mangd


@register.filter
def framsteg(punkt: Laspunkt, lasta: lasframsteg.Lasta) -> str:
    """How far the reader has come with the item, in a word; empty before it is opened."""
    return lasframsteg.framsteg(punkt, lasta)
