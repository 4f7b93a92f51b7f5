"""Income beside cost per year, the cost stacked by block."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from finsam.diagram.svg import BREDD, FARGER, KANT, SVAG, linje, rekt, rita, text
from finsam.typografi import mkr

BOTTEN = 268
TOPP = 24
HOJD = 292
VANSTER = 8
LEGEND = 418
STAPEL = 30
MELLANRUM = 4
# A segment lower than a line of text carries no number of its own.
LAGSTA_MED_TAL = 15


@dataclass(frozen=True)
class Serie:
    """A named row of amounts in kr, one per year; None where there is none."""

    namn: str
    belopp: tuple[Decimal | None, ...]


def artalsstaplar(
    id_: str, ar: Sequence[str], intakter: Serie, kostnader: Sequence[Serie], titel: str
) -> str:
    """SVG: for each year a bar of income and one of costs by block. Amounts in kr, costs > 0."""
    summor = [sum(_over_noll(s.belopp[nr]) for s in kostnader) for nr in range(len(ar))]
    storst = max([*summor, *(_over_noll(b) for b in intakter.belopp), 1])
    skala = (BOTTEN - TOPP) / storst
    steg = (LEGEND - 2 * VANSTER) / max(len(ar), 1)
    delar = []
    for nr, namn in enumerate(ar):
        mitten = VANSTER + steg * (nr + 0.5)
        hojd = _over_noll(intakter.belopp[nr]) * skala
        x = mitten - STAPEL - MELLANRUM / 2
        delar.append(rekt(x, BOTTEN - hojd, STAPEL, hojd, FARGER[0]))
        delar.append(_varde(x, BOTTEN - hojd, intakter.belopp[nr]))
        delar += _stapel(mitten + MELLANRUM / 2, [s.belopp[nr] for s in kostnader], skala)
        delar.append(text(mitten, BOTTEN + 19, namn, "middle", fet=True))
    delar.append(linje(VANSTER, BOTTEN, LEGEND - VANSTER, BOTTEN, KANT))
    if ar:
        delar += _forklaring(ar[-1], intakter, kostnader)
    return rita(id_, HOJD, titel, _beskrivning(ar, intakter, kostnader), delar)


def _over_noll(belopp: Decimal | None) -> float:
    return max(float(belopp or 0), 0.0)


def _varde(x: float, y: float, belopp: Decimal | float | None) -> str:
    tecken = mkr(None if belopp is None else Decimal(belopp))
    return text(x + STAPEL / 2, y - 5, tecken, "middle")


def _stapel(x: float, belopp: Sequence[Decimal | None], skala: float) -> list[str]:
    delar, y = [], float(BOTTEN)
    for nr, del_ in enumerate(belopp, start=1):
        hojd = _over_noll(del_) * skala
        if hojd <= 0:
            continue
        y -= hojd
        # The white edge keeps neighbours apart for those who see no difference in colour.
        delar.append(rekt(x, y, STAPEL, hojd, FARGER[nr % len(FARGER)], "#fff"))
        if hojd >= LAGSTA_MED_TAL:
            delar.append(text(x + STAPEL / 2, y + hojd / 2 + 4.5, mkr(del_), "middle", "#fff"))
    summa = sum((b for b in belopp if b is not None), Decimal(0))
    return [*delar, _varde(x, y, summa)]


def _forklaring(ar: str, intakter: Serie, kostnader: Sequence[Serie]) -> list[str]:
    """The names in the order of the bars, with the last year's amounts, to the right."""
    delar = [text(BREDD, TOPP, f"{ar}, mkr", "end", SVAG)]
    y = TOPP
    for nr, serie in enumerate((*reversed(kostnader), intakter)):
        y += 36 if serie is intakter else 24
        farg = FARGER[(len(kostnader) - nr) % len(FARGER)]
        delar.append(rekt(LEGEND, y - 11, 12, 12, farg))
        delar.append(text(LEGEND + 19, y, serie.namn))
        delar.append(text(BREDD, y, mkr(serie.belopp[-1]), "end"))
    return delar


def _beskrivning(ar: Sequence[str], intakter: Serie, kostnader: Sequence[Serie]) -> str:
    return " ".join(
        f"{serie.namn}, mkr: "
        + ", ".join(f"{namn} {mkr(b)}" for namn, b in zip(ar, serie.belopp, strict=True))
        + "."
        for serie in (intakter, *kostnader)
    )
