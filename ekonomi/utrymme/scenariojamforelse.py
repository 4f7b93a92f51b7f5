"""Two scenarios and the year without them, as their page shows them: a group per measure, tkr."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ekonomi.calculations.utrymmesjamforelse import MATT
from ekonomi.utrymme.rum import RADER, Rum
from ekonomi.utrymme.tabell import med_tecken
from finsam.typografi import tkr

UTAN = "Utan val"


@dataclass(frozen=True)
class Rad:
    """A line of a measure: whose it is, and each year; `skillnad`: a difference between two."""

    etikett: str
    celler: tuple[str, ...]
    skillnad: bool = False


@dataclass(frozen=True)
class Grupp:
    """A measure with its lines."""

    etikett: str
    rader: tuple[Rad, ...]


@dataclass(frozen=True)
class Scenariojamforelse:
    aren: tuple[int, ...]
    grupper: tuple[Grupp, ...]


def jamforelsegrupper(a: Rum, b: Rum, namn: tuple[str, str]) -> Scenariojamforelse:
    """What is left by both and by neither, year by year; measures where all are alike are left out.

    The year without choices is that of `a`.
    """
    fore = {rum.ar: rum for rum, _ in a.jamforelse.matande}
    ena = {rum.ar: rum for _, rum in a.jamforelse.matande}
    andra = {rum.ar: rum for _, rum in b.jamforelse.matande}
    aren = tuple(sorted({*ena, *andra}))
    grupper = []
    for id_, las in MATT:
        rader = [
            [None if (rum := spel.get(ar)) is None else las(rum) for ar in aren]
            for spel in (fore, ena, andra)
        ]
        if any(rader[0] != rad for rad in rader[1:]):
            grupper.append(Grupp(RADER[id_][0], _rader(rader, namn)))
    return Scenariojamforelse(aren, tuple(grupper))


def _rader(rader: Sequence[Sequence[Decimal | None]], namn: tuple[str, str]) -> tuple[Rad, ...]:
    bas, a, b = rader
    return (
        Rad(UTAN, _skrivna(bas)),
        Rad(namn[0], _skrivna(a)),
        Rad(namn[1], _skrivna(b)),
        Rad(f"{namn[0]} mot utan val", _skillnader(a, bas), skillnad=True),
        Rad(f"{namn[1]} mot utan val", _skillnader(b, bas), skillnad=True),
        Rad(f"{namn[1]} mot {namn[0]}", _skillnader(b, a), skillnad=True),
    )


def _skrivna(belopp: Sequence[Decimal | None]) -> tuple[str, ...]:
    return tuple(tkr(ett) for ett in belopp)


def _skillnader(nya: Sequence[Decimal | None], gamla: Sequence[Decimal | None]) -> tuple[str, ...]:
    par = zip(nya, gamla, strict=True)
    return tuple(
        med_tecken(None if ny is None or gammal is None else ny - gammal) for ny, gammal in par
    )
