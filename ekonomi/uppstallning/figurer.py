"""Named figures of the statements, for the texts: the same figures as in the tables.

rad_id          the row's first outcome of the report's year
rad_id.fg       the same, last year
rad_id.budget   the row's first budget of the report's year
rad_id.diff     outcome − budget of the year
rad_id.prognos  what the whole year is thought to end at
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ekonomi.uppstallning.berakna import Berakning
from ekonomi.uppstallning.mall import Kolumnmall, Tabellmall

SUFFIX = {
    "fg": ("utfall", -1),
    "budget": ("budget", 0),
    "diff": ("diff", 0),
    "prognos": ("prognos", 0),
}


@dataclass(frozen=True)
class Figur:
    """An exact figure in base unit (kr, share 0-1, count); None is "nothing".

    `enhet` is what its table shows it in (kr, tkr, mkr, procent, antal). `tabell` and `kolumn`
    (None when no column shows it) say where the reader finds it.
    """

    namn: str
    tal: Decimal | None
    enhet: str
    tabell: str
    rad: str
    kolumn: int | None


def figurer(berakning: Berakning) -> dict[str, Figur]:
    """Every named figure of every row that has an id, rows per konto and insats included."""
    return {figur.namn: figur for figur in _alla(berakning)}


def _alla(berakning: Berakning) -> Iterator[Figur]:
    for id_, (tabell, _) in berakning.rader.items():
        enhet = berakning.enhet(id_)
        for suffix, (slag, ar) in {"": ("utfall", 0), **SUFFIX}.items():
            plats, kolumn = _kolumn(tabell, slag, ar)
            tal = berakning.varde(id_, slag, berakning.kolumnperiod(kolumn))
            namn = f"{id_}.{suffix}" if suffix else id_
            yield Figur(namn, tal, enhet, tabell.id, id_, plats)


def _kolumn(tabell: Tabellmall, slag: str, ar: int) -> tuple[int | None, Kolumnmall]:
    """The table's own column of that kind and year, else one that follows the report's period."""
    for plats, kolumn in enumerate(tabell.kolumner):
        if (kolumn.slag, kolumn.ar) == (slag, ar):
            return plats, kolumn
    return None, Kolumnmall(slag, ar)
