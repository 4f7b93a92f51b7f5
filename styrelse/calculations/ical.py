"""Meetings as a calendar that others subscribe to (RFC 5545). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vUri

ZON = ZoneInfo("Europe/Stockholm")
PRODUKT = "-//Finsam//Styrelsens möten//SV"
# One without an end is shown this long.
UTAN_SLUT = timedelta(hours=2)
HAMTAS_OM = timedelta(hours=4)


@dataclass(frozen=True)
class Kalendermote:
    """A meeting in a calendar: `uid` never changes, `andringar` and `andrad` grow with it.

    `lage` is TENTATIVE, CONFIRMED or CANCELLED; `andrad` has its time zone.
    """

    uid: str
    rubrik: str
    datum: date
    start: time
    slut: time | None
    plats: str
    adress: str
    lage: str
    andringar: int
    andrad: datetime


def kalender(namn: str, moten: Iterable[Kalendermote]) -> bytes:
    """The calendar file, its times in Stockholm's, the time zone's rules with it."""
    svar = Calendar()
    svar.add("prodid", PRODUKT)
    svar.add("version", "2.0")
    svar.add("method", "PUBLISH")
    svar.add("x-wr-calname", namn)
    svar.add("refresh-interval", HAMTAS_OM, parameters={"VALUE": "DURATION"})
    for mote in moten:
        svar.add_component(_handelse(mote))
    svar.add_missing_timezones()
    return bytes(svar.to_ical())


def _handelse(mote: Kalendermote) -> Event:
    borjar = datetime.combine(mote.datum, mote.start, ZON)
    slutar = datetime.combine(mote.datum, mote.slut, ZON) if mote.slut else borjar + UTAN_SLUT
    handelse = Event()
    handelse.add("uid", mote.uid)
    handelse.add("dtstamp", mote.andrad)
    handelse.add("last-modified", mote.andrad)
    handelse.add("sequence", mote.andringar)
    handelse.add("dtstart", borjar)
    handelse.add("dtend", slutar)
    handelse.add("summary", mote.rubrik)
    handelse.add("status", mote.lage)
    handelse.add("url", vUri(mote.adress))
    if mote.plats:
        handelse.add("location", mote.plats)
    return handelse
