"""What the follow-up's calculations work on: reports as they were handed in, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from finsam.periods import Period


@dataclass(frozen=True, order=True)
class Antalsnyckel:
    """What is counted, in which category of it ("" where it has none) and of which sex."""

    matt: str
    kategori: str
    kon: str


Antal = Mapping[Antalsnyckel, int]


@dataclass(frozen=True)
class Malutfallsunderlag:
    """How a goal of an insats stood; `maltyp` and `status` are the choices' values."""

    text: str
    maltyp: str
    status: str
    utfall: str = ""


@dataclass(frozen=True)
class Rapportunderlag:
    """The newest version handed in by one insats for one period.

    `svar` is by question (uppfoljning/fragor.py), `kommentarer` by field, `antal` of the whole
    period; `manader` holds the same counts month by month where a monthly file was read.
    """

    insats: int
    period: Period
    granskad: bool
    svar: Mapping[str, str]
    kommentarer: Mapping[str, str] = field(default_factory=dict)
    mal: tuple[Malutfallsunderlag, ...] = ()
    antal: Antal = field(default_factory=dict)
    manader: Mapping[int, Antal] = field(default_factory=dict)
    adress: str = ""


@dataclass(frozen=True)
class Insatsfakta:
    """What the follow-up needs to know of an insats besides its reports."""

    nr: int
    kortnamn: str
    agare: str
    insatstyp: str
    forrehabiliterande: bool
    uppfoljningsslag: str
    start: date
    slut: date
    forvantat_antal: int | None = None


@dataclass(frozen=True)
class Uppfoljningsunderlag:
    """The insatser that ran at some time in the period, and the reports of each of its parts.

    `rapporter` lies in order of period; `vantade` are the (insats, period) that should report.
    """

    period: Period
    insatser: tuple[Insatsfakta, ...]
    rapporter: tuple[Rapportunderlag, ...]
    vantade: tuple[tuple[int, Period], ...] = ()
