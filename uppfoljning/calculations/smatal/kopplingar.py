"""Figures that are tied by one sum: of each such set all but one give the last away.

By sex, by row, by category, by part of the year, and the flow of those who come and go. Hiding two
of every set settles most of what the audit would find, and costs next to nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from uppfoljning.calculations import matt
from uppfoljning.calculations.smatal.plan import (
    ALLA,
    ARBETE_STUDIER,
    DELTAGARE,
    HELA_TIDEN,
    Figurgrupp,
)
from uppfoljning.calculations.smatal.rakning import ALLA_KON

# The figures that one sum ties together: each as its group and sex.
Figurplats = tuple[Figurgrupp, str]
Koppling = tuple[Figurplats, ...]
KOLUMNER = (*ALLA_KON, ALLA)


def kopplingar(
    grupper: Iterable[Figurgrupp], tidigare: Iterable[Iterable[Figurgrupp]]
) -> tuple[Koppling, ...]:
    """Those of a release, given its figures and those of the year's releases before it."""
    alla = list(grupper)
    per_kon = (*_rader(alla), *_floden(alla), *_kategorier(alla), *_tider(alla, list(tidigare)))
    return (
        *(tuple((grupp, kon) for kon in KOLUMNER) for grupp in alla),
        *(tuple((grupp, kon) for grupp in ihop) for ihop in per_kon for kon in KOLUMNER),
    )


def _rader(grupper: list[Figurgrupp]) -> Iterator[list[Figurgrupp]]:
    """Rows and their sum."""
    per_matt: dict[str, list[Figurgrupp]] = defaultdict(list)
    for grupp in grupper:
        if not grupp.kategorier:
            per_matt[grupp.matt].append(grupp)
    for lika in per_matt.values():
        rader = [grupp for grupp in lika if grupp.niva == 0]
        for summa in (grupp for grupp in lika if grupp.niva):
            yield [summa, *(rad for rad in rader if rad.insatser <= summa.insatser)]


def _floden(grupper: list[Figurgrupp]) -> Iterator[list[Figurgrupp]]:
    """Who were there, came, left and are left; all who took part."""
    per_rad: dict[tuple[int, frozenset[int]], dict[str, Figurgrupp]] = defaultdict(dict)
    for grupp in grupper:
        if not grupp.kategorier:
            per_rad[grupp.niva, grupp.insatser][grupp.matt] = grupp
    for rad in per_rad.values():
        for matten in (matt.FLODE, (DELTAGARE, matt.PAGAENDE_START, matt.INSKRIVNA)):
            if all(ett in rad for ett in matten):
                yield [rad[ett] for ett in matten]


def _kategorier(grupper: list[Figurgrupp]) -> Iterator[list[Figurgrupp]]:
    """Categories and their sum; the same people divided in two ways."""
    delade = {(g.matt, g.kategorier): g for g in grupper if g.kategorier}
    hela = {g.matt: g for g in grupper if g.niva == 2 and not g.kategorier}

    def en_och_en(ett: str, bland: Iterable[str]) -> list[Figurgrupp]:
        return [delade[ett, (k,)] for k in bland if (ett, (k,)) in delade]

    for (ett, kategorier), grupp in delade.items():
        if len(kategorier) > 1:
            yield [grupp, *en_och_en(ett, kategorier)]
    if ARBETE_STUDIER in hela:
        yield [hela[ARBETE_STUDIER], *en_och_en(matt.AVSLUTSORSAK, matt.ARBETE_STUDIER)]
    for ett in (matt.AVSLUTSORSAK, *matt.BAKGRUND):
        whole = hela.get(matt.AVSLUTADE if ett == matt.AVSLUTSORSAK else matt.INSKRIVNA)
        delar = [g for (m, k), g in delade.items() if m == ett and len(k) == 1]
        if whole and delar:
            yield [whole, *delar]


def _tider(
    grupper: list[Figurgrupp], tidigare: list[Iterable[Figurgrupp]]
) -> Iterator[list[Figurgrupp]]:
    """A longer period and its parts; all who ended since the start, then and now."""
    fore: dict[object, list[Figurgrupp]] = defaultdict(list)
    for utgava in tidigare:
        for grupp in utgava:
            fore[grupp.vad].append(grupp)
    for grupp in grupper:
        allt = grupp.figurer[ALLA].delar
        delar = [g for g in fore[grupp.vad] if g.figurer[ALLA].delar < allt]
        if grupp.matt == HELA_TIDEN:
            yield from ([grupp, f, *_mellan(grupp, f, grupper)] for f in delar[-1:])
        elif allt.issubset(frozenset().union(*(g.figurer[ALLA].delar for g in delar))):
            for i_taget in _uppdelningar(delar, allt):
                yield [grupp, *i_taget]


def _mellan(nu: Figurgrupp, da: Figurgrupp, grupper: list[Figurgrupp]) -> list[Figurgrupp]:
    """Who ended in between, where it is a figure."""
    skillnad = nu.figurer[ALLA].delar - da.figurer[ALLA].delar
    return [g for g in grupper if g.figurer[ALLA].delar == skillnad][:1]


def _uppdelningar(delar: list[Figurgrupp], allt: frozenset[object]) -> Iterator[list[Figurgrupp]]:
    """The ways to put the whole together of parts of the same length."""
    per_langd: dict[int, list[Figurgrupp]] = defaultdict(list)
    for del_ in delar:
        per_langd[len(del_.perioder)].append(del_)
    for lika in per_langd.values():
        if frozenset().union(*(g.figurer[ALLA].delar for g in lika)) == allt:
            yield lika
