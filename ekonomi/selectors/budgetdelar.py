"""A budget spread over the parts of its year: halves, tertials or quarters (F13)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ekonomi.calculations.budgetmanader import budget_i_delen
from ekonomi.calculations.budgetposter import Grupp, Post
from ekonomi.selectors.budget import Budgetbild
from finsam.money import summa
from finsam.periods import Period, delperioder
from finsam.rytm import rytm

SLAG = {"H": "Halvår", "T": "Tertial", "K": "Kvartal"}


@dataclass(frozen=True)
class Budgetdelar:
    """The blocks of a budget by part of the year; each row's parts add to its year."""

    slag: str
    val: tuple[tuple[str, str], ...]
    perioder: tuple[Period, ...]
    rader: tuple[tuple[Grupp, tuple[Decimal, ...]], ...]
    totalt: tuple[Decimal, ...]


def budgetdelar(bild: Budgetbild, slag: str) -> Budgetdelar:
    """The parts of that kind; of the association's own rhythm when the kind is unknown."""
    slag = slag if slag in SLAG else rytm()
    perioder = delperioder(Period(bild.budget.verksamhetsar), slag)
    rader = tuple(
        (grupp, _delar(bild, grupp.poster, perioder))
        for grupp in bild.grupper()
        if any(post.belopp for post in grupp.poster)
    )
    totalt = tuple(summa(delar[nr] for _, delar in rader) for nr in range(len(perioder)))
    return Budgetdelar(slag, tuple(SLAG.items()), perioder, rader, totalt)


def _delar(
    bild: Budgetbild, poster: Iterable[Post], perioder: Sequence[Period]
) -> tuple[Decimal, ...]:
    return tuple(
        summa(
            budget_i_delen(post.belopp, period, post.manader, bild.spann(post))
            for post in poster
            if post.belopp is not None
        )
        for period in perioder
    )
