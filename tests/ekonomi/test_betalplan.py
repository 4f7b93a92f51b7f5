"""The payment plan: instalments add to the fee, and what is due, late or paid ahead."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ekonomi.calculations.avgifter import (
    Avgifter,
    AvgiftFel,
    Avgiftsrad,
    halvarsavgifter,
)
from ekonomi.calculations.betalplan import (
    Delbetalning,
    Fakturalage,
    Rat,
    betalplan,
    betalt_till,
    fakturalage,
    uppskjutna,
)

HALVAR = (Rat("stat", 7, 31, Decimal("0.5")), Rat("stat", 1, 31, Decimal("0.5")))
APRIL = tuple(Rat(part, 4, 30, Decimal(1)) for part in ("region", "kommun"))
AVGIFTER = Avgifter(
    total=101,
    stat=51,
    region=25,
    kommun=25,
    rader=(
        Avgiftsrad("FK/AF", "stat", 51, medlem=1),
        Avgiftsrad("Regionen", "region", 25, medlem=2),
        Avgiftsrad("Ås", "kommun", 25, 9000, medlem=3),
    ),
)


def test_staten_i_tva_delar_ovriga_i_april() -> None:
    # Half of 51 is 25,50; the earlier day gets the odd krona.
    assert betalplan(AVGIFTER, (*HALVAR, *APRIL), 2024) == (
        Delbetalning(1, date(2024, 1, 31), 26),
        Delbetalning(1, date(2024, 7, 31), 25),
        Delbetalning(2, date(2024, 4, 30), 25),
        Delbetalning(3, date(2024, 4, 30), 25),
    )


@pytest.mark.parametrize(
    ("rater", "sats"),
    [
        ((*HALVAR, *APRIL[:1]), "Avgiftsrater saknas för kommunerna."),
        ((*HALVAR[:1], *APRIL), "Raterna för staten är tillsammans 0,5, de ska vara 1."),
    ],
)
def test_en_plan_ar_hela_avgiften(rater: tuple[Rat, ...], sats: str) -> None:
    with pytest.raises(AvgiftFel) as fel:
        betalplan(AVGIFTER, rater, 2024)
    assert str(fel.value) == sats


def test_den_sista_februari_finns_varje_ar() -> None:
    rat = Rat("stat", 2, 29, Decimal(1))
    assert (rat.forfaller(2023), rat.forfaller(2024)) == (date(2023, 2, 28), date(2024, 2, 29))


@given(st.integers(0, 10**9), st.lists(st.integers(1, 9999), min_size=1, max_size=12))
def test_delarna_ar_alltid_avgiften(belopp: int, vikter: list[int]) -> None:
    # Shares of four decimals that are together 1: what is left falls on the last.
    andelar = [(Decimal(vikt) / sum(vikter)).quantize(Decimal("0.0001")) for vikt in vikter[:-1]]
    andelar.append(1 - sum(andelar, Decimal(0)))
    rater = [Rat("stat", nr, 28, andel) for nr, andel in enumerate(andelar, 1) if andel > 0]
    rad = Avgiftsrad("FK", "stat", belopp, medlem=1)
    if sum(rat.andel for rat in rater) != 1:
        return
    plan = betalplan(Avgifter(belopp, belopp, 0, 0, (rad,)), rater, 2024)
    assert sum(del_.belopp for del_ in plan) == belopp
    assert all(del_.belopp > 0 for del_ in plan)


@pytest.mark.parametrize(
    ("fakturerad", "betald", "idag", "lage"),
    [
        (None, None, date(2024, 3, 30), Fakturalage.KOMMANDE),  # 31 days before
        (None, None, date(2024, 3, 31), Fakturalage.ATT_FAKTURERA),
        (date(2024, 4, 2), None, date(2024, 4, 30), Fakturalage.FAKTURERAD),  # not late today
        (date(2024, 4, 2), None, date(2024, 5, 1), Fakturalage.FORSENAD),
        (None, None, date(2024, 5, 1), Fakturalage.FORSENAD),
        (date(2024, 4, 2), date(2024, 5, 9), date(2024, 5, 9), Fakturalage.BETALD),
    ],
)
def test_hur_en_faktura_star(
    fakturerad: date | None, betald: date | None, idag: date, lage: Fakturalage
) -> None:
    assert fakturalage(date(2024, 4, 30), fakturerad, betald, idag) == lage


def test_uppskjutna_avgifter_30_juni() -> None:
    # State: 26 of 51 paid, 26 earned by largest remainder. Region and municipality: 25 paid each,
    # of the whole 51 the first half (51 of 101) earns 26 + 13 + 12; so 12 + 13 are paid ahead.
    h1, _ = halvarsavgifter(AVGIFTER)
    assert [rad.belopp for rad in h1.rader] == [26, 13, 12]
    delar = [
        (1, date(2024, 1, 30), Decimal(26)),
        (1, date(2024, 7, 30), Decimal(25)),
        (2, date(2024, 4, 29), Decimal(25)),
        (3, date(2024, 4, 29), Decimal(25)),
    ]
    betalt = betalt_till(delar, date(2024, 6, 30))
    assert betalt == {1: 26, 2: 25, 3: 25}
    assert uppskjutna(h1, betalt) == 25
