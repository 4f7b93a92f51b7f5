"""The chart of an amount before and after: words, signs, and numbers that can be drawn."""

import re
from decimal import Decimal
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from finsam.diagram.fore_efter import fore_och_efter

NAMN = ("Före", "Efter")


def test_values_stand_in_words_and_what_is_below_zero_is_told():
    svg = fore_och_efter(
        "x",
        ["2022", "2023"],
        [Decimal(462_000), Decimal(12_548_000)],
        [Decimal(462_000), Decimal(-489_000)],
        NAMN,
        "Minst är det 2023",
    )
    assert "2023: före 12\u00a0548\u00a0tkr, efter −489\u00a0tkr." in svg
    assert ">−489</text>" in svg
    assert "Under noll" in svg


def test_nothing_below_zero_needs_no_word_for_it():
    svg = fore_och_efter("x", ["2022"], [Decimal(1)], [Decimal(0)], NAMN, "t")
    assert "Under noll" not in svg


BELOPP = st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1, max_size=6)


@given(BELOPP, BELOPP)
def test_every_amount_can_be_drawn(fore, efter):
    antal = min(len(fore), len(efter))
    ar = [str(2021 + nr) for nr in range(antal)]
    svg = fore_och_efter("x", ar, fore[:antal], efter[:antal], ('"<&>', "b"), "t")
    ElementTree.fromstring(svg)
    assert not re.search(r'"(nan|-?inf|-?\d+e)', svg)
    assert not re.search(r'(width|height)="-', svg)
