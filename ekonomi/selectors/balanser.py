"""Balances per account, from the balance table: one query each."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum

from ekonomi.choices import Radslag
from ekonomi.models import Kontering, Konto, Rakenskapsar, Saldo
from finsam.money import kronor, summa


@dataclass(frozen=True)
class Kontobalans:
    """An account's year in kr, debit positive: opening, movement, closing."""

    nummer: str
    namn: str
    verksamhetsar: int
    ingaende: Decimal
    rorelse: Decimal

    @property
    def utgaende(self) -> Decimal:
        return summa((self.ingaende, self.rorelse))


def kontobalanser(rakenskapsar: Rakenskapsar) -> tuple[Kontobalans, ...]:
    """Every account with a balance or movement in the year, by account number."""
    return _balanser(Saldo.objects.filter(rakenskapsar=rakenskapsar))


def balanser_for_konto(konto: Konto) -> tuple[Kontobalans, ...]:
    """The account year by year, newest first."""
    return tuple(reversed(_balanser(Saldo.objects.filter(konto=konto))))


def summa_balanser(balanser: Sequence[Kontobalans]) -> dict[str, Decimal]:
    """All accounts together, kr: each sum is 0,00 in a ledger that balances."""
    return {
        "ingaende": summa(b.ingaende for b in balanser),
        "rorelse": summa(b.rorelse for b in balanser),
        "utgaende": summa(b.utgaende for b in balanser),
    }


def summa_konteringar(queryset: QuerySet[Kontering]) -> tuple[int, Decimal]:
    """(how many rows, their sum in kr) of the rows that count; struck and added rows do not."""
    svar = queryset.filter(slag=Radslag.TRANS).aggregate(antal=Count("pk"), summa=Sum("belopp"))
    return svar["antal"], kronor(svar["summa"])


def _balanser(saldon: QuerySet[Saldo]) -> tuple[Kontobalans, ...]:
    rader = (
        saldon.values("konto__nummer", "konto__namn", "rakenskapsar__verksamhetsar")
        .annotate(
            ingaende=Sum("belopp", filter=Q(manad=0)), rorelse=Sum("belopp", filter=Q(manad__gt=0))
        )
        .order_by("rakenskapsar__verksamhetsar", "konto__nummer")
    )
    return tuple(
        Kontobalans(
            nummer=rad["konto__nummer"],
            namn=rad["konto__namn"],
            verksamhetsar=rad["rakenskapsar__verksamhetsar"],
            ingaende=kronor(rad["ingaende"]),
            rorelse=kronor(rad["rorelse"]),
        )
        for rad in rader
    )
