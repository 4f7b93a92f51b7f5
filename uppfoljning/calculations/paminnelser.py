"""When somebody is reminded of a report."""

from datetime import date, timedelta

FORE = timedelta(days=7)
VECKA = timedelta(days=7)


def tillfalle(forfaller: date, idag: date) -> str:
    """The latest occasion that has come: "fore", "forfaller", "sen-1", "sen-2", …; "" for none.

    A week before the day, on it, and each week after. A day that was missed is made up for the
    next time, for an occasion holds until the next one comes.
    """
    if idag < forfaller - FORE:
        return ""
    if idag < forfaller:
        return "fore"
    veckor = (idag - forfaller) // VECKA
    return f"sen-{veckor}" if veckor else "forfaller"
