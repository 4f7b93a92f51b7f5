"""Sweden's holidays, and the eves that are days off to most. Pure."""

from collections.abc import Iterable
from datetime import date

from holidays.constants import DE_FACTO, PUBLIC
from holidays.countries import Sweden


def roda_dagar(aren: Iterable[int]) -> dict[date, str]:
    """Each such day of the years with its Swedish name; ordinary Sundays are not among them."""
    return dict(Sweden(years=set(aren), language="sv", categories=(PUBLIC, DE_FACTO)))
