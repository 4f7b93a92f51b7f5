"""Meetings that tests share."""

from datetime import date, time
from typing import Any

from styrelse.models import Mote


def mote(datum: date, organ: str = "fs", **falt: Any) -> Mote:
    """A meeting from 9 to 12."""
    return Mote.objects.create(
        **{"organ": organ, "datum": datum, "start": time(9), "slut": time(12), **falt}
    )


def skapa_moten() -> dict[str, Any]:
    """A meeting of the board that nobody has been called to, for the table of addresses."""
    return {"mote": mote(date(1999, 3, 18)).pk}
