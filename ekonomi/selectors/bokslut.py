"""Which years have a complete ledger: one answer for all that builds on the last accounts."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from ekonomi.models import Rakenskapsar, Saldo


def fullstandiga_ar(per: date) -> frozenset[int]:
    """Years that had ended by the day and whose ledger is closed, or booked to its last month.

    One query.
    """
    december = Saldo.objects.filter(rakenskapsar=OuterRef("pk"), manad=12)
    aren = Rakenskapsar.objects.filter(slut__lte=per).annotate(hel=Exists(december))
    hela = aren.filter(Q(hel=True) | Q(stangt_at__isnull=False))
    return frozenset(hela.values_list("verksamhetsar", flat=True))
