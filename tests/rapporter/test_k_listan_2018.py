"""What the board pack of March 2018 said against itself: each is impossible, or turns red."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from ekonomi.calculations.avgifter import Avgifter, Avgiftsrad, delar
from ekonomi.calculations.beslutsutrymme import Arsplan, rulla
from ekonomi.uppstallning import UppstallningFel, las_uppstallning
from finsam.rapporter.arsredovisning import ARSREDOVISNING
from finsam.rapporter.dokument import Varde
from finsam.rapporter.tal import avrundat
from tests.rapporter.underlag import BUDGET, UNDERLAG, UPPSTALLNING, material

D = Decimal
TKR = D(1000)


def _roda(**annat: object) -> dict[str, str]:
    return {k.id: k.text for k in ARSREDOVISNING.stall_upp(material(**annat)).roda}


def _plan(ar: int, intakter: int, kostnader: int) -> Arsplan:
    return Arsplan(ar, "budget", intakter * TKR, D(0), kostnader * TKR)


def test_k1_a_year_opens_with_what_the_one_before_left() -> None:
    """Impossible: a year has no opening of its own, and years that do not follow are refused."""
    assert not [f.name for f in fields(Arsplan) if "ingaende" in f.name]
    # 9 370 + 12 383 = 21 753, where 24 453 was printed.
    fore, nasta = rulla(D(0), [_plan(2020, 9_370, 0), _plan(2021, 12_383, 73)])
    assert (nasta.ingaende, nasta.totalt) == (fore.utrymme, 21_753 * TKR)
    assert nasta.utrymme == 21_680 * TKR
    with pytest.raises(ValueError, match="2022 följer inte på 2020"):
        rulla(D(0), [_plan(2020, 1, 0), _plan(2022, 1, 0)])


def test_k2_a_row_counted_in_two_sums_is_refused() -> None:
    """Impossible: a sum that already holds a row cannot be added to it again."""
    summa = """
  [[tabell.rad]]
  id = "dubbelt"
  etikett = "Totalt"
  summa = ["arets_resultat", "personalkostnader"]
"""
    med = UPPSTALLNING.replace(
        '\n[[tabell]]\nid = "resultatrakning"', f'{summa}\n[[tabell]]\nid = "resultatrakning"'
    )
    with pytest.raises(UppstallningFel, match="”personalkostnader” räknas 2 gånger"):
        las_uppstallning(med)


def test_k3_a_quota_is_one_figure_wherever_it_stands() -> None:
    """Impossible when bound; a quota typed beside it is red."""
    texter = {
        "sammanfattning": "Soliditeten är {soliditet|procent}.",
        "samverkansinsatser": "Soliditeten är {soliditet|procent}, inte 80 %.",
    }
    rapport = ARSREDOVISNING.stall_upp(material(texter=texter))
    assert [k.vanster for k in rapport.roda] == ["80 %"]


def test_k4_a_share_of_budget_is_of_its_own_column() -> None:
    """Impossible: outcome and budget of one share are read from one column's year."""
    fjol = tuple(replace(post, belopp=post.belopp * 2) for post in BUDGET)
    underlag = replace(UNDERLAG, budget={2018: fjol, 2019: BUDGET})
    rapport = ARSREDOVISNING.stall_upp(material(underlag=underlag))
    (kansli,) = [r for t in rapport.tabeller for r in t.rader if r.id == "drift_kansli"]
    kvot = kansli.varden[-1]
    assert isinstance(kvot, Varde) and avrundat(kvot) == 100  # 150 of this year's 150


def test_k4_a_column_under_another_year_is_red() -> None:
    fel = UPPSTALLNING.replace('rubrik="Kvot {ar}"', 'rubrik="Kvot 2018"')
    assert _roda(uppstallning=fel) == {
        "kolumn:driftredovisning:Kvot 2018": "Kolumnen ”Kvot 2018” innehåller kvot för 2019."
    }


@pytest.mark.parametrize(
    ("text", "kontroll"),
    [
        ("Samma period 2019 var resultatet {arets_resultat.fg|tkr}.", "figurens-ar"),
        ("Under halvåret har mötena varit fler.", "periodord"),
        ("Samma period 2018 (744 tkr) var det mer.", "obunden-siffra"),
    ],
)
def test_k5_a_text_of_another_time_is_red(text: str, kontroll: str) -> None:
    assert {id_.split(":")[0] for id_ in _roda(texter={"sammanfattning": text})} == {kontroll}


def test_k6_an_allocation_that_is_not_the_income_is_red() -> None:
    rader = (Avgiftsrad("Alby kommun", "kommun", 600_000), Avgiftsrad("Region", "region", 400_000))
    ratt = Avgifter(1_000_000, 0, 400_000, 600_000, rader)
    assert _roda(avgifter=(ratt, None)) == {}
    # Rounded to hundreds of thousands in one place, exact in the other.
    assert "medlemsavgifter" in _roda(avgifter=(replace(ratt, total=1_021_810), None))


@pytest.mark.parametrize(
    ("tilldelning", "parter"),
    [
        # The year in which the municipalities had it, and the one in which the region did.
        (21_221_810, (10_610_905, 5_305_453, 5_305_452)),
        (21_585_170, (10_792_585, 5_396_293, 5_396_292)),
    ],
)
def test_k12_the_odd_krona_follows_one_rule(tilldelning: int, parter: tuple[int, int, int]) -> None:
    """Impossible: the region has it every year."""
    assert delar(tilldelning) == parter
