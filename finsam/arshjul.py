"""The year's duties and the state of things, which each room tells for itself.

A room that has something to say has a module `oversikt.py` with `plikter(idag)` and `lage(idag)`;
the ground floor asks every room without knowing any of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
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

    `adress` is a page that all who have the right may open; `adresser` are those that take another
    right, and the first that the user has comes before it. `anvandare` are the keys of those it
    concerns, None for all who have the right. Two duties on one `amne`, "budget 2027", are one.
    """

    dag: date
    titel: str
    tillstand: Tillstand
    ratt: Ratt
    adress: str = ""
    grund: str = ""
    anvandare: frozenset[int] | None = None
    adresser: tuple[tuple[Ratt, str], ...] = ()
    amne: str = ""

    def for_(self, user: Any) -> "Plikt":
        """The same, with the page that the user is sent to."""
        egen = (adress for ratt, adress in self.adresser if far(user, ratt))
        return replace(self, adress=next(egen, self.adress), adresser=())


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
    egna = [
        p.for_(user)
        for p in _alla(idag)
        if far(user, p.ratt) and (p.anvandare is None or user.pk in p.anvandare)
    ]
    return sorted(sammanslagna(egna), key=lambda p: (p.dag, p.titel))


def _alla(idag: date) -> Iterator[Plikt]:
    return (p for plikter_ in rummens("oversikt", "plikter") for p in plikter_(idag))


def frister(ar: int) -> dict[str, Plikt]:
    """The year's duties by their subject, each its own room's, whose day the start page tells."""
    return {plikt.amne: plikt for plikt in _alla(date(ar, 1, 1)) if plikt.amne}


def sammanslagna(plikter_: Iterable[Plikt]) -> list[Plikt]:
    """Duties on one subject as one: that of the subject's own room, which comes last.

    The others add to it why, until it is done. Its own room says how it stands; where that has
    nothing to judge by, it is done when one of the others is.
    """
    efter_amne: dict[str, list[Plikt]] = {}
    for plikt in plikter_:
        efter_amne.setdefault(plikt.amne or f"{plikt.titel} {plikt.dag}", []).append(plikt)
    return [_en(lika) for lika in efter_amne.values()]


def _en(lika: list[Plikt]) -> Plikt:
    *andra, egen = lika
    tiger = egen.tillstand is Tillstand.SAKNAR_UNDERLAG
    klar = tiger and any(p.tillstand is Tillstand.KLAR for p in andra)
    # What the others miss is no matter any more when it is done.
    skal = () if egen.tillstand is Tillstand.KLAR else tuple(p.grund for p in andra)
    grund = " ".join(filter(None, (egen.grund, *skal)))
    return replace(egen, grund=grund, tillstand=Tillstand.KLAR if klar else egen.tillstand)


def lage(user: Any, idag: date) -> list[Lage]:
    """How things stand, in the order of the rooms."""
    return [
        rad for lage_ in rummens("oversikt", "lage") for rad in lage_(idag) if far(user, rad.ratt)
    ]
