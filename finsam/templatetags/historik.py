"""`{% historik objekt %}`: the events of the page's own row, for those who may read the history.

`{% sigill objekt %}`: the seal of the row's first event, to print on what was decided.
"""

from typing import Any

from django import template
from django.db.models import Model
from django.template.context import Context

from finsam.history import historik_om
from finsam.models import Sigill
from finsam.permissions import Ratt, far

register = template.Library()
VISADE = 10


@register.inclusion_tag("components/historik.html", takes_context=True)
def historik(context: Context, objekt: Model) -> dict[str, Any]:
    """The latest ten events, and a link to them all."""
    if not far(context["request"].user, Ratt.HISTORIK_LASA):
        return {}
    return {
        "visa": True,
        "handelser": historik_om(objekt, VISADE),
        "objekt": objekt,
        "tabell": objekt._meta.label_lower,
    }


@register.simple_tag
def sigill(objekt: Model) -> str:
    """64 hexadecimal digits; empty for a row that was never logged."""
    sigill_ = Sigill.objects.om(objekt).order_by("pk").values_list("hash", flat=True)
    return sigill_.first() or ""
