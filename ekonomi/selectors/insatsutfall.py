"""What each projekt has cost in a period."""

from decimal import Decimal

from django.db.models import FloatField, Sum

from ekonomi.choices import Kontotyp
from ekonomi.models import Rakenskapsar, Saldo
from finsam.money import kronor
from finsam.periods import Period


def insatsutfall(period: Period) -> dict[str, Decimal] | None:
    """Cost in kr by projekt code, positive; None where the year has no ledger. 2 queries.

    Everything on result accounts of the months: what an insats brought in is set off.
    """
    ar = Rakenskapsar.objects.filter(verksamhetsar=period.ar).first()
    if ar is None:
        return None
    summor = (
        Saldo.objects.filter(
            rakenskapsar=ar,
            manad__range=(period.forsta_manad, period.sista_manad),
            projekt__isnull=False,
            konto__kontotyp__in=(Kontotyp.INTAKT, Kontotyp.KOSTNAD),
        )
        .order_by()
        .values_list("projekt__kod")
        .annotate(summa=Sum("belopp", output_field=FloatField()))
    )
    return {kod: kronor(belopp) for kod, belopp in summor}
