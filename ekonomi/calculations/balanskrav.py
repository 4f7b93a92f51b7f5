"""The balance requirement (F26): KL 11:12-14 and LKBR 11:10. kr, a surplus positive."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from finsam.money import NOLL


@dataclass(frozen=True)
class Balanskrav:
    """The year's result stripped of what the law leaves out, step by step.

    `realisationsvinster` and `orealiserade_vinster` are taken away, the losses given back; all
    are positive amounts. `aterforing` is with the sign it has in the table.
    """

    arets_resultat: Decimal
    realisationsvinster: Decimal = NOLL
    realisationsforluster: Decimal = NOLL
    orealiserade_vinster: Decimal = NOLL
    orealiserade_forluster: Decimal = NOLL
    aterforing: Decimal = NOLL
    reservering: Decimal = NOLL
    anvandning: Decimal = NOLL

    @property
    def efter_justeringar(self) -> Decimal:
        return (
            self.arets_resultat
            - self.realisationsvinster
            + self.realisationsforluster
            - self.orealiserade_vinster
            + self.orealiserade_forluster
            + self.aterforing
        )

    @property
    def resultat(self) -> Decimal:
        """The balanskravsresultat: after what is put in and taken from the result reserve."""
        return self.efter_justeringar - self.reservering + self.anvandning


ATERSTALLS_INOM_AR = 3


@dataclass(frozen=True)
class Aterstallning:
    """A year's negative balanskravsresultat and what later surpluses have made good of it.

    Positive amounts in kr; `senast` is the last year in which it must be restored (KL 11:12).
    """

    ar: int
    belopp: Decimal
    aterstallt: Decimal

    @property
    def kvar(self) -> Decimal:
        return self.belopp - self.aterstallt

    @property
    def senast(self) -> int:
        return self.ar + ATERSTALLS_INOM_AR


def aterstallningar(resultat: Mapping[int, Decimal]) -> tuple[Aterstallning, ...]:
    """Every year that ended below zero, oldest first; `resultat` is balanskravsresultat by year.

    A surplus restores the oldest deficit that is left; one from before a deficit restores nothing.
    """
    underskott: dict[int, Aterstallning] = {}
    for ar in sorted(resultat):
        kvar = resultat[ar]
        if kvar < 0:
            underskott[ar] = Aterstallning(ar, -kvar, NOLL)
        for fore, ett in underskott.items():
            if kvar > 0:
                del_ = min(kvar, ett.kvar)
                underskott[fore] = replace(ett, aterstallt=ett.aterstallt + del_)
                kvar -= del_
    return tuple(underskott.values())
