"""Drawing a sample: the same every time, whatever the order of the rows, and fair."""

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from uppfoljning.calculations.stickprov import dra, ramsumma

NYCKLAR = st.lists(st.text(min_size=1, max_size=12), unique=True, max_size=60)
FRO = st.integers(0, 10**9)


def test_the_draw_is_the_documented_one() -> None:
    assert dra(2024, [f"A{nr}" for nr in range(1, 11)], 3) == I_TURORDNING


# Of printf '2024|A1' | sha256sum, and so on to A10: the three lowest, 15e92ce1 34d26cc5 4ac5c894.
I_TURORDNING = ("A6", "A10", "A1")


@given(FRO, NYCKLAR, st.integers(1, 70), st.randoms(use_true_random=False))
def test_the_same_seed_and_frame_give_the_same_rows(
    fro: int, nycklar: list[str], antal: int, slump: random.Random
) -> None:
    dragna = dra(fro, nycklar, antal)
    blandade = slump.sample(nycklar, len(nycklar))
    assert dra(fro, blandade, antal) == dragna
    assert len(set(dragna)) == len(dragna) == min(antal, len(nycklar))
    assert set(dragna) <= set(nycklar)
    # A larger sample begins with the smaller one.
    assert dra(fro, nycklar, antal + 1)[: len(dragna)] == dragna


@given(NYCKLAR, st.randoms(use_true_random=False))
def test_the_digest_tells_the_frame_and_not_its_order(
    nycklar: list[str], slump: random.Random
) -> None:
    assert ramsumma(slump.sample(nycklar, len(nycklar))) == ramsumma(nycklar)
    assert ramsumma([*nycklar, "x" * 20]) != ramsumma(nycklar)


def test_a_row_that_comes_twice_is_one_row() -> None:
    assert sorted(dra(1, ["a", "a", "b"], 3)) == ["a", "b"]


def test_every_row_is_drawn_about_as_often() -> None:
    # 2 000 draws of 5 from 50: each row is waited for 200 times, with a deviation of
    # √(2 000 × 0,1 × 0,9) = 13,4. Six of them either way is more than chance gives.
    nycklar = [f"rekvisition {nr}" for nr in range(50)]
    antal = Counter(nyckel for fro in range(2000) for nyckel in dra(fro, nycklar, 5))
    assert len(antal) == 50 and sum(antal.values()) == 10_000
    assert all(120 < ett < 280 for ett in antal.values())
