"""Shares of a whole, and pairs of women and men: horizontal bars with their values in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from finsam.diagram.svg import (
    BREDD,
    FARGER,
    KANT,
    SVAG,
    linje,
    rader,
    rekt,
    rita,
    text,
)

NAMN = 212
SLUT = 570
RAD = 30
TJOCK = 18
TUNN = 13
TECKEN = 31
RADHOJD_TEXT = 14
MELLAN = 4


@dataclass(frozen=True)
class Stapel:
    """A bar: its name, its length in any unit, and how the value is written."""

    namn: str
    langd: Decimal | int | None
    skrivet: str


def andelsstaplar(id_: str, staplar: Sequence[Stapel], titel: str) -> str:
    """SVG: a bar each, as long as its value; without one there is only what is written."""
    skala = (SLUT - NAMN) / _storst(staplar)
    delar, y = [], 4.0
    for stapel in staplar:
        mitten = y + RAD / 2
        delar += _namn(stapel.namn, mitten)
        delar += _stapel(stapel, mitten - TJOCK / 2, TJOCK, skala, FARGER[0])
        y += RAD
    delar.append(linje(NAMN, 4, NAMN, y, KANT))
    return rita(id_, y + 2, titel, _beskrivning(staplar), delar)


def parstaplar(
    id_: str, par: Sequence[tuple[Stapel, Stapel]], namn: tuple[str, str], titel: str
) -> str:
    """SVG: two bars under each name; the first of each pair carries it. `namn` tells them apart."""
    skala = (SLUT - NAMN) / _storst([stapel for ett in par for stapel in ett])
    delar = _forklaring(namn)
    hojd = 2 * TUNN + MELLAN + 12
    y = 26.0
    for forsta, andra in par:
        mitten = y + hojd / 2
        delar += _namn(forsta.namn, mitten)
        overst = mitten - TUNN - MELLAN / 2
        delar += _stapel(forsta, overst, TUNN, skala, FARGER[0])
        delar += _stapel(andra, overst + TUNN + MELLAN, TUNN, skala, FARGER[2])
        y += hojd
    delar.append(linje(NAMN, 26, NAMN, y, KANT))
    beskrivning = "; ".join(
        f"{forsta.namn}: {namn[0].lower()} {forsta.skrivet}, {namn[1].lower()} {andra.skrivet}"
        for forsta, andra in par
    )
    return rita(id_, y + 2, titel, f"{beskrivning}.", delar)


def _storst(staplar: Sequence[Stapel]) -> float:
    return max([float(s.langd or 0) for s in staplar], default=0) or 1.0


def _namn(namn: str, mitten: float) -> list[str]:
    delar = rader(namn, TECKEN)
    overst = mitten + 4.5 - (len(delar) - 1) * RADHOJD_TEXT / 2
    return [text(0, overst + nr * RADHOJD_TEXT, rad) for nr, rad in enumerate(delar)]


def _stapel(stapel: Stapel, y: float, hojd: float, skala: float, farg: str) -> list[str]:
    bredd = max(float(stapel.langd or 0), 0.0) * skala
    ruta = [rekt(NAMN, y, bredd, hojd, farg)] if bredd else []
    return [*ruta, text(NAMN + bredd + 6, y + hojd / 2 + 4.5, stapel.skrivet)]


def _forklaring(namn: tuple[str, str]) -> list[str]:
    delar: list[str] = []
    for nr, ett in enumerate(namn):
        x = NAMN + nr * 110
        delar += [rekt(x, 2, 12, 12, FARGER[2 * nr]), text(x + 18, 12, ett)]
    return [*delar, text(BREDD, 12, "dagar", "end", SVAG)]


def _beskrivning(staplar: Sequence[Stapel]) -> str:
    return "; ".join(f"{stapel.namn}: {stapel.skrivet}" for stapel in staplar) + "."
