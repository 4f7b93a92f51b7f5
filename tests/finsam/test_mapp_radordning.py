"""Rows that point at others of the same file come after them."""

import pytest

from finsam.mapp.radordning import utpekade_forst


@pytest.mark.parametrize(
    ("rader", "vantat"),
    [
        ([("a", ""), ("b", "a")], "ab"),
        ([("b", "a"), ("a", "")], "ab"),
        ([("c", "b"), ("b", "a"), ("x", ""), ("a", "")], "abcx"),
        ([("b", "a"), ("c", "a"), ("a", "")], "abc"),
        ([("a", "finns inte"), ("b", "")], "ab"),
        ([("a", "b"), ("b", "a")], "ba"),  # a ring: a's pointer is there, b's is not
        ([("a", "a")], "a"),
    ],
)
def test_the_row_pointed_at_comes_first(rader, vantat):
    ordnade = utpekade_forst(rader, lambda rad: [rad[0]], lambda rad: rad[1] or None)
    assert "".join(namn for namn, _ in ordnade) == vantat
