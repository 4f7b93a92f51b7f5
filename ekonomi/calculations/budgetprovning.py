"""What should be known before a budget is decided: warnings, never faults (23 §, KL 11:5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ekonomi.calculations.budgetposter import Post
from finsam.money import NOLL, summa
from finsam.rimlighet import enhetsmisstanke
from finsam.typografi import med_enhet, tkr

FOR_SENT = "Budgeten ska fastställas senast 30 november."


@dataclass(frozen=True)
class Planar:
    """A year between the last accounts and the budget: its planned result in kr."""

    ar: int
    resultat: Decimal


def sista_dag(verksamhetsar: int) -> date:
    """The day by which the year's budget is to be decided (23 §)."""
    return date(verksamhetsar - 1, 11, 30)


def for_sent(verksamhetsar: int, beslutad: date | None) -> str:
    """The warning when a year's first budget is decided after 30 November; else empty."""
    return FOR_SENT if beslutad and beslutad > sista_dag(verksamhetsar) else ""


def fritt_vid_arets_borjan(fritt: Decimal, mellanliggande: Iterable[Planar]) -> Decimal:
    """Free equity when the budget's year begins: as last booked, and the results planned since."""
    return summa((fritt, *(ar.resultat for ar in mellanliggande)))


def underskott(resultat: Decimal, fritt: Decimal | None) -> str:
    """The warning when the year's deficit is larger than the free equity (F6); else empty.

    Without accounts (None) there is nothing to judge by.
    """
    if fritt is None or resultat >= NOLL or -resultat <= max(fritt, NOLL):
        return ""
    return (
        f"Underskottet {med_enhet(-resultat, 'tkr')} är större än fritt eget kapital "
        f"{med_enhet(fritt, 'tkr')}."
    )


def fel_enhet(post: Post, fg_ar: int) -> str:
    """The warning when an amount is far from what it may be compared with; else empty."""
    if post.belopp is None:
        return ""
    jamforelser = (
        (post.beviljat, "det insatsen har beviljats"),
        (post.fg_budget, f"budgeten {fg_ar}"),
        (post.fg_utfall, "utfallet"),
    )
    for jamforelse, an_vad in jamforelser:
        if jamforelse:
            return enhetsmisstanke(post.belopp, jamforelse, an_vad)
    return ""


def mot_beviljat(post: Post) -> str:
    """A word when an insats is budgeted at another amount than it has been granted; else empty."""
    if post.belopp is None or post.beviljat is None or post.belopp == post.beviljat:
        return ""
    return f"Insatsen har beviljats {tkr(-post.beviljat)} tkr, budgeten har {tkr(-post.belopp)}."


def postvarningar(poster: Iterable[Post], fg_ar: int) -> Iterator[tuple[Post, str]]:
    """Each post that looks wrong, with the sentence that says why."""
    for post in poster:
        if text := fel_enhet(post, fg_ar) or mot_beviljat(post):
            yield post, text
