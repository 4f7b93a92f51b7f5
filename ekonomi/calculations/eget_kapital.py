"""Equity: its parts rolled from year to year, and what is left to use (F5, F6). kr throughout."""

from dataclasses import dataclass
from decimal import Decimal

from finsam.money import NOLL, summa


@dataclass(frozen=True)
class EgetKapital:
    """Equity on a balance date; a surplus is positive."""

    reservfond: Decimal
    tidigare_overskott: Decimal
    resultat_fg_ar: Decimal
    periodens_resultat: Decimal

    @property
    def summa(self) -> Decimal:
        return summa(
            (
                self.reservfond,
                self.tidigare_overskott,
                self.resultat_fg_ar,
                self.periodens_resultat,
            )
        )

    @property
    def ackumulerat_overskott(self) -> Decimal:
        """Equity without the bound reserve fund (F6)."""
        return self.summa - self.reservfond

    def nasta_ar(self, periodens_resultat: Decimal = NOLL) -> "EgetKapital":
        """A year later: surplus and last year's result become one, the year's result last year's.

        Only from a year's last day; the equity begins the new year as it ended the old (F5).
        """
        return EgetKapital(
            reservfond=self.reservfond,
            tidigare_overskott=self.tidigare_overskott + self.resultat_fg_ar,
            resultat_fg_ar=self.periodens_resultat,
            periodens_resultat=periodens_resultat,
        )
