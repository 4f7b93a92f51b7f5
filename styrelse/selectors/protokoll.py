"""Minutes as they are looked up: those of the meeting before, those that may be read."""

from styrelse.models import Mote, Protokoll


def foregaende(mote: Mote) -> Protokoll | None:
    """The approved minutes of the organ's latest meeting before this one; None when there is none.

    Minutes that are not approved yet are passed by: nothing is attached that may still change.
    """
    tidigare = Protokoll.objects.filter(mote__organ=mote.organ).exclude(mote=mote)
    samma_dag = {"mote__datum": mote.datum, "mote__start__lt": mote.start}
    fore = tidigare.filter(mote__datum__lt=mote.datum) | tidigare.filter(**samma_dag)
    return fore.select_related("mote").order_by("-mote__datum", "-mote__start").first()
