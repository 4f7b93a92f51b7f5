"""The reads behind the fees against the ledger."""

from decimal import Decimal

from django.db.models import Sum

from ekonomi.calculations.avgifter import Avgifter
from ekonomi.calculations.avgiftsavstamning import Avstamningsrad, avstamning
from ekonomi.models import Avgiftskonto, Rakenskapsar, Saldo
from ekonomi.selectors.budgetuppfoljning import bokforda_manader
from ekonomi.selectors.uppstallning import UppstallningSaknas, berakning
from ekonomi.uppstallning import UppstallningFel
from ekonomi.uppstallning.roller import rollvarde
from finsam.money import kronor
from finsam.periods import Period

PERIODISERADE = "periodiserade_avgifter"


def avgiftsavstamning(avgifter: Avgifter, verksamhetsar: int) -> tuple[Avstamningsrad, ...] | None:
    """The year's fees against what is booked; None without a ledger for the year. 3 queries."""
    ar = Rakenskapsar.objects.filter(verksamhetsar=verksamhetsar).first()
    if ar is None:
        return None
    konton = dict(Avgiftskonto.objects.values_list("medlem_id", "konto__nummer"))
    rorelse = (
        Saldo.objects.filter(rakenskapsar=ar, manad__gt=0, konto__nummer__in=set(konton.values()))
        .values_list("konto__nummer")
        .annotate(summa=Sum("belopp"))
        .order_by("konto__nummer")
    )
    # Income is credit in the ledger.
    bokfort = {nummer: -kronor(summa) for nummer, summa in rorelse}
    return avstamning(avgifter, konton, bokfort, oppet=not ar.stangt)


def bokford_avgiftsskuld(verksamhetsar: int) -> Decimal | None:
    """The debt for fees paid ahead as the ledger has it at the half-year, kr (F10).

    None where the ledger has not come to the half-year, or the layout does not say which row it is.
    """
    halvar = Period(verksamhetsar, "H", 1)
    if bokforda_manader().get(verksamhetsar, 0) < halvar.sista_manad:
        return None
    try:
        return rollvarde(berakning(halvar), PERIODISERADE, halvar, matt="utgaende")
    except (UppstallningSaknas, UppstallningFel):
        return None
