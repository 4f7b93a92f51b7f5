"""What another ledger for the same year changes, before it is stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from finsam.money import NOLL


@dataclass(frozen=True)
class Ersattning:
    """Vouchers by name, and accounts as (account, kr before, kr after), each in their order."""

    nya: tuple[str, ...]
    andrade: tuple[str, ...]
    borttagna: tuple[str, ...]
    konton: tuple[tuple[str, Decimal, Decimal], ...]


def ersattning(
    fore_konton: Mapping[str, Decimal],
    efter_konton: Mapping[str, Decimal],
    fore: Mapping[str, object],
    efter: Mapping[str, object],
) -> Ersattning:
    """What differs between a ledger before and after: kr per account, a mark per voucher."""
    namn = sorted(fore_konton.keys() | efter_konton.keys())
    par = ((konto, fore_konton.get(konto, NOLL), efter_konton.get(konto, NOLL)) for konto in namn)
    return Ersattning(
        nya=tuple(v for v in efter if v not in fore),
        andrade=tuple(v for v in efter if v in fore and fore[v] != efter[v]),
        borttagna=tuple(v for v in fore if v not in efter),
        konton=tuple(rad for rad in par if rad[1] != rad[2]),
    )
