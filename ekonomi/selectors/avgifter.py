"""The reads behind the member fees: allocation, members, populations."""

from collections import defaultdict
from datetime import date

from ekonomi.calculations.avgifter import Andelar, Avgifter, Avgiftsmedlem, avgifter
from ekonomi.models import Tilldelning
from finsam.choices import Medlemstyp
from finsam.models import Folkmangd, Medlem
from finsam.periods import Period


def arsavgifter(verksamhetsar: int) -> Avgifter | None:
    """The year's fee of each member, None for a year without an allocation; 4 queries.

    Raises AvgiftFel in Swedish when it cannot be shared.
    """
    tilldelning = Tilldelning.objects.for_ar(verksamhetsar)
    return avgifter_av(tilldelning) if tilldelning else None


def avgifter_av(tilldelning: Tilldelning) -> Avgifter:
    """The fee of each member by one version, by its own shares and populations; 2 queries.

    Raises AvgiftFel in Swedish when it cannot be shared.
    """
    ar, dag = tilldelning.verksamhetsar, tilldelning.folkmangd_datum
    per_dag = Folkmangd.objects.filter(datum=dag) if dag else Folkmangd.objects.none()
    antal = dict(per_dag.values_list("medlem_id", "antal"))
    medlemmar = [
        Avgiftsmedlem(
            namn=m.namn,
            part=m.part.value,
            folkmangd=antal.get(m.pk),
            nyckel=m.pk,
            # Försäkringskassan pays for both of the state's authorities (5 §).
            betalar=m.typ != Medlemstyp.ARBETSFORMEDLINGEN,
        )
        for m in Medlem.objects.under(date(ar, 1, 1), date(ar, 12, 31))
    ]
    andelar = Andelar(tilldelning.andel_stat, tilldelning.andel_region, tilldelning.andel_kommun)
    return avgifter(tilldelning.belopp, medlemmar, dag, andelar)


def tidigare_medlemsnamn() -> dict[str, set[str]]:
    """The names that each member has had, by its name today; 2 queries."""
    idag = dict(Medlem.objects.values_list("pk", "namn"))
    namn: dict[str, set[str]] = defaultdict(set)
    for pk, da in Medlem.history.filter(id__in=idag).values_list("id", "namn"):
        namn[idag[pk]].add(da)
    return namn


def folkmangdens_kalla(dag: date | None) -> str:
    """Where the populations of the day come from, as it was entered; each source once."""
    if dag is None:
        return ""
    kallor = Folkmangd.objects.filter(datum=dag).order_by("kalla")
    return ", ".join(filter(None, kallor.values_list("kalla", flat=True).distinct()))


def avgiftsperioder() -> list[Period]:
    """The years with an allocation."""
    aren = Tilldelning.objects.order_by("verksamhetsar").values_list("verksamhetsar", flat=True)
    return [Period(ar) for ar in aren.distinct()]
