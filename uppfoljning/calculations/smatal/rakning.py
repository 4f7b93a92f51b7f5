"""What a printed figure counts: the sum of which base counts, and a share of which others.

A base count is one number of one quarterly report (`Antalsdel`). A figure that is shown is a sum
of them; the same number may never be counted twice in it. Everything that is printed says so in
the same words, so that a publication can be asked what it gives away together with the others.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from uppfoljning.calculations.underlag import Antalsnyckel, Rapportunderlag

# The values of uppfoljning.choices, which knows Django and therefore is out of reach here.
KVINNOR, MAN, OKANT = "K", "M", "okant"
ALLA_KON = (KVINNOR, MAN, OKANT)
PAGAENDE_START, PAGAENDE_SLUT = "pagaende_start", "pagaende_slut"
INSKRIVNA, AVSLUTADE = "inskrivna", "avslutade"
AVSLUTADE_TIDIGARE = "avslutade_tidigare"
AVSLUTSORSAK = "avslutsorsak"
ARBETE = ("subventionerat", "ej_subventionerat", "eget_foretag")
ARBETE_STUDIER = (*ARBETE, "studerande")


@dataclass(frozen=True, order=True)
class Antalsdel:
    """A base count: of one insats and reporting period (its code), what, which category, sex.

    `period` is the code of the report's own period ("2021-K1"), or "<2021": before that year
    (only for those who ended before it, where a figure tells of the whole time).
    """

    insats: int
    period: str
    matt: str
    kategori: str = ""
    kon: str = OKANT


Delar = frozenset[Antalsdel]


@dataclass(frozen=True)
class Rakning:
    """What a figure counts: `taljare` alone is a count, with `namnare` a share or a mean.

    A share is `taljare` over `namnare`. What is divided by persons without being persons itself
    (days, kronor) has an empty `taljare`.
    """

    taljare: Delar
    namnare: Delar | None = None


def delar(
    rapporter: Iterable[Rapportunderlag],
    matt: str,
    kategorier: Iterable[str] = ("",),
    kon: Iterable[str] = ALLA_KON,
) -> Delar:
    """The base counts of a figure over these reports: flows of all of them, but of those ongoing
    at the start only each insats's first report, at the end only its last."""
    valda = list(rapporter)
    if matt == PAGAENDE_START:
        valda = _en_per_insats(reversed(valda))
    elif matt == PAGAENDE_SLUT:
        valda = _en_per_insats(valda)
    return frozenset(
        Antalsdel(rapport.insats, rapport.period.kod, str(matt), str(kategori), str(ett))
        for rapport, kategori, ett in product(valda, tuple(kategorier), tuple(kon))
    )


def hela_tiden(
    rapporter: Iterable[Rapportunderlag], ar: int, kon: Iterable[str] = ALLA_KON
) -> Delar:
    """Those who ended since the insats began: before the year `ar`, and in each of its reports.

    `rapporter` are all of the year's up to the end of the period, not only the period's own.
    """
    valda, valda_kon = list(rapporter), tuple(kon)
    fore = frozenset(
        Antalsdel(insats, f"<{ar}", AVSLUTADE_TIDIGARE, "", str(ett))
        for insats, ett in product({r.insats for r in valda}, valda_kon)
    )
    return fore | delar(valda, AVSLUTADE, kon=valda_kon)


def summa(delar: Delar, antal: Mapping[Antalsdel, int]) -> int:
    """How many the base counts are together; one that was not reported is none."""
    return sum(antal.get(del_, 0) for del_ in delar)


def basantal(rapporter: Iterable[Rapportunderlag]) -> dict[Antalsdel, int]:
    """Every base count of the reports."""
    return {
        _del(rapport, nyckel): antal
        for rapport in rapporter
        for nyckel, antal in rapport.antal.items()
    }


def _del(rapport: Rapportunderlag, nyckel: Antalsnyckel) -> Antalsdel:
    return Antalsdel(rapport.insats, rapport.period.kod, nyckel.matt, nyckel.kategori, nyckel.kon)


def _en_per_insats(rapporter: Iterable[Rapportunderlag]) -> list[Rapportunderlag]:
    """The last of the reports of each insats."""
    return list({rapport.insats: rapport for rapport in rapporter}.values())
