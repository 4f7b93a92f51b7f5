"""What differs between an application and the one that it renews."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from difflib import SequenceMatcher

from finsam.money import NOLL
from finsam.periods import dagen_efter
from insatser.calculations.ansokan import Belopp

FORLANGNING = re.compile(r", förlängning \d{4}$")


@dataclass(frozen=True)
class Textdel:
    """A run of words: `slag` is "lika", "ny" or "borta"."""

    slag: str
    text: str


@dataclass(frozen=True)
class Faltskillnad:
    """A field that says something else than before; `delar` are its words, new and old."""

    rubrik: str
    fore: str
    efter: str
    delar: tuple[Textdel, ...]


@dataclass(frozen=True)
class Beloppsskillnad:
    """An amount per kind and payer in the n:th year (0 the first) before and now, in kr."""

    ar_nr: int
    kostnadsslag: str
    finansiering: str
    fore: Decimal
    efter: Decimal

    @property
    def skillnad(self) -> Decimal:
        return self.efter - self.fore


def nasta_period(start: date, slut: date) -> tuple[date, date]:
    """As long a time again, from the day after: whole months when start–slut is, else days."""
    ny_start = dagen_efter(slut)
    if start.day != 1 or ny_start.day != 1:
        return ny_start, ny_start + (slut - start)
    manader = (ny_start.year - start.year) * 12 + ny_start.month - start.month
    efter = ny_start.year * 12 + ny_start.month - 1 + manader
    return ny_start, date(efter // 12, efter % 12 + 1, 1) - timedelta(days=1)


def forlangt_namn(namn: str, ar: int) -> str:
    """The name of an insats that goes on in the year: "Vägen" → "Vägen, förlängning 2026"."""
    return f"{FORLANGNING.sub('', namn)}, förlängning {ar}"


def ordskillnad(fore: str, efter: str) -> tuple[Textdel, ...]:
    """The words of both texts in order, marked as kept, new or gone."""
    gamla, nya = fore.split(), efter.split()
    delar: list[Textdel] = []
    for slag, i1, i2, j1, j2 in SequenceMatcher(None, gamla, nya, autojunk=False).get_opcodes():
        if slag == "equal":
            delar.append(Textdel("lika", " ".join(gamla[i1:i2])))
            continue
        if i2 > i1:
            delar.append(Textdel("borta", " ".join(gamla[i1:i2])))
        if j2 > j1:
            delar.append(Textdel("ny", " ".join(nya[j1:j2])))
    return tuple(delar)


def jamfor_falt(fore: Mapping[str, str], efter: Mapping[str, str]) -> tuple[Faltskillnad, ...]:
    """The fields, by heading, whose text differs; those that are gone come last."""
    rubriker = [*efter, *(rubrik for rubrik in fore if rubrik not in efter)]
    return tuple(
        Faltskillnad(rubrik, gammal, ny, ordskillnad(gammal, ny))
        for rubrik in rubriker
        for gammal, ny in [(fore.get(rubrik, ""), efter.get(rubrik, ""))]
        if gammal.split() != ny.split()
    )


def jamfor_belopp(
    fore: Iterable[Belopp], efter: Iterable[Belopp], start_fore: int, start_efter: int
) -> tuple[Beloppsskillnad, ...]:
    """The amounts of either application, year by year from each one's first year.

    Every pair is there, also the equal ones, so that the columns add to the totals; in order of
    year, payer (the association first) and kind.
    """
    gamla = _efter_ar_nr(fore, start_fore)
    nya = _efter_ar_nr(efter, start_efter)
    nycklar: Sequence[tuple[int, str, str]] = sorted(
        gamla.keys() | nya.keys(), key=lambda n: (n[0], n[2] != "sof", n[1])
    )
    return tuple(
        Beloppsskillnad(*nyckel, gamla.get(nyckel, NOLL), nya.get(nyckel, NOLL))
        for nyckel in nycklar
    )


def _efter_ar_nr(poster: Iterable[Belopp], start: int) -> dict[tuple[int, str, str], Decimal]:
    return {(p.ar - start, p.kostnadsslag, p.finansiering): p.belopp for p in poster}
