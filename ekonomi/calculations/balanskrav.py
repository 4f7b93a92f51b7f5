"""The balance requirement (F26): KL 11:12-14 and LKBR 11:10. kr, a surplus positive."""

from dataclasses import dataclass
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

    @property
    def att_aterstalla(self) -> Decimal:
        """What must be restored within three years, as a positive amount (KL 11:12)."""
        return max(-self.resultat, NOLL)

    @property
    def rader(self) -> tuple[tuple[str, Decimal], ...]:
        """Every step as (label, kr with its sign), in the order of the law's table."""
        return (
            ("Årets resultat enligt resultaträkningen", self.arets_resultat),
            ("Avgår samtliga realisationsvinster", -self.realisationsvinster),
            ("Realisationsförluster enligt undantag", self.realisationsforluster),
            ("Orealiserade vinster i värdepapper", -self.orealiserade_vinster),
            ("Orealiserade förluster i värdepapper", self.orealiserade_forluster),
            ("Återföring av orealiserade vinster och förluster", self.aterforing),
            ("Årets resultat efter balanskravsjusteringar", self.efter_justeringar),
            ("Reservering till resultatreserv", -self.reservering),
            ("Användning av resultatreserv", self.anvandning),
            ("Balanskravsresultat", self.resultat),
        )
