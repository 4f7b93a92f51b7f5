"""Counts by sex, and how they are read out of a report: 0 is not the same as not reported.

A measure is reported where the report holds at least one row of it; its missing cells are then 0.
The four flows are reported together. Where nobody has ended, the parts of the ended are 0 too.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from finsam.money import andel
from uppfoljning.calculations.matt import (
    AVSLUTADE,
    AVSLUTSORSAK,
    DAGAR,
    FLODE,
    KVINNOR,
    MAN,
    MED_PLAN,
    OKANT,
    OMFATTNING,
)
from uppfoljning.calculations.underlag import Antal, Antalsnyckel

DELAR_AV_AVSLUTADE = (AVSLUTSORSAK, OMFATTNING, MED_PLAN, DAGAR)


@dataclass(frozen=True)
class Konsantal:
    """A count of women, men and those whose sex is not known; their sum."""

    k: int = 0
    m: int = 0
    okant: int = 0

    @property
    def summa(self) -> int:
        return self.k + self.m + self.okant

    def __add__(self, annan: "Konsantal") -> "Konsantal":
        return Konsantal(self.k + annan.k, self.m + annan.m, self.okant + annan.okant)

    def av(self, kon: str) -> int:
        """The count of one sex: "K", "M" or "okant"."""
        return {KVINNOR: self.k, MAN: self.m, OKANT: self.okant}[kon]


@dataclass(frozen=True)
class Konsandel:
    """Unrounded shares (1 = 100 %) by sex and of all; None where there is nobody to share."""

    k: Decimal | None
    m: Decimal | None
    alla: Decimal | None


NOLL = Konsantal()


def redovisat(antal: Antal, matt: str) -> bool:
    """Whether the report says anything of the measure."""
    tillsammans = FLODE if matt in FLODE else (matt,)
    return any(nyckel.matt in tillsammans for nyckel in antal)


def rakna(antal: Antal, matt: str, kategorier: Collection[str] | None = None) -> Konsantal | None:
    """The measure by sex, of the given categories or of all; None where it is not reported."""
    if not redovisat(antal, matt):
        ingen_avslutad = matt in DELAR_AV_AVSLUTADE and redovisat(antal, AVSLUTADE)
        return NOLL if ingen_avslutad and not rakna_eller_noll(antal, AVSLUTADE).summa else None
    per_kon = dict.fromkeys((KVINNOR, MAN, OKANT), 0)
    for nyckel, tal in antal.items():
        if nyckel.matt == matt and (kategorier is None or nyckel.kategori in kategorier):
            per_kon[nyckel.kon] += tal
    return Konsantal(per_kon[KVINNOR], per_kon[MAN], per_kon[OKANT])


def rakna_eller_noll(antal: Antal, matt: str) -> Konsantal:
    """The measure by sex; 0 where it is not reported."""
    return rakna(antal, matt) or NOLL


def andelar(del_: Konsantal | None, helhet: Konsantal | None) -> Konsandel:
    """`del_` / `helhet` by sex and of all; each None for a whole of 0 or what is not reported."""
    if del_ is None or helhet is None:
        return Konsandel(None, None, None)
    return Konsandel(
        andel(del_.k, helhet.k), andel(del_.m, helhet.m), andel(del_.summa, helhet.summa)
    )


def summera(antalen: Iterable[Antal]) -> dict[Antalsnyckel, int]:
    """Several insatser of the same period together: cell by cell."""
    alla: dict[Antalsnyckel, int] = {}
    for antal in antalen:
        for nyckel, tal in antal.items():
            alla[nyckel] = alla.get(nyckel, 0) + tal
    return alla


def fullstandigt(antal: Antal) -> dict[Antalsnyckel, int]:
    """The same counts, where a flow of K or M that is missing beside another flow is written 0."""
    if not redovisat(antal, FLODE[0]):
        return dict(antal)
    nollor = {Antalsnyckel(ett, "", kon): 0 for ett in FLODE for kon in (KVINNOR, MAN)}
    return nollor | dict(antal)
