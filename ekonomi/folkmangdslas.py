"""Populations that have shared a fee that the board has laid down."""

from datetime import date

from ekonomi.choices import Avgiftsstatus
from ekonomi.models import Tilldelning
from finsam.typografi import datum


def hinder(dag: date) -> str:
    """Why the populations of the day may not be changed; empty when they may. 1 query."""
    fastst = Tilldelning.objects.filter(folkmangd_datum=dag, status=Avgiftsstatus.FASTSTALLD)
    ar = fastst.order_by("verksamhetsar").values_list("verksamhetsar", flat=True).distinct()
    if not ar:
        return ""
    aren = ", ".join(str(ett) for ett in ar)
    return (
        f"Folkmängden per {datum(dag)} har fördelat de fastställda avgifterna {aren}. Lägg en "
        "rättelse på en annan dag, och gör en ny version av tilldelningen."
    )
