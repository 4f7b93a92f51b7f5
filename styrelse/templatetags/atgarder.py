"""What is still to be done, where the next meeting is prepared: `{% load atgarder %}`."""

from typing import Any

from django import template
from django.utils import timezone

from styrelse.choices import Motesstatus
from styrelse.models import Mote
from styrelse.selectors.beslutsregister import oppna_atgarder

register = template.Library()
BEREDS = (Motesstatus.PLANERAT, Motesstatus.KALLAT)


@register.inclusion_tag("styrelse/_oppna_atgarder.html")
def oppna_atgarder_infor(mote: Mote) -> dict[str, Any]:
    """What the organ's decisions before the meeting ask for still; nothing once it has begun."""
    if mote.status not in BEREDS or not mote.beslutar:
        return {"rader": []}
    rader = oppna_atgarder(timezone.localdate(), mote.organ)
    return {"rader": list(rader.filter(beslut__punkt__mote__datum__lt=mote.datum))}
