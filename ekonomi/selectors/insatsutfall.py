"""What each projekt has cost in a period, and month by month."""

from decimal import Decimal

from django.db.models import FloatField, QuerySet, Sum

from ekonomi.choices import Kontotyp
from ekonomi.models import Rakenskapsar, Saldo
from finsam.money import kronor
from finsam.periods import Period


def insatsutfall(period: Period) -> dict[str, Decimal] | None:
    """Cost in kr by projekt code, positive; None where the year has no ledger. 2 queries.

    Everything on result accounts of the months: what an insats brought in is set off.
    """
    rader = _saldon(period)
    if rader is None:
        return None
    summor = rader.values_list("projekt__kod").annotate(
        summa=Sum("belopp", output_field=FloatField())
    )
    return {kod: kronor(belopp) for kod, belopp in summor}


def manadsutfall(period: Period) -> dict[str, dict[int, Decimal]] | None:
    """The same by projekt code and month; a month without movement is left out. 2 queries."""
    rader = _saldon(period)
    if rader is None:
        return None
    svar: dict[str, dict[int, Decimal]] = {}
    for kod, manad, belopp in rader.values_list("projekt__kod", "manad").annotate(
        summa=Sum("belopp", output_field=FloatField())
    ):
        svar.setdefault(kod, {})[manad] = kronor(belopp)
    return svar


def _saldon(period: Period) -> QuerySet[Saldo] | None:
    """The balances of projekt on result accounts in the months; None without a ledger."""
    ar = Rakenskapsar.objects.filter(verksamhetsar=period.ar).first()
    if ar is None:
        return None
    return Saldo.objects.filter(
        rakenskapsar=ar,
        manad__range=(period.forsta_manad, period.sista_manad),
        projekt__isnull=False,
        konto__kontotyp__in=(Kontotyp.INTAKT, Kontotyp.KOSTNAD),
    ).order_by()
