"""The follow-up of the budget as its page shows it: cells with words and links, and the months."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from ekonomi.calculations.budgetuppfoljning import (
    Budgetuppfoljning,
    Fynd,
    Uppfoljningsrad,
    Uppfoljningstabell,
)
from ekonomi.models import Budget, Prognos
from ekonomi.selectors.budgetuppfoljning import Uppfoljningsunderlag
from finsam.periods import ACKUMULERAD, Period
from finsam.typografi import MANADER, i_format, versal

DOKUMENT = "budgetuppfoljning"


@dataclass(frozen=True)
class Cellbild:
    """A figure as it is written; `adress` leads to what is behind it."""

    text: str
    adress: str = ""


@dataclass(frozen=True)
class Radbild:
    rad: Uppfoljningsrad
    celler: tuple[Cellbild, ...]
    varningar: tuple[str, ...]


@dataclass(frozen=True)
class Tabellbild:
    tabell: Uppfoljningstabell
    rader: tuple[Radbild, ...]


@dataclass(frozen=True)
class Uppfoljningsbild:
    uppfoljning: Budgetuppfoljning
    budget: Budget | None
    prognos: Prognos | None
    # The last month that is booked, in words, and whether the page tells of later ones.
    bokford: str
    efter_bokfort: bool
    tabeller: tuple[Tabellbild, ...]
    resultat: Radbild | None

    @property
    def fynd(self) -> tuple[Fynd, ...]:
        return self.uppfoljning.fynd


@dataclass(frozen=True)
class Manadsval:
    """The months that can be chosen, by year with the latest first, and the two beside."""

    aren: tuple[tuple[int, tuple[tuple[str, str], ...]], ...]
    vald: str
    fore: Period | None
    efter: Period | None


def bild(underlag: Uppfoljningsunderlag) -> Uppfoljningsbild:
    """The page's contents."""
    uppfoljning = underlag.uppfoljning
    tabeller = tuple(
        Tabellbild(tabell, tuple(_rad(uppfoljning, tabell, rad) for rad in tabell.rader))
        for tabell in (*uppfoljning.drift, *uppfoljning.resultat)
    )
    slutrad = uppfoljning.slutrad
    alla = [rad for tabell in tabeller for rad in tabell.rader]
    return Uppfoljningsbild(
        uppfoljning=uppfoljning,
        budget=underlag.budget,
        prognos=underlag.prognos,
        bokford=MANADER[underlag.bokford - 1] if underlag.bokford else "",
        efter_bokfort=underlag.bokford < uppfoljning.period.sista_manad,
        tabeller=tabeller,
        resultat=next((rad for rad in alla if rad.rad is slutrad), None),
    )


def manadsval(period: Period, bokforda: Mapping[int, int]) -> Manadsval:
    """The months of the years with a ledger, and of the period's own."""
    aren = sorted({*bokforda, period.ar}, reverse=True)
    return Manadsval(
        aren=tuple((ar, tuple(_manader(ar))) for ar in aren),
        vald=per(period),
        fore=_bredvid(period, -1, aren),
        efter=_bredvid(period, 1, aren),
    )


def per(period: Period) -> str:
    """The month as the address says it: "2021-08"."""
    return f"{period.ar}-{period.sista_manad:02}"


def underlagsadress(period: Period, tabell: str, rad: str, slag: str, for_: Period) -> str:
    """The page behind a figure of the follow-up's document."""
    delar = [DOKUMENT, period.kod, tabell, rad, f"{slag}-{for_.kod}"]
    return reverse("rapporter:underlag_detail", args=delar)


def _manader(ar: int) -> list[tuple[str, str]]:
    return [(f"{ar}-{nr:02}", f"{versal(namn)} {ar}") for nr, namn in enumerate(MANADER, 1)]


def _bredvid(period: Period, steg: int, aren: list[int]) -> Period | None:
    """The month before or after, within the years that can be chosen."""
    ar, manad = divmod(period.ar * 12 + period.sista_manad - 1 + steg, 12)
    return Period(ar, ACKUMULERAD, manad + 1) if ar in aren else None


def _rad(
    uppfoljning: Budgetuppfoljning, tabell: Uppfoljningstabell, rad: Uppfoljningsrad
) -> Radbild:
    if not rad.id:
        return Radbild(rad, (), ())
    period, aret = uppfoljning.period, Period(uppfoljning.period.ar)

    def cell(tal: Decimal | None, slag: str, for_: Period, enhet: str = "") -> Cellbild:
        text = i_format(tal, enhet or tabell.enhet)
        if tal is None:
            return Cellbild(text)
        return Cellbild(text, underlagsadress(period, tabell.id, rad.id, slag, for_))

    return Radbild(
        rad,
        (
            cell(rad.hittills, "budget", period),
            cell(rad.utfall, "utfall", period),
            cell(rad.diff, "diff", period),
            cell(rad.kvot, "kvot", period, "procent"),
            cell(rad.prognos, "prognos", aret),
            cell(rad.arsbudget, "budget", aret),
            cell(rad.mot_arsbudget, "arskvot", period, "procent"),
        ),
        rad.varningar(uppfoljning.granser),
    )
