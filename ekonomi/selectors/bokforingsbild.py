"""What a year's ledger says, small enough to be held beside what it said before."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, DecimalField, F, Q, Sum

from ekonomi.choices import Radslag
from ekonomi.models import Saldo, Verifikation
from finsam.money import kronor


@dataclass(frozen=True)
class Bokforingsbild:
    """A year: closing amount in kr per account, and a mark per voucher that follows its content."""

    konton: dict[str, Decimal]
    verifikationer: dict[str, tuple[object, ...]]


def bokforingsbild(verksamhetsar: int) -> Bokforingsbild:
    """The year as it is stored now; two queries. Empty for a year without a ledger."""
    raknas = Q(konteringar__slag=Radslag.TRANS)
    debet = Q(konteringar__belopp__gt=0)
    verifikationer = (
        Verifikation.objects.filter(rakenskapsar__verksamhetsar=verksamhetsar)
        .annotate(
            rader=Count("konteringar", filter=raknas),
            debet=Sum("konteringar__belopp", filter=raknas & debet),
            # Weighted by account and row, so that money moved between accounts shows too.
            fordelning=Sum(
                F("konteringar__belopp") * F("konteringar__konto_id") * F("konteringar__radnr"),
                filter=raknas,
                output_field=DecimalField(max_digits=30, decimal_places=2),
            ),
        )
        .values_list("serie", "nummer", "datum", "text", "rader", "debet", "fordelning")
    )
    saldon = Saldo.objects.filter(rakenskapsar__verksamhetsar=verksamhetsar)
    per_konto = saldon.values_list("konto__nummer", "konto__namn").annotate(summa=Sum("belopp"))
    return Bokforingsbild(
        {f"{nummer} {namn}": kronor(summa) for nummer, namn, summa in per_konto},
        {
            f"{serie}{nummer}": (*fast, kronor(debet), kronor(fordelning))
            for serie, nummer, *fast, debet, fordelning in verifikationer
        },
    )
