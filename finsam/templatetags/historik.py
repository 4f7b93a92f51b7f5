"""`{% historik objekt %}`: the events of the page's own row, for those who may read the history."""

from typing import Any

from django import template
from django.db.models import Model
from django.template.context import Context

from finsam.history import historik_om
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
