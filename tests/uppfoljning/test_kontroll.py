"""Findings about a report's counts: what stops it, what is told, in which words."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.money import avrunda
from finsam.periods import las_period
from tests.uppfoljning.antal import antal, fakta
from uppfoljning.calculations.antal import Konsantal
from uppfoljning.calculations.kontroll import (
    granska,
    granska_andel,
    granska_summa,
    mojlig_andel,
)

KVARTAL = las_period("2021-K2")
# 14 + 3 = 8 + 9 and 10 + 2 = 4 + 8
HELT = {
    "pagaende_start": (14, 10),
    "inskrivna": (3, 2),
    "avslutade": (8, 4),
    "pagaende_slut": (9, 8),
    "avslutsorsak": {"subventionerat": (2, 1), "studerande": (1, 0), "ovrigt": (5, 3)},
    "omfattning": {"50": (1, 1), "100": (1, 0)},
    "med_plan": (8, 3),
    "dagar": (800, 500),
    "alder": {"15-29": (1, 2), "30-44": (2, 0)},
}


def fynd(insats=None, foregaende=None, **andringar):
    ett = antal(**{**HELT, **andringar})
    return granska(ett, insats or fakta(), KVARTAL, foregaende)


def test_what_is_whole_has_no_findings():
    foregaende = antal(pagaende_slut=(14, 10))
    assert fynd(foregaende=foregaende) == ()


@pytest.mark.parametrize(
    ("andringar", "text"),
    [
        # 24 + 6 = 30, 12 + 17 = 29
        (
            {"inskrivna": (4, 2), "alder": {"15-29": (4, 2)}},
            "Pågående vid start + inskrivna (30) är inte lika med avslutade + "
            "pågående vid slut (29).",
        ),
        (
            {"avslutsorsak": {"ovrigt": (5, 4)}, "omfattning": {}},
            "Avslutsorsakerna summerar till 9, men 12 har avslutats.",
        ),
        # 9 women with a reason where 8 have ended, though the sum is right
        (
            {"avslutsorsak": {"ovrigt": (9, 3)}, "omfattning": {}},
            "Avslutsorsakerna för kvinnor summerar till 9, men 8 kvinnor har avslutats.",
        ),
        (
            {"avslutsorsak": {"studerande": (8, 5)}, "omfattning": {}},
            "Fler till arbete/studier (13) än avslutade (12).",
        ),
        (
            {"omfattning": {"50": (1, 0)}},
            "Omfattningarna summerar till 1, men 3 har gått till arbete.",
        ),
        ({"med_plan": (9, 4)}, "Fler med plan (13) än avslutade (12)."),
        ({"med_plan": (9, 3)}, "Fler med plan (9) än avslutade (8) för kvinnor."),
        ({"alder": {"15-29": (1, 3)}}, "Åldrarna summerar till 4, men 5 har skrivits in."),
    ],
)
def test_what_cannot_be_is_refused(andringar, text):
    assert text in [ett.text for ett in fynd(**andringar) if ett.stoppar]


def test_those_of_unknown_sex_may_be_known_in_a_part():
    # 12 ended of whom one of unknown sex; the reasons know her.
    svar = fynd(avslutade=(7, 4, 1), pagaende_slut=(9, 8))
    assert [ett.stoppar for ett in svar] == [False]
    assert svar[0].text == (
        "Pågående vid start + inskrivna (17) är inte lika med avslutade + "
        "pågående vid slut (16) för kvinnor."
    )


def test_an_ended_insats_has_nobody_ongoing():
    slut = fakta(slut=date(2021, 6, 30))
    assert [ett.text for ett in fynd(slut)] == [
        "Insatsen är avslutad 2021-06-30 men har 17 pågående deltagare."
    ]
    assert fynd(fakta(slut=date(2021, 8, 31))) == ()


def test_the_period_begins_as_the_one_before_ended():
    (ett,) = fynd(foregaende=antal(pagaende_slut=(13, 10, 1)))
    assert not ett.stoppar
    assert ett.text == (
        "Pågående vid start är 24 (14 kvinnor, 10 män), men förra perioden slutade med "
        "24 (13 kvinnor, 10 män, 1 okänt) pågående."
    )


def test_what_is_told_without_stopping():
    (ett,) = fynd(dagar=(9_000, 6_000))
    # 15 000 / 12 = 1 250 days; 2020-01-01 to 2021-06-30 is 366 + 181 = 547 days
    assert ett.text == "Snittiden 1\u00a0250 dagar är längre än insatsen har pågått (547 dagar)."
    (ett,) = granska({}, fakta(), KVARTAL, None)
    assert (ett.text, ett.stoppar) == ("Antalet deltagare är inte redovisat.", False)
    assert granska({}, fakta(uppfoljningsslag="anonyma"), KVARTAL, None) == ()
    assert granska({}, fakta(uppfoljningsslag="inga"), KVARTAL, None) == ()
    (ett,) = granska(antal(anonyma=(1, 0)), fakta(uppfoljningsslag="inga"), KVARTAL, None)
    assert ett.stoppar
    utan = {**HELT, "omfattning": {}}
    (ett,) = granska(antal(**utan), fakta(), KVARTAL, None)
    assert ett.text == "Omfattning saknas för 3 som har gått till arbete."


def test_a_stated_sum_is_that_of_its_parts():
    assert granska_summa(Konsantal(58, 69), 127) is None
    fel = granska_summa(Konsantal(58, 69), 123)
    assert fel.stoppar and fel.text == "Kvinnor + män + okänt = 127, summa angiven 123."


# 43/54 = 79.6, 34/56 = 60.7, 12/17 = 70.6; 18/25 = 72 and 19/25 = 76; 43/67 = 64.2, 44/67 = 65.7
@pytest.mark.parametrize(
    ("procent", "helhet", "mojlig"),
    [
        ("80", 54, True),
        ("61", 56, True),
        ("71", 17, True),
        ("74", 25, False),
        ("65", 67, False),
        ("85.5", 14, False),
        ("85.7", 14, True),
        ("0", 5, True),
        ("100", 5, True),
        ("120", 5, False),
        ("50", 0, False),
    ],
)
def test_a_share_that_no_count_gives(procent, helhet, mojlig):
    assert mojlig_andel(Decimal(procent), helhet) == mojlig


def test_the_impossible_share_is_told():
    fel = granska_andel(Decimal("85.5"), 14)
    assert (fel.text, fel.stoppar) == ("85,5\u00a0% är inte en möjlig andel av 14.", False)
    assert granska_andel(Decimal(80), 54) is None


@given(st.integers(1, 2000), st.data(), st.integers(0, 1))
def test_every_true_share_is_possible(helhet, data, decimaler):
    tal = data.draw(st.integers(0, helhet))
    assert mojlig_andel(avrunda(Decimal(100 * tal) / helhet, decimaler), helhet)
