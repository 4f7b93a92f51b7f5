"""The reads behind the fees against the ledger."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from ekonomi.calculations.avgifter import Avgifter
from ekonomi.calculations.avgiftsavstamning import Avstamningsrad, avstamning
from ekonomi.calculations.betalplan import betalt_till
from ekonomi.models import Avgiftsfaktura, Avgiftskonto, Rakenskapsar, Saldo
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


def betalda(verksamhetsar: int, dag: date) -> dict[int, Decimal]:
    """What each payer has paid of the year's fee up to and with the day, by its key; 1 query."""
    return betalt_till(betalningar(verksamhetsar), dag)


def betalningar(verksamhetsar: int) -> Sequence[tuple[int, date | None, Decimal]]:
    """(member, when it was paid, kr) of each invoice of the year, whichever version it is of."""
    fakturor = Avgiftsfaktura.objects.filter(tilldelning__verksamhetsar=verksamhetsar)
    return list(fakturor.values_list("medlem_id", "betald", "belopp"))


def bokford_avgiftsskuld(verksamhetsar: int) -> Decimal | None:
    """The debt for fees paid ahead as the ledger has it at the half-year, kr (F10).

    None without a ledger, or where the layout does not say which row it is.
    """
    halvar = Period(verksamhetsar, "H", 1)
    if not Rakenskapsar.objects.filter(verksamhetsar=verksamhetsar).exists():
        return None
    try:
        return rollvarde(berakning(halvar), PERIODISERADE, halvar, matt="utgaende")
    except (UppstallningSaknas, UppstallningFel):
        return None
