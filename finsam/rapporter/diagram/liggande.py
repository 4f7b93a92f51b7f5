"""Outcome against budget, one horizontal bar each."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from finsam.diagram.svg import (
    BREDD,
    FARGER,
    KANT,
    SVAG,
    YTA,
    linje,
    rader,
    rekt,
    rita,
    text,
)
from finsam.money import andel
from finsam.typografi import procent, tkr

STAPLAR = 212
SLUT = 462
UTFALL, BUDGET = 526, 590
TECKEN = 31
RAD = 30
TUNN, TJOCK = 10, 20
RADHOJD_TEXT = 14


@dataclass(frozen=True)
class Post:
    """An outcome and its budget in kr, both positive when money is spent; None = none."""

    namn: str
    utfall: Decimal | None
    budget: Decimal | None

    @property
    def andel(self) -> Decimal | None:
        """The share of the budget that is used; None when there is none or nothing is known."""
        if self.utfall is None or self.budget is None:
            return None
        return andel(self.utfall, self.budget)


def liggande_staplar(id_: str, poster: Sequence[Post], titel: str) -> str:
    """SVG: per post the budget as an outlined box, the outcome as a filled bar in it, and both
    in words at the right (tkr, share of budget). An outcome beyond its budget leaves the box."""
    storst = max([1.0, *(float(b or 0) for p in poster for b in (p.utfall, p.budget))])
    skala = (SLUT - STAPLAR) / storst
    delar = [
        text(UTFALL, 11, "Utfall, tkr", "end", SVAG),
        text(BUDGET, 11, "Budget", "end", SVAG),
        text(BREDD, 11, "Andel", "end", SVAG),
    ]
    y = 20.0
    for post in poster:
        delar += _rad(post, y, skala)
        y += RAD
    delar.append(linje(STAPLAR, 20, STAPLAR, y, KANT))
    beskrivning = "; ".join(
        f"{p.namn}: utfall {tkr(p.utfall)} tkr, budget {tkr(p.budget)} tkr, {procent(p.andel)}"
        for p in poster
    )
    return rita(id_, y + 2, titel, f"{beskrivning}.", delar)


def _rad(post: Post, y: float, skala: float) -> list[str]:
    mitten = y + RAD / 2
    namn = rader(post.namn, TECKEN)
    overst = mitten + 4.5 - (len(namn) - 1) * RADHOJD_TEXT / 2
    delar = [text(0, overst + nr * RADHOJD_TEXT, rad) for nr, rad in enumerate(namn)]
    if post.budget and post.budget > 0:
        bredd = float(post.budget) * skala
        delar.append(rekt(STAPLAR, mitten - TJOCK / 2, bredd, TJOCK, YTA, KANT))
    if post.utfall and post.utfall > 0:
        bredd = float(post.utfall) * skala
        delar.append(rekt(STAPLAR, mitten - TUNN / 2, bredd, TUNN, FARGER[0]))
    baslinje = mitten + 4.5
    return [
        *delar,
        text(UTFALL, baslinje, tkr(post.utfall), "end"),
        text(BUDGET, baslinje, tkr(post.budget), "end"),
        text(BREDD, baslinje, procent(post.andel), "end", fet=True),
    ]
