"""Periods of a calendar year. First and last day are both inclusive, everywhere.

A period has a code that people and addresses use: "2024", "2021-H1", "2021-T2", "2021-K1", and
"2021-A08" for what a year has accumulated through its eighth month.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from finsam.typografi import MANADER

# The kinds that divide a year into parts of the same length.
MANADER_PER_DEL = {"": 12, "H": 6, "T": 4, "K": 3}
NAMN = {"": "året", "H": "halvår", "T": "tertial", "K": "kvartal"}
ORDNING = ("första", "andra", "tredje", "fjärde")
ACKUMULERAD = "A"
KOD = re.compile(r"(?P<ar>\d{4})(?:-(?:(?P<slag>[HTK])(?P<nr>\d)|A(?P<tom>\d{1,2})))?")


class OgiltigPeriod(ValueError):
    """The text names no period; the message says in Swedish what would be right."""


@dataclass(frozen=True, order=True)
class Period:
    """A year, half-year, tertial or quarter: months `forsta_manad`–`sista_manad` of `ar`.

    Of slag "A" it is the year so far: January through month `nr`. Those overlap one another, so
    nothing is reported for them; they are only read.
    """

    ar: int
    slag: str = ""
    nr: int = 1

    def __post_init__(self) -> None:
        delar = 12 if self.ackumulerad else 12 // MANADER_PER_DEL.get(self.slag, 13)
        if not 1 <= self.nr <= delar:
            raise OgiltigPeriod(f"”{self.ar}-{self.slag}{self.nr}” är ingen period.")

    @property
    def ackumulerad(self) -> bool:
        """Whether it is the year so far, and so no part that the year divides into."""
        return self.slag == ACKUMULERAD

    @property
    def manader(self) -> int:
        """How many months it holds, 1–12."""
        return self.nr if self.ackumulerad else MANADER_PER_DEL[self.slag]

    @property
    def sista_manad(self) -> int:
        return self.nr if self.ackumulerad else self.manader * self.nr

    @property
    def forsta_manad(self) -> int:
        return self.sista_manad - self.manader + 1

    @property
    def start(self) -> date:
        return date(self.ar, self.forsta_manad, 1)

    @property
    def slut(self) -> date:
        return date(self.ar, self.sista_manad, calendar.monthrange(self.ar, self.sista_manad)[1])

    @property
    def kod(self) -> str:
        nr = f"{self.nr:02}" if self.ackumulerad else self.nr
        return f"{self.ar}-{self.slag}{nr}" if self.slag else str(self.ar)

    @property
    def namn(self) -> str:
        """As in running text: "2024", "halvår 1 2021", "januari–augusti 2021"."""
        if self.ackumulerad:
            manader = dict.fromkeys((MANADER[0], MANADER[self.nr - 1]))
            return f"{'–'.join(manader)} {self.ar}"
        return f"{NAMN[self.slag]} {self.nr} {self.ar}" if self.slag else str(self.ar)

    @property
    def i_text(self) -> str:
        """As part of a sentence: "år 2024", "första halvåret 2021", "andra tertialet 2021"."""
        if self.ackumulerad:
            return self.namn
        if not self.slag:
            return f"år {self.ar}"
        return f"{ORDNING[self.nr - 1]} {NAMN[self.slag]}et {self.ar}"

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
    if traff["tom"]:
        return Period(int(traff["ar"]), ACKUMULERAD, int(traff["tom"]))
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
