"""Participants over a period: flows, shares, distributions, reasons for ending (F33-F40).

Everything is computed from counts and rounded once by whoever prints it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from finsam.fordelning import storsta_rest
from finsam.money import andel, avrunda
from uppfoljning.calculations import matt
from uppfoljning.calculations.antal import (
    NOLL,
    Konsandel,
    Konsantal,
    andelar,
    rakna,
    rakna_eller_noll,
    redovisat,
)
from uppfoljning.calculations.underlag import (
    Antal,
    Antalsnyckel,
    Rapportunderlag,
    Uppfoljningsunderlag,
)


def deltagarsummor(underlag: Uppfoljningsunderlag) -> dict[int, Antal]:
    """The counts of each insats over the whole period, by its number; only those that reported.

    Flows and what divides them are summed; ongoing at the start is taken from the first report
    and ongoing at the end from the last.
    """
    per_insats: dict[int, list[Rapportunderlag]] = defaultdict(list)
    for rapport in sorted(underlag.rapporter, key=lambda rad: rad.period.start):
        per_insats[rapport.insats].append(rapport)
    return {
        nr: summor
        for nr, rapporter in per_insats.items()
        if (summor := sammanlagt([rapport.antal for rapport in rapporter]))
    }


def sammanlagt(antalen: Sequence[Antal]) -> Antal:
    """Consecutive reports of one insats as one: flows summed, ongoing from the ends."""
    med_flode = [nr for nr, antal in enumerate(antalen) if redovisat(antal, matt.INSKRIVNA)]
    bara_i = {matt.PAGAENDE_START: med_flode[:1], matt.PAGAENDE_SLUT: med_flode[-1:]}
    svar: dict[Antalsnyckel, int] = {}
    for nr, antal in enumerate(antalen):
        for nyckel, tal in antal.items():
            if nr in bara_i.get(nyckel.matt, (nr,)):
                svar[nyckel] = svar.get(nyckel, 0) + tal
    return svar


def avslutade_hela_tiden(antal: Antal, tidigare: Konsantal) -> Konsantal | None:
    """Ended since the insats began: in the period, and `tidigare` before it (of the selector)."""
    i_perioden = rakna(antal, matt.AVSLUTADE)
    return None if i_perioden is None else i_perioden + tidigare


def till_arbete(antal: Antal) -> Konsantal | None:
    """Ended to work, with or without subsidy or in an own firm (F38)."""
    return rakna(antal, matt.AVSLUTSORSAK, matt.ARBETE)


def till_arbete_studier(antal: Antal) -> Konsantal | None:
    """Ended to work or studies (F33)."""
    return rakna(antal, matt.AVSLUTSORSAK, matt.ARBETE_STUDIER)


def till_arbete_studier_sokande(antal: Antal) -> Konsantal | None:
    """Ended to work or studies, or actively seeking work (F34)."""
    return rakna(antal, matt.AVSLUTSORSAK, (*matt.ARBETE_STUDIER, matt.ARBETSSOKANDE))


def andel_arbete_studier(antal: Antal) -> Konsandel:
    """To work or studies as a share of the named who ended (F33); None, not 0, for nobody."""
    return andelar(till_arbete_studier(antal), rakna(antal, matt.AVSLUTADE))


def andel_arbete_studier_sokande(antal: Antal) -> Konsandel:
    """The same with those actively seeking work (F34)."""
    return andelar(till_arbete_studier_sokande(antal), rakna(antal, matt.AVSLUTADE))


def konsfordelning(antal: Konsantal | None) -> tuple[int, int] | None:
    """Women and men in whole per cent of women + men, adding to 100 (F35).

    Women are rounded, men are the rest; those of unknown sex are left out. None for nobody.
    """
    if antal is None or (andel_k := andel(antal.k, antal.k + antal.m)) is None:
        return None
    kvinnor = int(avrunda(andel_k * 100))
    return kvinnor, 100 - kvinnor


@dataclass(frozen=True)
class Flode:
    """Ongoing at the start + in, and ended + ongoing at the end: equal, or someone is lost."""

    pagaende_start: Konsantal
    inskrivna: Konsantal
    avslutade: Konsantal
    pagaende_slut: Konsantal

    @property
    def deltagare(self) -> Konsantal:
        """Everyone who took part in the period (F36)."""
        return self.pagaende_start + self.inskrivna

    @property
    def ut(self) -> Konsantal:
        return self.avslutade + self.pagaende_slut

    @property
    def stammer(self) -> bool:
        return self.deltagare.summa == self.ut.summa


def flode(antal: Antal) -> Flode | None:
    """The flow of the period (F36); None where no flow is reported."""
    if not redovisat(antal, matt.INSKRIVNA):
        return None
    return Flode(*(rakna_eller_noll(antal, ett) for ett in matt.FLODE))


@dataclass(frozen=True)
class Fordelningsrad:
    """A category: how many, and its whole per cent of the population."""

    kategori: str
    antal: Konsantal
    procent: int


@dataclass(frozen=True)
class Fordelning:
    """A measure divided over those who came in; the per cents add to 100 (F37).

    `antal` is how many the categories hold together: what the per cents are shares of.
    """

    matt: str
    population: str
    antal: int
    rader: tuple[Fordelningsrad, ...]


def fordelning(antal: Antal, delat_matt: str, kategorier: Sequence[str]) -> Fordelning | None:
    """A background measure over `kategorier`, in their order; None where nobody is counted.

    Whole per cents by largest remainder; of equal remainders the first category gets it.
    """
    per_kategori = [rakna(antal, delat_matt, (kategori,)) or NOLL for kategori in kategorier]
    alla = sum(ett.summa for ett in per_kategori)
    if not alla:
        return None
    procent = storsta_rest(100, [ett.summa for ett in per_kategori])
    return Fordelning(
        delat_matt,
        matt.INSKRIVNA,
        alla,
        tuple(map(Fordelningsrad, kategorier, per_kategori, procent)),
    )


@dataclass(frozen=True)
class Avslutstabell:
    """Reasons for ending and the extent of the work, each by category, and the sums (F38)."""

    orsaker: Mapping[str, Konsantal]
    omfattning: Mapping[str, Konsantal]

    def av(self, *orsaker: str) -> Konsantal:
        """Several reasons together."""
        return sum((self.orsaker.get(ett, NOLL) for ett in orsaker), NOLL)

    @property
    def arbete(self) -> Konsantal:
        return self.av(*matt.ARBETE)

    @property
    def arbete_studier(self) -> Konsantal:
        return self.av(*matt.ARBETE_STUDIER)

    @property
    def summa_omfattning(self) -> Konsantal:
        return sum(self.omfattning.values(), NOLL)

    @property
    def stammer(self) -> bool:
        """The extents add to those who went to work."""
        return self.summa_omfattning.summa == self.arbete.summa


def avslutstabell(antal: Antal) -> Avslutstabell:
    """Only the categories that are counted stand in the mappings."""
    delar: dict[str, dict[str, Konsantal]] = {matt.AVSLUTSORSAK: {}, matt.OMFATTNING: {}}
    for nyckel in antal:
        if nyckel.matt in delar:
            rakning = rakna(antal, nyckel.matt, (nyckel.kategori,))
            delar[nyckel.matt][nyckel.kategori] = rakning or NOLL
    return Avslutstabell(delar[matt.AVSLUTSORSAK], delar[matt.OMFATTNING])


def andel_med_plan(antal: Antal) -> Konsandel:
    """Ended with a plan as a share of those who ended (F39)."""
    return andelar(rakna(antal, matt.MED_PLAN), rakna(antal, matt.AVSLUTADE))


def strikt_procent(andel_: Decimal | None) -> int | None:
    """A share as whole per cent where less than all never prints as 100 (F39)."""
    if andel_ is None:
        return None
    procent = int(avrunda(andel_ * 100))
    return 99 if procent == 100 and andel_ < 1 else procent


def snittid(antal: Antal) -> Konsandel:
    """Mean days in the insats of those who ended, unrounded, by sex and of all (F40)."""
    return andelar(rakna(antal, matt.DAGAR), rakna(antal, matt.AVSLUTADE))
