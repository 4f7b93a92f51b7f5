"""`{{ mote.organ|organ }}`: what an organ is called, where only its value is at hand."""

from django import template

from styrelse.choices import Organ

register = template.Library()


@register.filter
def organ(varde: str) -> str:
    return str(Organ(varde).label)
