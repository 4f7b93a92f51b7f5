"""An amount per year against a ceiling that moves: equity and the cap on it."""

from collections.abc import Sequence
from decimal import Decimal

from finsam.diagram.svg import FARGER, GRANS, KANT, linje, rekt, rita, text
from finsam.typografi import mkr

TOPP = 26
BOTTEN = 206
HOGER = 500
STAPEL = 46
SKYLT = HOGER + 14


def staplar_med_tak(
    id_: str,
    ar: Sequence[str],
    belopp: Sequence[Decimal | None],
    tak: Sequence[Decimal | None],
    namn: tuple[str, str],
    titel: str,
) -> str:
    """SVG: a bar per year, and across it a line where the ceiling is. Amounts in kr, any sign.

    `namn` is what the bars and the line are called.
    """
    tal = [float(b) for b in (*belopp, *tak) if b is not None]
    storst, minst = max([0.0, *tal]), min([0.0, *tal])
    skala = (BOTTEN - TOPP) / ((storst - minst) or 1)
    noll = BOTTEN + minst * skala
    steg = HOGER / max(len(ar), 1)
    delar = []
    for nr, artal in enumerate(ar):
        mitten = steg * (nr + 0.5)
        delar += _stapel(mitten, belopp[nr], noll, skala)
        delar += _tak(mitten, tak[nr], noll, skala, steg)
        delar.append(text(mitten, BOTTEN + 22, artal, "middle", fet=True))
        delar.append(text(mitten, BOTTEN + 39, f"tak {mkr(tak[nr])}", "middle", GRANS))
    delar.append(linje(0, noll, HOGER, noll, KANT))
    delar += [
        rekt(SKYLT, TOPP - 10, 12, 12, FARGER[0]),
        text(SKYLT + 19, TOPP, f"{namn[0]}, mkr"),
        linje(SKYLT, TOPP + 20, SKYLT + 12, TOPP + 20, GRANS, 3),
        text(SKYLT + 19, TOPP + 24, namn[1]),
    ]
    beskrivning = "; ".join(
        f"{a}: {namn[0].lower()} {mkr(b)} mkr, {namn[1].lower()} {mkr(t)} mkr"
        for a, b, t in zip(ar, belopp, tak, strict=True)
    )
    return rita(id_, BOTTEN + 46, titel, f"{beskrivning}.", delar)


def _stapel(mitten: float, belopp: Decimal | None, noll: float, skala: float) -> list[str]:
    hojd = float(belopp or 0) * skala
    overkant = noll - max(hojd, 0)
    return [
        rekt(mitten - STAPEL / 2, overkant, STAPEL, abs(hojd), FARGER[0]),
        text(mitten, overkant - 6, mkr(belopp), "middle"),
    ]


def _tak(mitten: float, tak: Decimal | None, noll: float, skala: float, steg: float) -> list[str]:
    if tak is None:
        return []
    y = noll - float(tak) * skala
    halva = min(STAPEL / 2 + 12, steg / 2)
    # A white edge keeps the line visible where it crosses the bar.
    return [
        linje(mitten - halva, y, mitten + halva, y, "#fff", 6),
        linje(mitten - halva, y, mitten + halva, y, GRANS, 3),
    ]
