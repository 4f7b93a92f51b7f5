"""The consultation that a budget rests on, as the boardroom has held it."""

from datetime import date

from styrelse.selectors.samrad import senaste_samrad


def hallet_samrad(verksamhetsar: int, idag: date) -> date | None:
    """The day of the last one held in the year before the budget's, by today; None for none."""
    mote = senaste_samrad(min(idag, date(verksamhetsar - 1, 12, 31)))
    return mote.datum if mote else None
