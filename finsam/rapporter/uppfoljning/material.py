"""What the chapters on insatser and participants are made from, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from finsam.money import andel
from finsam.periods import Period
from finsam.rapporter.dokument import Kalla
from finsam.rapporter.uppfoljning.adresser import INGA_ADRESSER, Adresser
from uppfoljning.calculations.aktiviteter import Aktivitetsunderlag
from uppfoljning.calculations.antal import Konsantal
from uppfoljning.calculations.mal import Malutfallsrad
from uppfoljning.calculations.underlag import Antal, Rapportunderlag, Uppfoljningsunderlag


@dataclass(frozen=True)
class Insatsuppgift:
    """An insats of the register; `forlanger` the number of the one it renews.

    `slut` is its last day, `beslutat_slut` the last day that was decided when the period ended,
    `beviljad_till` the last day it has been granted money for, where the decisions are known.
    """

    nr: int
    namn: str
    kortnamn: str
    agare: str
    agartyp: str
    typ: str
    start: date
    slut: date
    beslutat_slut: date
    adress: str = ""
    forrehabiliterande: bool = False
    uppfoljningsslag: str = "inga"
    forlanger: int | None = None
    beviljad_till: date | None = None


@dataclass(frozen=True)
class Insatspengar:
    """An insats's money in the period, kr, costs positive.

    `utfall` is None where the year's ledger is not read in. `budget` is what was to be used by
    then: its own plan, or even over the months (`linjar`).
    """

    utfall: Decimal | None = None
    budget: Decimal | None = None
    linjar: Decimal | None = None
    utfallskalla: Kalla | None = None
    budgetkalla: Kalla | None = None

    @property
    def kvot(self) -> Decimal | None:
        """Outcome as a share of the budget to date (F13)."""
        if self.utfall is None or self.budget is None:
            return None
        return andel(self.utfall, self.budget)

    @property
    def egen_plan(self) -> bool:
        return self.budget != self.linjar


@dataclass(frozen=True)
class Malutfall:
    """A goal of an insats and what it came to; `status` the choice's value, the rest in words."""

    maltyp: str
    text: str
    status: str
    statusord: str
    utfall: str = ""


@dataclass(frozen=True)
class Slutord:
    """The final report of an insats, in its steering group's words."""

    sammanfattning: str = ""
    resultat: str = ""
    lardomar: str = ""


@dataclass(frozen=True)
class Projekt:
    """A project that others pay for; kr."""

    namn: str
    finansiar: str
    belopp: Decimal
    ungefarligt: bool
    aktorer: str
    adress: str


@dataclass(frozen=True)
class Deltagaruppgifter:
    """The counts of a period by insats, and who had ended before it.

    `arsrapporter` are the reports of the year up to the period's end, in order.
    """

    underlag: Uppfoljningsunderlag
    antal: Mapping[int, Antal] = field(default_factory=dict)
    tidigare: Mapping[int, Konsantal] = field(default_factory=dict)
    arsrapporter: tuple[Rapportunderlag, ...] = ()

    @property
    def period(self) -> Period:
        return self.underlag.period

    def raknade(self, *slag: str) -> tuple[int, ...]:
        """The insatser that are followed in one of these ways, by number."""
        return tuple(i.nr for i in self.underlag.insatser if i.uppfoljningsslag in slag)


@dataclass(frozen=True)
class Uppfoljningsmaterial:
    """A period's follow-up. `insatser` ran in it; `start` is where a chain of renewals began."""

    insatser: tuple[Insatsuppgift, ...] = ()
    start: Mapping[int, date] = field(default_factory=dict)
    deltagare: Deltagaruppgifter | None = None
    fore: Deltagaruppgifter | None = None
    pengar: Mapping[int, Insatspengar] = field(default_factory=dict)
    kvotgranser: tuple[int, int] = (80, 110)
    # Fewer persons than this are not shown in a publication; 0 where nothing is hidden.
    minsta_antal: int = 0
    slutord: Mapping[int, Slutord] = field(default_factory=dict)
    mal: Mapping[int, tuple[Malutfall, ...]] = field(default_factory=dict)
    projekt: tuple[Projekt, ...] = ()
    verksamhetsmal: tuple[Malutfallsrad, ...] = ()
    aktiviteter: tuple[Aktivitetsunderlag, ...] = ()
    aktivitetsadress: str = ""
    adresser: Adresser = INGA_ADRESSER

    @property
    def underlag(self) -> Uppfoljningsunderlag | None:
        """The period's reports; None where the document has no follow-up."""
        return self.deltagare.underlag if self.deltagare else None

    def rapporter(self, *nummer: int) -> tuple[Rapportunderlag, ...]:
        """The reports of the insatser, in order of period."""
        alla = self.underlag.rapporter if self.underlag else ()
        return tuple(sorted((r for r in alla if r.insats in nummer), key=lambda r: r.period.start))


INGEN_UPPFOLJNING = Uppfoljningsmaterial()
