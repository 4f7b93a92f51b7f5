"""The hours that are paid, worked by hand: a meeting from 9 to 11 with six §§, 20 minutes each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrelse.calculations.narvarotid import Borta, kom_sent, narvarotid

NIO, ELVA = 9 * 60, 11 * 60


@pytest.mark.parametrize(
    ("fran", "till", "forsta", "sent"),
    [
        (0, 2, 0, True),
        (12, 14, 12, True),
        (12, 14, 13, True),  # § 12 was struck
        (13, 14, 12, False),
        (0, None, 0, False),  # never came
    ],
)
def test_vem_som_kom_sent(fran: int, till: int | None, forsta: int, sent: bool) -> None:
    assert kom_sent(fran, till, forsta) is sent


@pytest.mark.parametrize(
    ("borta", "minuter"),
    [
        ((), 120),
        ((Borta(0, 2, 9 * 60 + 30),), 90),  # came at 9.30, whatever the §
        ((Borta(0, 2),), 80),  # came at the third §: 2 × 20 minutes gone
        ((Borta(4, None, 10 * 60 + 30),), 90),  # left at 10.30
        ((Borta(4),), 80),  # left before the fifth: the last two gone
        # Away at the third and fourth §, 9.40 to 10.20.
        ((Borta(2, 4),), 80),
        # Left at 9.50 by the clock, back at the fifth §, 10.20 by the §§: 30 minutes.
        ((Borta(2, 4, 9 * 60 + 50),), 90),
        # The clock says later than the § of the return: nothing to take off.
        ((Borta(2, 3, 10 * 60 + 30),), 120),
        ((Borta(0, 1), Borta(2, 3), Borta(5)), 60),
        ((Borta(2, 4), Borta(3, 5)), 60),  # overlapping: 9.40 to 10.40, once
        ((Borta(0),), 0),
        ((Borta(0, None, 8 * 60),), 0),  # a time before the meeting
        ((Borta(5, None, 12 * 60),), 120),  # left when it was over
    ],
)
def test_minuter(borta: tuple[Borta, ...], minuter: int) -> None:
    assert narvarotid(NIO, ELVA, 6, borta) == minuter


def test_en_tredjedels_minut_avrundas() -> None:
    """10 minutes and three §§: a third of ten is 3 1/3, and 6 2/3 that remain are 7."""
    assert narvarotid(NIO, NIO + 10, 3, (Borta(2),)) == 7


def test_ett_mote_utan_punkter_och_ett_bakvant() -> None:
    assert narvarotid(NIO, ELVA, 0, ()) == 120
    assert narvarotid(ELVA, NIO, 3, (Borta(1),)) == 0


BORTA = st.builds(
    Borta,
    st.integers(0, 9),
    st.none() | st.integers(0, 9),
    st.none() | st.integers(0, 24 * 60 - 1),
)


@given(st.integers(0, 1439), st.integers(0, 600), st.integers(1, 10), st.lists(BORTA, max_size=5))
def test_tiden_ar_hogst_motets_och_minskar_med_varje_franvaro(
    borjan: int, langd: int, punkter: int, borta: list[Borta]
) -> None:
    tider = [narvarotid(borjan, borjan + langd, punkter, borta[:n]) for n in range(len(borta) + 1)]
    assert tider[0] == langd
    assert tider == sorted(tider, reverse=True)
    assert tider[-1] >= 0


@given(st.lists(BORTA, max_size=5))
def test_ordningen_och_dubbletter_spelar_ingen_roll(borta: list[Borta]) -> None:
    en = narvarotid(NIO, ELVA, 10, borta)
    assert narvarotid(NIO, ELVA, 10, [*reversed(borta), *borta]) == en
