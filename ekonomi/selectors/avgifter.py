"""The reads behind the member fees: allocation, members, populations."""

from datetime import date

from ekonomi.calculations.avgifter import Andelar, Avgifter, Avgiftsmedlem, avgifter
from ekonomi.models import Tilldelning
from finsam.models import Folkmangd, Forbund, Medlem


def arsavgifter(verksamhetsar: int) -> Avgifter | None:
    """The year's fee of each member, None for a year without an allocation; 4 queries.

    Raises AvgiftFel in Swedish when it cannot be shared.
    """
    tilldelning = Tilldelning.objects.for_ar(verksamhetsar)
    if tilldelning is None:
        return None
    dag = tilldelning.folkmangd_datum
    per_dag = Folkmangd.objects.filter(datum=dag) if dag else Folkmangd.objects.none()
    antal = dict(per_dag.values_list("medlem_id", "antal"))
    medlemmar = [
        Avgiftsmedlem(m.namn, m.part.value, antal.get(m.pk))
        for m in Medlem.objects.under(date(verksamhetsar, 1, 1), date(verksamhetsar, 12, 31))
    ]
    forbund = Forbund.objects.first() or Forbund()
    andelar = Andelar(forbund.andel_stat, forbund.andel_region, forbund.andel_kommun)
    return avgifter(tilldelning.belopp, medlemmar, dag, andelar)
