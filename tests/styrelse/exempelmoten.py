"""Meetings that tests share."""

from datetime import date, time
from typing import Any

from styrelse.models import Arsarende, Dagordningsmall, Mote, Person, Samradsdeltagare


def mote(datum: date, organ: str = "fs", **falt: Any) -> Mote:
    """A meeting from 9 to 12."""
    return Mote.objects.create(
        **{"organ": organ, "datum": datum, "start": time(9), "slut": time(12), **falt}
    )


def deltagare(mote: Mote, namn: str, roll: str = "gast", **falt: Any) -> Samradsdeltagare:
    """Somebody who took part in a consultation."""
    person, _ = Person.objects.get_or_create(namn=namn)
    return Samradsdeltagare.objects.create(mote=mote, person=person, roll=roll, **falt)


def arsarende(kod: str = "budget", **falt: Any) -> Arsarende:
    """A yearly matter of the board, between October and 30 November, that the committee sees."""
    grund = {"rubrik": "Budget {ar+1}", "tidigast_manad": 10, "senast_manad": 11, "senast_dag": 30}
    return Arsarende.objects.create(kod=kod, **{**grund, **falt})


def skapa_moten() -> dict[str, Any]:
    """A meeting that nobody has been called to, and what plans are made of, for the addresses."""
    fast = Dagordningsmall.objects.create(
        organ="natverk", plats="forst", ordning=99, rubrik="Välkomna"
    )
    hallet = mote(date(1999, 5, 5), "samrad", status="hallet")
    return {
        "mote": mote(date(1999, 3, 18)).pk,
        "samrad": mote(date(1999, 5, 4), "samrad").pk,
        "hallet_samrad": hallet.pk,
        "samradsdeltagare": deltagare(hallet, "Provning Provningsson").pk,
        "arsarende": arsarende("provning").pk,
        "dagordningsmall": fast.pk,
    }
