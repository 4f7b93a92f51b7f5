"""What a printed figure counts: the sum of which base counts, and a share of which others.

A base count is one number of one quarterly report (`Antalsdel`). A figure that is shown is a sum
of them, each once. Everything that is printed says so in the same words, so that a publication
can be asked what it gives away together with the others.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from uppfoljning.calculations import matt
from uppfoljning.calculations.antal import redovisat
from uppfoljning.calculations.underlag import Rapportunderlag

ALLA_KON = (matt.KVINNOR, matt.MAN, matt.OKANT)


class Antalsdel(NamedTuple):
    """A base count: of one insats and reporting period (its code), what, which category, sex.

    `period` is the code of the report's own period ("2021-K1"), or "<2021": before that year
    (only for those who ended before it, where a figure tells of the whole time).
    """

    insats: int
    period: str
    matt: str
    kategori: str
    kon: str


Delar = frozenset[Antalsdel]


@dataclass(frozen=True)
class Rakning:
    """What a figure counts: `taljare` alone is a count, with `namnare` a share or a mean.

    What is divided by persons without being persons itself (days, kronor) has an empty `taljare`.
    """

    taljare: Delar
    namnare: Delar | None = None


def delar(
    rapporter: Sequence[Rapportunderlag],
    ett_matt: str,
    kategorier: Iterable[str] = ("",),
    kon: Iterable[str] = ALLA_KON,
) -> Delar:
    """The base counts of one row's figure: an insats with what it renews, reports in order.

    As `deltagare.sammanlagt` adds them: flows of all reports, but ongoing at the start only of the
    first with a flow, at the end of the last. Several rows together are the union (`|`) of theirs.
    """
    valda = list(rapporter)
    if ett_matt in (matt.PAGAENDE_START, matt.PAGAENDE_SLUT):
        med_flode = [rapport for rapport in valda if redovisat(rapport.antal, matt.INSKRIVNA)]
        valda = med_flode[:1] if ett_matt == matt.PAGAENDE_START else med_flode[-1:]
    return frozenset(
        Antalsdel(rapport.insats, rapport.period.kod, ett_matt, kategori, ett)
        for rapport, kategori, ett in product(valda, tuple(kategorier), tuple(kon))
    )


def hela_tiden(
    rapporter: Iterable[Rapportunderlag], ar: int, kon: Iterable[str] = ALLA_KON
) -> Delar:
    """Those who ended since the row's insats began: before the year `ar`, and in its reports.

    `rapporter` are all of the year's up to the end of the period, not only the period's own.
    """
    valda, valda_kon = list(rapporter), tuple(kon)
    fore = frozenset(
        Antalsdel(insats, fore_aret(ar), matt.AVSLUTADE_TIDIGARE, "", ett)
        for insats, ett in product({r.insats for r in valda}, valda_kon)
    )
    return fore | delar(valda, matt.AVSLUTADE, kon=valda_kon)


def fore_aret(ar: int) -> str:
    """The code of the time before a year."""
    return f"<{ar}"


def aret(del_: Antalsdel) -> int:
    """The year whose reports the base count belongs to."""
    return int(del_.period.removeprefix("<")[:4])


def basantal(rapporter: Iterable[Rapportunderlag]) -> dict[Antalsdel, int]:
    """Every base count of the reports."""
    return {
        Antalsdel(rapport.insats, rapport.period.kod, n.matt, n.kategori, n.kon): antal
        for rapport in rapporter
        for n, antal in rapport.antal.items()
    }


def summa(delar: Iterable[Antalsdel], antal: Mapping[Antalsdel, int]) -> int:
    """How many the base counts are together; one that was not reported is none."""
    return sum(antal.get(del_, 0) for del_ in delar)
