"""The decision space as it was last read, kept while nothing in the database changes.

A play asks for the same rows again at every tick. Every change of a business row adds a seal to
the log, and a ledger that is read in comes with one, so the latest seal says whether what was
read still holds: one query instead of twenty.
"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ekonomi.calculations.beslutsutrymme import Utrymmesunderlag, Val
from ekonomi.calculations.utrymmesjamforelse import Rumsar, rumsar
from ekonomi.selectors.beslutsutrymme import lagesdag, utrymmesunderlag
from finsam.sigill import huvud

ANTAL = 32


class Last(NamedTuple):
    """The underlag, its columns with nothing chosen, and the day the year is seen from."""

    underlag: Utrymmesunderlag
    fore: tuple[Rumsar, ...]
    forvalt: date


def las_underlag(ar: int, per: date | None, idag: date) -> Last:
    """The year as it stood on `per`, or on its own day. Raises UtrymmeSaknas in Swedish."""
    return _las(huvud(), ar, per, idag)


@lru_cache(maxsize=ANTAL)
def _las(sigill: str, ar: int, per: date | None, idag: date) -> Last:
    forvalt = lagesdag(ar, idag)
    underlag = utrymmesunderlag(ar, per or forvalt, idag)
    return Last(underlag, rumsar(underlag, Val()), forvalt)
