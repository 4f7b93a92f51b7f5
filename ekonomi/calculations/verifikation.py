"""A voucher's two sides."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from finsam.money import NOLL, summa


@dataclass(frozen=True)
class DebetKredit:
    """Both sides in kr, both positive; equal when the voucher balances."""

    debet: Decimal
    kredit: Decimal


def debet_och_kredit(belopp: Iterable[Decimal]) -> DebetKredit:
    """The sums of the debits and of the credits among signed amounts in kr (debit positive)."""
    alla = tuple(belopp)
    return DebetKredit(
        debet=summa(b for b in alla if b > NOLL), kredit=summa(-b for b in alla if b < NOLL)
    )
