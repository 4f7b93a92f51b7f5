"""What a survey says, worked by hand, and what is not said when few have answered (F44)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam import typografi
from uppfoljning.calculations.enkat import (
    SKALOR,
    Frageunderlag,
    Omgangsunderlag,
    frageutfall,
    minsta_svar,
    omgangsresultat,
    svarsfrekvens,
)
from uppfoljning.choices import Skala

FRAGA = Frageunderlag(1, 1, "Fungerar samverkan?", "instammer")
FRITEXT = Frageunderlag(2, 2, "Vad kan bli bättre?", "fritext")


def test_every_scale_has_its_steps():
    assert set(SKALOR) == set(Skala.values)
    assert (len(SKALOR["instammer"]), len(SKALOR["ja_nej"])) == (5, 4)


@pytest.mark.parametrize(
    ("svar", "utskick", "text"),
    [(14, 22, "64\u00a0%"), (20, 28, "71\u00a0%"), (0, 0, "–"), (0, 5, "0\u00a0%")],
)
def test_share_who_answered(svar, utskick, text):
    assert typografi.procent(svarsfrekvens(svar, utskick)) == text


@pytest.mark.parametrize(
    ("skala", "antal", "procent", "instammer"),
    [
        # 14 answers: 1/14 = 7,1  2/14 = 14,3  3/14 = 21,4  5/14 = 35,7  3/14 = 21,4; the floors
        # add to 98, and 35,7 and the first 21,4 are the nearest: 7 14 22 36 21. Top two 8/14 = 57.
        ("instammer", {0: 2, 1: 1, 2: 2, 3: 3, 4: 5, 5: 3}, (7, 14, 22, 36, 21), 57),
        # 8 answers: 0, 2/8, 3/8 = 37,5, 3/8: the first of equals is rounded up. Top two 6/8 = 75.
        ("ja_nej", {2: 2, 3: 3, 4: 3}, (0, 25, 38, 37), 75),
        ("ja_nej", {4: 5}, (0, 0, 0, 100), 100),
    ],
)
def test_distribution_and_those_who_agree(skala, antal, procent, instammer):
    utfall = frageutfall(skala, antal, 5)
    assert tuple(steg.procent for steg in utfall.steg) == procent
    assert utfall.instammer == instammer
    assert utfall.hoppade_over == antal.get(0, 0)


@given(st.lists(st.integers(0, 300), min_size=5, max_size=5))
def test_parts_make_the_whole_and_agreeing_is_within_it(antal):
    utfall = frageutfall("instammer", dict(enumerate(antal, start=1)), 5)
    if sum(antal) < 5:
        assert utfall is None
        return
    assert sum(steg.procent for steg in utfall.steg) == 100
    assert sum(steg.antal for steg in utfall.steg) == utfall.besvarade == sum(antal)
    assert 0 <= utfall.instammer <= 100


def omgang(*steg: int, texter: tuple[str, ...] = ()) -> Omgangsunderlag:
    """Counters of the first question from step 0, and of the text question what fits them."""
    rakningar = {1: dict(enumerate(steg)), 2: {0: sum(steg) - len(texter), 1: len(texter)}}
    return Omgangsunderlag(1, "hösten", date(2024, 11, 30), 22, rakningar, {2: texter})


def test_fewer_than_five_answers_are_not_there_at_all():
    resultat = omgangsresultat(omgang(0, 1, 1, 1, 1, 0, texter=("Mer tid.",)), (FRAGA, FRITEXT), 5)
    assert (resultat.visas, resultat.fragor, resultat.texter) == (False, {}, {})


def test_a_question_that_few_answered_is_missing_though_the_round_is_shown():
    resultat = omgangsresultat(omgang(3, 0, 0, 0, 2, 2, texter=("Mer tid.",)), (FRAGA, FRITEXT), 5)
    assert (resultat.svar, resultat.visas, resultat.fragor) == (7, True, {})
    assert resultat.texter == {2: ("Mer tid.",)}
    assert resultat.svarsfrekvens == Decimal(7) / Decimal(22)


@pytest.mark.parametrize(("installt", "galler"), [(0, 5), (5, 5), (10, 10)])
def test_the_promise_of_five_holds_whatever_is_set(installt, galler):
    assert minsta_svar(installt) == galler
