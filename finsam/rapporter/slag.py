"""Which documents there are, and what builds each."""

from collections.abc import Callable
from datetime import date

from finsam.periods import Period
from finsam.rapporter.arsredovisning import build_arsredovisning
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.dokument import Rapport

BYGGARE: dict[str, Callable[[Period, date], Rapport]] = {
    Rapportslag.ARSREDOVISNING: build_arsredovisning,
}


def build(slag: str, period: Period, idag: date) -> Rapport:
    """The document of the kind. Raises UnderlagSaknas in Swedish when it cannot be made."""
    return BYGGARE[slag](period, idag)
