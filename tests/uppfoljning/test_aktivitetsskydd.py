"""Activities in a publication: which small counts are hidden, and what would give them back."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uppfoljning.calculations.aktiviteter import Aktivitetsrad
from uppfoljning.calculations.aktivitetsskydd import Aktivitetsskydd, skydda

TROSKEL = 5
Tal = tuple[int, int, int]


def _rad(kvinnor: int, man: int, okant: int = 0) -> Aktivitetsrad:
    return Aktivitetsrad("x", 1, kvinnor + man + okant, kvinnor, man, okant)


def _skydd(*talen: Tal) -> Aktivitetsskydd:
    rader = [_rad(*tal) for tal in talen]
    return skydda(rader, _rad(*(sum(kol) for kol in zip(*talen, strict=True))), TROSKEL)


@pytest.mark.parametrize(
    ("talen", "antal", "kon"),
    [
        # Nobody is few.
        ([(20, 10, 0), (6, 5, 0)], set(), set()),
        # 1 man of 20. Sums 59 and 21: 59 − 40 and 21 − 20 would give him back, so the next
        # smallest kind is hidden as well. 1 + 7 men together are not few.
        ([(19, 1, 0), (40, 20, 0), (15, 7, 0)], set(), {0, 2}),
        # 1 man, and none at the next: 1 + 0 is few still, so the third too: 1 + 0 + 20.
        ([(19, 1, 0), (30, 0, 0), (40, 20, 0)], set(), {0, 1, 2}),
        # One kind only: the sums are the same numbers (place 1).
        ([(19, 1, 0)], set(), {0, 1}),
        # Few men in all, 1 + 2 = 3: the sums are hidden for themselves, the third need not be.
        ([(19, 1, 0), (18, 2, 0), (30, 0, 0)], set(), {0, 1, 3}),
        # 3 whose sex is not known: all less women and men.
        ([(10, 10, 3), (20, 20, 9)], set(), {0, 1}),
        # 3 came in all: their number too, and the next smallest, with their divisions.
        ([(2, 1, 0), (40, 30, 0), (10, 9, 0)], {0, 2}, {0, 2}),
    ],
)
def test_small_counts_and_what_gives_them_back(talen, antal, kon):
    assert _skydd(*talen) == Aktivitetsskydd(frozenset(antal), frozenset(kon))


def test_a_kind_where_nobody_was_counted_has_nothing_to_hide_and_hides_nothing():
    oraknad = Aktivitetsrad("nätverk", 4, None, None, None, None, oraknade=4)
    summa = Aktivitetsrad("Summa", 5, 20, 19, 1, 0, oraknade=4)
    assert skydda([oraknad, _rad(19, 1)], summa, TROSKEL) == Aktivitetsskydd(
        frozenset(), frozenset({1, 2})
    )


SMA = st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(0, 1))


@given(st.lists(SMA, min_size=1, max_size=3))
def test_no_few_persons_can_be_worked_out_by_subtraction(talen):
    """Whatever is hidden: neither sums less the rest nor all less the other sex gives it."""
    skydd = _skydd(*talen)
    sista = len(talen)
    for nr, kol in product(range(sista), range(3)):
        if 0 < talen[nr][kol] < TROSKEL:
            assert nr in skydd.kon
    for dolda, delar in ((skydd.kon, talen), (skydd.antal, [(sum(tal),) for tal in talen])):
        egna = [delar[nr] for nr in dolda - {sista}]
        if egna and sista not in dolda:
            assert len(egna) > 1
            assert all(not 0 < sum(kol) < TROSKEL for kol in zip(*egna, strict=True))
    assert skydd.antal <= skydd.kon
