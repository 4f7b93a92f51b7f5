"""The year's duties and the state of things, which each room tells for itself.

A room that has something to say has a module `oversikt.py` with `plikter(idag)` and `lage(idag)`;
the ground floor asks every room without knowing any of them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from finsam.permissions import Ratt, far
from finsam.rummen import rummens
from finsam.statusord import Statusord

SNART = timedelta(days=30)


class Tillstand(Statusord):
    """The state of a duty: colour (see components/status.html) and word."""

    KLAR = ("ok", "Klar")
    FORSENAD = ("fel", "Försenad")
    SNART = ("varning", "Snart")
    KOMMANDE = ("", "Kommande")
    SAKNAR_UNDERLAG = ("", "Underlag saknas")


@dataclass(frozen=True)
class Plikt:
    """Something that the law or the members ask for by a day, and the page where it is done.

    `anvandare` are the keys of those it concerns, None for all who have the right.
    """

    dag: date
    titel: str
    tillstand: Tillstand
    ratt: Ratt
    adress: str = ""
    grund: str = ""
    anvandare: frozenset[int] | None = None


@dataclass(frozen=True)
class Lage:
    """How things stand, in words: "Räkenskapsår 2024" · "Öppet, 812 verifikationer"."""

    titel: str
    text: str
    ratt: Ratt
    adress: str


def tillstand(dag: date, idag: date, *, klar: bool, underlag: bool = True) -> Tillstand:
    """The state of a duty; `underlag` says whether the system has anything to judge it by."""
    if klar:
        return Tillstand.KLAR
    if not underlag:
        return Tillstand.SAKNAR_UNDERLAG
    if dag < idag:
        return Tillstand.FORSENAD
    return Tillstand.SNART if dag - idag <= SNART else Tillstand.KOMMANDE


def plikter(user: Any, idag: date) -> list[Plikt]:
    """The duties of the calendar year that the user's role has to do with, in order of day."""
    alla = [p for plikter_ in rummens("oversikt", "plikter") for p in plikter_(idag)]
    egna = (
        p for p in alla if far(user, p.ratt) and (p.anvandare is None or user.pk in p.anvandare)
    )
    return sorted(egna, key=lambda p: (p.dag, p.titel))


def lage(user: Any, idag: date) -> list[Lage]:
    """How things stand, in the order of the rooms."""
    return [
        rad for lage_ in rummens("oversikt", "lage") for rad in lage_(idag) if far(user, rad.ratt)
    ]
