"""Counting participants row by row: who was there, who came and who left in each month.

A participant is ongoing from the start to the end, both days included; ended counts in the month
of the last day. So the flow of every month is whole by construction (F36).
"""

import calendar
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from uppfoljning.calculations import matt as m
from uppfoljning.calculations.underlag import Antalsnyckel
from uppfoljning.choices import Aldersintervall

GRANSER = (
    (15, 29, Aldersintervall.A15.value),
    (30, 44, Aldersintervall.A30.value),
    (45, 59, Aldersintervall.A45.value),
    (60, 74, Aldersintervall.A60.value),
)
BAKGRUND = {
    "utbildning": m.UTBILDNING,
    "tid": m.FORSORJNINGSTID,
    "form": m.FORSORJNINGSFORM,
}


class Radfel(Exception):
    """What is wrong in a row: the field's name and the sentence, never the value."""

    def __init__(self, falt: str, text: str) -> None:
        super().__init__(text)
        self.falt = falt


@dataclass(frozen=True)
class Manad:
    """A month with its first and last day."""

    nr: int
    forsta: date
    sista: date

    @classmethod
    def av(cls, ar: int, nr: int) -> "Manad":
        return cls(nr, date(ar, nr, 1), date(ar, nr, calendar.monthrange(ar, nr)[1]))


class Deltagarrakning:
    """Counts by (insats, month, measure, category, sex); rows come in and nothing of them stays."""

    def __init__(self, manader: Iterable[Manad], idag: date, falt: Iterable[str]) -> None:
        self.manader = tuple(manader)
        self.idag = idag
        self.falt = frozenset(falt)
        self._har_alder = bool(self.falt & {"fodelsear", "alder"})
        self.insatser: set[int] = set()
        self._antal: Counter[tuple[int, int, str, str, str]] = Counter()

    def rakna(self, rad: dict[str, Any]) -> None:
        """One participant. Raises Radfel."""
        insats, kon, start, slut = rad["insats"], rad["kon"], rad["start"], rad["slut"]
        if start > self.idag:
            raise Radfel("start", "Datumet ligger efter dagens datum.")
        if slut is not None:
            if slut < start:
                raise Radfel("slut", "Slutdatum får inte ligga före startdatum.")
            if slut > self.idag:
                raise Radfel("slut", "Datumet ligger efter dagens datum.")
        elif rad.get("orsak"):
            raise Radfel("orsak", "Avslutningsanledningen är angiven men slutdatumet saknas.")
        self.insatser.add(insats)
        antal = self._antal
        for manad in self.manader:
            kom = manad.forsta <= start <= manad.sista
            if rad.get("anonym"):
                antal[insats, manad.nr, m.ANONYMA, "", kon] += kom
                continue
            if start > manad.sista or (slut is not None and slut < manad.forsta):
                continue
            if kom:
                self._kom(insats, manad.nr, kon, rad)
            else:
                antal[insats, manad.nr, m.PAGAENDE_START, "", kon] += 1
            if slut is not None and slut <= manad.sista:
                self._slutade(insats, manad.nr, kon, rad)
            else:
                antal[insats, manad.nr, m.PAGAENDE_SLUT, "", kon] += 1

    def _kom(self, insats: int, manad: int, kon: str, rad: dict[str, Any]) -> None:
        antal = self._antal
        antal[insats, manad, m.INSKRIVNA, "", kon] += 1
        if self._har_alder:
            antal[insats, manad, m.ALDER, _alder(rad), kon] += 1
        for falt, matt in BAKGRUND.items():
            if falt in rad:
                antal[insats, manad, matt, rad[falt], kon] += 1

    def _slutade(self, insats: int, manad: int, kon: str, rad: dict[str, Any]) -> None:
        antal = self._antal
        antal[insats, manad, m.AVSLUTADE, "", kon] += 1
        antal[insats, manad, m.DAGAR, "", kon] += (rad["slut"] - rad["start"]).days
        if "plan" in rad:
            antal[insats, manad, m.MED_PLAN, "", kon] += rad["plan"]
        if "orsak" not in rad:
            return
        if not rad["orsak"]:
            raise Radfel("orsak", "Avslutningsanledningen saknas för den som har avslutat.")
        antal[insats, manad, m.AVSLUTSORSAK, rad["orsak"], kon] += 1
        if "omfattning" in rad:
            self._omfattning(insats, manad, kon, rad)

    def _omfattning(self, insats: int, manad: int, kon: str, rad: dict[str, Any]) -> None:
        till_arbete = rad["orsak"] in m.ARBETE
        if till_arbete and not rad["omfattning"]:
            raise Radfel("omfattning", "Omfattningen saknas för den som har gått till arbete.")
        if rad["omfattning"] and not till_arbete:
            raise Radfel("omfattning", "Omfattning anges bara för den som har gått till arbete.")
        if till_arbete:
            self._antal[insats, manad, m.OMFATTNING, rad["omfattning"], kon] += 1

    def antal(self) -> dict[int, dict[int, dict[Antalsnyckel, int]]]:
        """Counts by insats and month; every insats of the file has its flows, 0 where nobody."""
        nollor = {Antalsnyckel(matt, "", kon): 0 for matt in m.FLODE for kon in (m.KVINNOR, m.MAN)}
        if "anonym" in self.falt:
            nollor |= {Antalsnyckel(m.ANONYMA, "", kon): 0 for kon in (m.KVINNOR, m.MAN)}
        svar = {
            insats: {manad.nr: dict(nollor) for manad in self.manader}
            for insats in sorted(self.insatser)
        }
        for (insats, manad, matt, kategori, kon), tal in sorted(self._antal.items()):
            if tal or matt in (m.ANONYMA, m.MED_PLAN, m.DAGAR):
                svar[insats][manad][Antalsnyckel(matt, kategori, kon)] = tal
        return svar


def _alder(rad: dict[str, Any]) -> str:
    """The age band at the start; Okänd where neither age nor year of birth is told."""
    ar = rad.get("alder")
    if ar is None and (fodd := rad.get("fodelsear")) is not None:
        ar = rad["start"].year - fodd
    if ar is None:
        return Aldersintervall.OKAND.value
    for fran, till, intervall in GRANSER:
        if fran <= ar <= till:
            return intervall
    falt = "alder" if rad.get("alder") is not None else "fodelsear"
    raise Radfel(falt, "Åldern vid starten ska vara 15–74 år.")
