"""The fees against the ledger: what each account holds and what its payers owe. kr."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ekonomi.calculations.avgifter import Avgifter, Avgiftsrad
from finsam.money import NOLL
from finsam.statusord import Statusord


class Avstamning(Statusord):
    """How an account stands: colour and word."""

    LIKA = ("ok", "Lika")
    ATERSTAR = ("", "Återstår att bokföra")
    SKILJER = ("fel", "Skiljer")
    KONTO_SAKNAS = ("fel", "Konto saknas")


@dataclass(frozen=True)
class Avstamningsrad:
    """One account: whose fees it holds, what they owe for the year, and what is booked.

    `konto` is empty for a payer without account; `oppet` that the year's bookings go on.
    """

    konto: str
    betalare: tuple[str, ...]
    avgift: Decimal
    bokfort: Decimal
    oppet: bool = False

    @property
    def skillnad(self) -> Decimal:
        """What is booked less the fee: negative when too little is."""
        return self.bokfort - self.avgift

    @property
    def lage(self) -> Avstamning:
        if not self.konto:
            return Avstamning.KONTO_SAKNAS
        if not self.skillnad:
            return Avstamning.LIKA
        return Avstamning.ATERSTAR if self.oppet and self.skillnad < 0 else Avstamning.SKILJER


def avstamning(
    avgifter: Avgifter, konton: Mapping[int, str], bokfort: Mapping[str, Decimal], oppet: bool
) -> tuple[Avstamningsrad, ...]:
    """A row per account in the payers' order; a payer without account has its own.

    `konton` names each payer's account, `bokfort` what is booked on each as income, in kr. An
    account that no payer has, but with something booked, is told of last.
    """
    per_konto: dict[str, list[Avgiftsrad]] = defaultdict(list)
    utan = []
    for rad in avgifter.rader:
        konto = konton.get(rad.medlem or 0, "")
        if konto:
            per_konto[konto].append(rad)
        else:
            utan.append(Avstamningsrad("", (rad.namn,), Decimal(rad.belopp), NOLL, oppet))
    med = [
        Avstamningsrad(
            konto,
            tuple(rad.namn for rad in rader),
            Decimal(sum(rad.belopp for rad in rader)),
            bokfort.get(konto, NOLL),
            oppet,
        )
        for konto, rader in per_konto.items()
    ]
    ovriga = [
        Avstamningsrad(konto, (), NOLL, belopp)
        for konto, belopp in bokfort.items()
        if belopp and konto not in per_konto
    ]
    return (*med, *utan, *ovriga)
