"""The days that minutes must keep: approval, notice, appeal. Pure.

A last day that falls on a Saturday, Sunday, red day or Midsummer's, Christmas or New Year's Eve is
moved to the next working day (lag 1930:173, 2 §).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from holidays.constants import DE_FACTO, PUBLIC
from holidays.countries import Sweden

JUSTERINGSDAGAR = 14
ANSLAGSDAGAR = 2
OVERKLAGANDEVECKOR = 3
SENT_JUSTERAT = "Protokollet ska justeras inom 14 dagar."
SENT_ANSLAGET = "Justeringen ska anslås senast andra dagen."
FORE_JUSTERINGEN = "Det som anslås måste vara justerat."
FRAMTID = "Datumet ligger efter dagens datum."


@dataclass(frozen=True)
class Anslagstid:
    """A notice: the day it is put up, the last to appeal, and the first to take it down."""

    anslaget: date
    sista_overklagandedag: date
    tas_ned: date
    varning: str = ""


def helgfri(dag: date) -> date:
    """The day itself when it is a working day, else the next one that is."""
    kalender = Sweden(categories=(PUBLIC, DE_FACTO), years=(dag.year, dag.year + 1))
    while dag.weekday() >= 5 or dag in kalender:
        dag += timedelta(days=1)
    return dag


def senast_justerat(motesdag: date) -> date:
    """The last day to approve the minutes: fourteen days after the meeting (KL 5 kap. 69 §)."""
    return helgfri(motesdag + timedelta(days=JUSTERINGSDAGAR))


def senast_anslaget(justerat: date) -> date:
    """The last day to give notice of it: the second after the approval (KL 8 kap. 12 §)."""
    return helgfri(justerat + timedelta(days=ANSLAGSDAGAR))


def anslagstid(justerat: date, anslaget: date) -> Anslagstid:
    """The notice's days; three weeks to appeal from the day it was put up (KL 13 kap. 5 §).

    `varning` is a sentence when it came late. Raises ValueError in Swedish for a notice before
    the approval.
    """
    if anslaget < justerat:
        raise ValueError(FORE_JUSTERINGEN)
    sista = helgfri(anslaget + timedelta(weeks=OVERKLAGANDEVECKOR))
    sent = anslaget > senast_anslaget(justerat)
    return Anslagstid(anslaget, sista, sista + timedelta(days=1), SENT_ANSLAGET if sent else "")


def justeringsvarning(motesdag: date, dag: date) -> str:
    """The sentence when minutes approved, or not yet approved, on the day are late; else empty."""
    return SENT_JUSTERAT if dag > senast_justerat(motesdag) else ""
