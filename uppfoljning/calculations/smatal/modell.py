"""What a reader can reckon with: the figures that are shown, and what must hold between counts.

The reader is granted all that the system itself demands of a report (F36, parts = whole), and
knows of a small figure that is hidden that it is small. What does not hold in the data is not
granted: it would lead the reader wrong.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import product

from uppfoljning.calculations import matt
from uppfoljning.calculations.smatal.plan import ARBETE_STUDIER, reducerad, variabel
from uppfoljning.calculations.smatal.rakning import ALLA_KON, Antalsdel, Delar


@dataclass(frozen=True)
class Samband:
    """`minst` ≤ the sum of coefficient × unknown ≤ `hogst`; None is no bound.

    `figur` are the unknowns of the shown figure that it comes from, None for what always holds.
    """

    termer: Mapping[Antalsdel, int]
    minst: int | None
    hogst: int | None
    figur: frozenset[Antalsdel] | None = None

    @property
    def likhet(self) -> bool:
        return self.minst == self.hogst

    def summa(self, varden: Mapping[Antalsdel, int]) -> int:
        return sum(tal * varden[del_] for del_, tal in self.termer.items())

    def inom(self, tal: int) -> bool:
        """Whether the sum may be this."""
        return (self.minst is None or tal >= self.minst) and (
            self.hogst is None or tal <= self.hogst
        )


@dataclass(frozen=True)
class Modell:
    """The unknowns with their true values (all are at least 0), and what always holds of them."""

    varden: Mapping[Antalsdel, int]
    samband: tuple[Samband, ...]


def bygg_modell(antal: Mapping[Antalsdel, int]) -> Modell:
    """The model of these base counts of persons."""
    varden: dict[Antalsdel, int] = defaultdict(int)
    for del_, tal in antal.items():
        if del_.matt == matt.DAGAR:
            continue
        for namn in reducerad((del_,), antal):
            if namn == del_:
                varden[variabel(del_)] += tal
        if del_.matt == matt.AVSLUTSORSAK and del_.kategori in matt.ARBETE_STUDIER:
            varden[variabel(del_, per_rad=True)] += tal
    kanda = dict(varden)
    perioder = sorted({del_.period for del_ in kanda})
    return Modell(
        kanda, tuple(ett for period in perioder for ett in _samband(period, kanda, antal))
    )


Bygge = Callable[[tuple[str, ...]], Samband]


def _samband(
    period: str, varden: Mapping[Antalsdel, int], antal: Mapping[Antalsdel, int]
) -> Iterator[Samband]:
    """What holds in one reporting period: of each sex, or where not so, of all."""
    har = [del_ for del_ in varden if del_.period == period]
    insatser = sorted({del_.insats for del_ in har if del_.insats})
    byggen = [
        *_delarnas(har),
        *(bygge for nr in insatser for bygge in _insatsens(nr, period, antal)),
    ]
    for bygge in byggen:
        per_kon = [bygge((kon,)) for kon in ALLA_KON]
        haller = [ett for ett in per_kon if _haller(ett, varden)]
        if len(haller) < len(per_kon) and _haller(alla := bygge(ALLA_KON), varden):
            haller.append(alla)
        yield from (ett for ett in haller if ett.termer)


def _delarnas(har: list[Antalsdel]) -> Iterator[Bygge]:
    """The parts of a whole, over all insatser."""

    def tag(ett: str, kon: tuple[str, ...], kategorier: Collection[str] = ()) -> list[Antalsdel]:
        return [
            del_
            for del_ in har
            if del_.matt == ett
            and del_.kon in kon
            and (not kategorier or del_.kategori in kategorier)
        ]

    yield lambda kon: _lika(
        tag(matt.AVSLUTSORSAK, kon, matt.ARBETE_STUDIER), tag(ARBETE_STUDIER, kon)
    )
    yield lambda kon: _lika(tag(matt.AVSLUTSORSAK, kon), tag(matt.AVSLUTADE, kon))
    yield lambda kon: _lika(tag(matt.OMFATTNING, kon), tag(matt.AVSLUTSORSAK, kon, matt.ARBETE))
    for ett in matt.BAKGRUND:
        yield partial(_over_inskrivna, tag, ett)


def _over_inskrivna(tag: Callable[..., list[Antalsdel]], ett: str, kon: tuple[str, ...]) -> Samband:
    return _lika(tag(ett, kon), tag(matt.INSKRIVNA, kon))


def _insatsens(nr: int, period: str, antal: Mapping[Antalsdel, int]) -> Iterator[Bygge]:
    """Who were there or came have left or are still there; who went to work or had a plan left."""

    def tag(ett: str, kon: tuple[str, ...]) -> Delar:
        return reducerad((Antalsdel(nr, period, ett, "", ett_kon) for ett_kon in kon), antal)

    def till_arbete(kon: tuple[str, ...]) -> Delar:
        orsaker = product(matt.ARBETE_STUDIER, kon)
        alla = (Antalsdel(nr, period, matt.AVSLUTSORSAK, *ett) for ett in orsaker)
        return frozenset(variabel(del_, per_rad=True) for del_ in alla if del_ in antal)

    yield lambda kon: _lika(
        (*tag(matt.PAGAENDE_START, kon), *tag(matt.INSKRIVNA, kon)),
        (*tag(matt.AVSLUTADE, kon), *tag(matt.PAGAENDE_SLUT, kon)),
    )
    yield lambda kon: _hogst(till_arbete(kon), tag(matt.AVSLUTADE, kon))
    yield lambda kon: _hogst(tag(matt.MED_PLAN, kon), tag(matt.AVSLUTADE, kon))


def _lika(ena: Collection[Antalsdel], andra: Collection[Antalsdel]) -> Samband:
    """The two add to the same; no bond at all where either is not reported."""
    return Samband(_skillnad(ena, andra), 0, 0)


def _hogst(del_: Collection[Antalsdel], helhet: Collection[Antalsdel]) -> Samband:
    """The part is at most the whole."""
    return Samband(_skillnad(del_, helhet), None, 0)


def _skillnad(ena: Collection[Antalsdel], andra: Collection[Antalsdel]) -> dict[Antalsdel, int]:
    if not ena or not andra:
        return {}
    termer = Counter(ena)
    termer.subtract(andra)
    return {del_: tal for del_, tal in termer.items() if tal}


def _haller(samband: Samband, varden: Mapping[Antalsdel, int]) -> bool:
    return samband.inom(samband.summa(varden))
