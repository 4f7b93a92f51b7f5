"""Result levels and the association's own costs (F18, F20). kr, costs negative."""

from dataclasses import dataclass
from decimal import Decimal

from finsam.money import NOLL


@dataclass(frozen=True)
class Resultatnivaer:
    """From income and costs to the year's result (F20, F21: costs before finance)."""

    intakter: Decimal
    kostnader: Decimal
    finansiella_intakter: Decimal = NOLL
    finansiella_kostnader: Decimal = NOLL

    @property
    def verksamhetens_resultat(self) -> Decimal:
        return self.intakter + self.kostnader

    @property
    def finansnetto(self) -> Decimal:
        return self.finansiella_intakter + self.finansiella_kostnader

    @property
    def arets_resultat(self) -> Decimal:
        """The result after financial items, which is the year's: the association pays no tax."""
        return self.verksamhetens_resultat + self.finansnetto


@dataclass(frozen=True)
class Forvaltning:
    """The administration block out of the whole of the association's own costs (F18)."""

    egna_kostnader: Decimal
    fortroendevalda: Decimal
    ovriga_samverkansinsatser: Decimal
    finansnetto: Decimal
    esf_personal: Decimal = NOLL

    @property
    def brutto(self) -> Decimal:
        """As in the driftredovisning: own costs less the other blocks."""
        return (
            self.egna_kostnader
            - self.fortroendevalda
            - self.ovriga_samverkansinsatser
            - self.esf_personal
        )

    @property
    def netto(self) -> Decimal:
        """As in the overview: gross with net finance, a gain lessening the cost."""
        return self.brutto + self.finansnetto
