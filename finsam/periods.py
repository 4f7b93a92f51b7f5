"""Periods of a calendar year. First and last day are both inclusive, everywhere.

A period has a code that people and addresses use: "2024", "2021-H1", "2021-T2", "2021-K1".
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

MANADER_PER_DEL = {"": 12, "H": 6, "T": 4, "K": 3}
NAMN = {"": "året", "H": "halvår", "T": "tertial", "K": "kvartal"}
KOD = re.compile(r"(?P<ar>\d{4})(?:-(?P<slag>[HTK])(?P<nr>\d))?")


class OgiltigPeriod(ValueError):
    """The text names no period; the message says in Swedish what would be right."""


@dataclass(frozen=True, order=True)
class Period:
    """A year, half-year, tertial or quarter: months `forsta_manad`–`sista_manad` of `ar`."""

    ar: int
    slag: str = ""
    nr: int = 1

    def __post_init__(self) -> None:
        if self.slag not in MANADER_PER_DEL or not 1 <= self.nr <= 12 // MANADER_PER_DEL[self.slag]:
            raise OgiltigPeriod(f"”{self.ar}-{self.slag}{self.nr}” är ingen period.")

    @property
    def sista_manad(self) -> int:
        return MANADER_PER_DEL[self.slag] * self.nr

    @property
    def forsta_manad(self) -> int:
        return self.sista_manad - MANADER_PER_DEL[self.slag] + 1

    @property
    def start(self) -> date:
        return date(self.ar, self.forsta_manad, 1)

    @property
    def slut(self) -> date:
        return date(self.ar, self.sista_manad, calendar.monthrange(self.ar, self.sista_manad)[1])

    @property
    def kod(self) -> str:
        return f"{self.ar}-{self.slag}{self.nr}" if self.slag else str(self.ar)

    @property
    def namn(self) -> str:
        """As in running text: "2024", "första halvåret 2021" is written "halvår 1 2021"."""
        return f"{NAMN[self.slag]} {self.nr} {self.ar}" if self.slag else str(self.ar)

    def for_ar(self, forskjutning: int) -> "Period":
        """The same part of another year: -1 is last year."""
        return Period(self.ar + forskjutning, self.slag, self.nr)

    def __contains__(self, dag: date) -> bool:
        return self.start <= dag <= self.slut

    def __str__(self) -> str:
        return self.kod


def las_period(kod: str) -> Period:
    """The period that a code names. Raises OgiltigPeriod with a Swedish message."""
    traff = KOD.fullmatch(kod.strip().upper())
    if not traff:
        raise OgiltigPeriod(
            f"”{kod}” är ingen period. Skriv till exempel 2024, 2021-H1 eller 2021-K3."
        )
    return Period(int(traff["ar"]), traff["slag"] or "", int(traff["nr"] or 1))


def delperioder(period: Period, slag: str) -> tuple[Period, ...]:
    """The periods of a kind ("K", "T", "H", "") that have a month in `period`, in order.

    A half-year has two quarters; of the tertials it has the second in part, which counts.
    """
    langd = MANADER_PER_DEL[slag]
    nummer = dict.fromkeys(
        (manad - 1) // langd + 1 for manad in range(period.forsta_manad, period.sista_manad + 1)
    )
    return tuple(Period(period.ar, slag, nr) for nr in nummer)


def manader_mellan(start: date, slut: date, ar: int) -> int:
    """How many calendar months of `ar` the span start–slut touches, 0–12."""
    if start > slut or start.year > ar or slut.year < ar:
        return 0
    forsta = start.month if start.year == ar else 1
    sista = slut.month if slut.year == ar else 12
    return sista - forsta + 1


def dagen_efter(dag: date) -> date:
    return dag + timedelta(days=1)
