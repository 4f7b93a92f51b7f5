"""Which documents there are, and what builds each."""

from collections.abc import Callable
from datetime import date

from finsam.periods import Period
from finsam.rapporter.arsredovisning import build_arsredovisning
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.uppfoljnings_pm import build_uppfoljnings_pm

BYGGARE: dict[str, Callable[[Period, date], Rapport]] = {
    Rapportslag.ARSREDOVISNING: build_arsredovisning,
    Rapportslag.UPPFOLJNINGS_PM: build_uppfoljnings_pm,
}


def build(slag: str, period: Period, idag: date) -> Rapport:
    """The document of the kind. Raises UnderlagSaknas in Swedish when it cannot be made."""
    return BYGGARE[slag](period, idag)
