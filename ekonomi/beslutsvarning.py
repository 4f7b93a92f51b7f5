"""What granting an application does to the decision space, told before the decision."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from ekonomi.calculations.beslutsutrymme import negativt_efter
from ekonomi.selectors.beslutsutrymme import UtrymmeSaknas, utrymmesunderlag
from finsam.typografi import med_enhet

NEGATIVT = "Beslutet gör beslutsutrymmet {ar} negativt ({x})."


def varningar(per_ar: Mapping[int, Decimal], dag: date) -> Iterator[str]:
    """A sentence for each year that there is not enough for; nothing without accounts."""
    try:
        underlag = utrymmesunderlag(dag.year, dag, dag)
    except UtrymmeSaknas:
        return
    for ar, belopp in negativt_efter(underlag.utrymmen, per_ar).items():
        yield NEGATIVT.format(ar=ar, x=med_enhet(belopp, "tkr"))
