"""Consultations with the members that have been held (23 §)."""

from datetime import date

from styrelse.choices import HALLNA, Organ
from styrelse.models import Mote


def senaste_samrad(senast: date) -> Mote | None:
    """The last consultation held in that calendar year, by that day; None for none. 1 query."""
    arets = Mote.objects.filter(
        organ=Organ.SAMRAD, status__in=HALLNA, datum__year=senast.year, datum__lte=senast
    )
    return arets.order_by("datum", "start").last()
