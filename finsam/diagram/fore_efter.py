"""An amount per year before and after something: pairs of bars, below the line where negative."""

from collections.abc import Sequence
from decimal import Decimal

from finsam.diagram.svg import BREDD, FARGER, GRANS, KANT, linje, rekt, rita, text
from finsam.typografi import med_enhet, tkr

TOPP = 46
BOTTEN = 226
STAPEL = 44
MELLANRUM = 6


def fore_och_efter(
    id_: str,
    ar: Sequence[str],
    fore: Sequence[Decimal],
    efter: Sequence[Decimal],
    namn: tuple[str, str],
    titel: str,
) -> str:
    """SVG: for each year a bar before and one after, with their values in tkr. Amounts in kr.

    `namn` is what the two are called. A bar below zero hangs from the line in a colour of its own
    and its value has its minus.
    """
    tal = [0.0, *(float(belopp) for belopp in (*fore, *efter))]
    skala = (BOTTEN - TOPP) / ((max(tal) - min(tal)) or 1)
    noll = BOTTEN + min(tal) * skala
    steg = BREDD / max(len(ar), 1)
    delar = _forklaring(namn, any(belopp < 0 for belopp in (*fore, *efter)))
    for nr, artal in enumerate(ar):
        mitten = steg * (nr + 0.5)
        for belopp, x, farg in (
            (fore[nr], mitten - STAPEL - MELLANRUM / 2, FARGER[5]),
            (efter[nr], mitten + MELLANRUM / 2, FARGER[0]),
        ):
            delar += _stapel(x, belopp, noll, skala, farg)
        delar.append(text(mitten, BOTTEN + 40, artal, "middle", fet=True))
    delar.append(linje(0, noll, BREDD, noll, KANT))
    return rita(id_, BOTTEN + 48, titel, beskrivning(ar, fore, efter, namn), delar)


def beskrivning(
    ar: Sequence[str], fore: Sequence[Decimal], efter: Sequence[Decimal], namn: tuple[str, str]
) -> str:
    """The values in words: "2023: före 12 549 tkr, efter −488 tkr; …"."""
    delar = (
        f"{a}: {namn[0].lower()} {med_enhet(b, 'tkr')}, {namn[1].lower()} {med_enhet(c, 'tkr')}"
        for a, b, c in zip(ar, fore, efter, strict=True)
    )
    return "; ".join(delar) + "."


def _stapel(x: float, belopp: Decimal, noll: float, skala: float, farg: str) -> list[str]:
    hojd = float(belopp) * skala
    skylt = noll - hojd - 6 if belopp >= 0 else noll - hojd + 15
    return [
        rekt(x, noll - max(hojd, 0), STAPEL, abs(hojd), GRANS if belopp < 0 else farg),
        text(x + STAPEL / 2, skylt, tkr(belopp), "middle", fet=belopp < 0),
    ]


def _forklaring(namn: tuple[str, str], negativt: bool) -> list[str]:
    ord_ = [(f"{namn[0]}, tkr", FARGER[5]), (f"{namn[1]}, tkr", FARGER[0])]
    if negativt:
        ord_.append(("Under noll", GRANS))
    delar: list[str] = []
    x = 0.0
    for ett, farg in ord_:
        delar += [rekt(x, 4, 12, 12, farg), text(x + 18, 14, ett)]
        x += 40 + 7.5 * len(ett)
    return delar
