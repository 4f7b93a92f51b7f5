"""The room's measures before and after a play, worked by hand from the published sums."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ekonomi.calculations.beslutsutrymme import Arsplan, Utrymmesrad, Val, rulla
from ekonomi.calculations.utrymmesjamforelse import Cell, Rumsar, jamfor, rumsar
from ekonomi.calculations.valord import i_ord
from tests.ekonomi.utrymmesexempel import ANSOKNINGAR, underlag

ALLA = Val(valda=frozenset(nyckel for nyckel, _, _ in ANSOKNINGAR))


def spela(rummet, val):
    return jamfor(rumsar(rummet, Val()), rumsar(rummet, val))


def tkr(celler):
    return [(int(cell.fore / 1000), int(cell.efter / 1000)) for cell in celler]


def test_what_is_ticked_is_taken_from_its_year_and_every_year_after():
    celler = spela(underlag(), ALLA).celler
    # 2021 forecast: 5 124 + 23 090 − 500 − 4 400 − 18 182 − 1 010 = 4 122
    # 2022: 4 122 + 23 090 − 700 − 4 400 − 20 640 − 1 010 = 462
    # 2023: 462 + 22 770 − 700 − 4 400 − 4 574 − 1 010 = 12 548; less 13 037 = −489
    # 2024: 12 548 + 22 770 − 700 − 4 450 − 2 245 − 1 010 = 26 913; less 13 037 + 5 626 = 8 250
    assert tkr(celler["efter"]) == [
        (3_513, 3_513), (4_122, 4_122), (462, 462), (12_548, -489), (26_913, 8_250),
    ]  # fmt: skip
    assert [cell.skillnad for cell in celler["utrymme"]] == [None] * 5
    assert celler["efter"][3].skillnad == Decimal(-13_037_000)
    # 2023: 22 770 − 700 − 4 400 − 4 574 − 1 010 = 12 086; less 13 037 = −951
    assert tkr(celler["resultat_efter"])[3] == (12_086, -951)


def test_equity_stands_with_the_reserve_fund_against_the_cap():
    celler = spela(underlag(), ALLA).celler
    # 2024: 8 250 + 1 000 = 9 250; cap on 22 770: 1 400 + 15 % × 8 000 + 10 % × 7 770 = 3 377
    assert tkr(celler["eget_kapital"])[4] == (27_913, 9_250)
    assert celler["tak"][4] == Cell(Decimal(3_377_000), Decimal(3_377_000))
    assert celler["mot_tak"][4].efter == Decimal(9_250_000 - 3_377_000)


def test_less_income_lowers_space_and_cap_from_that_year():
    celler = spela(underlag(), Val(intakter={2022: Decimal(20_000_000)})).celler
    # 462 − 3 090 = −2 628, and 12 548 − 3 090 = 9 458 the year after
    assert tkr(celler["utrymme"])[1:4] == [(4_122, 4_122), (462, -2_628), (12_548, 9_458)]
    # 10 % of the 3 090 that stood above 15 000
    assert celler["tak"][2].skillnad == Decimal(-309_000)


def test_the_cap_is_on_what_the_members_give_and_not_on_other_income():
    """23 322 of allocation and 2 000 from the EU: 1 400 + 15 % × 8 000 + 10 % × 8 322 = 3 432.2."""
    rader = tuple(
        Utrymmesrad(namn, namn, "", Decimal(belopp))
        for namn, belopp in (("medlemsavgifter", 23_322_000), ("eu_bidrag", 2_000_000))
    )
    plan = Arsplan(2024, "utfall", Decimal(25_322_000), Decimal(0), Decimal(0), intaktsrader=rader)
    (utrymme,) = rulla(Decimal(0), [plan])
    assert Rumsar(utrymme, Decimal(0)).tak == Decimal(3_432_200)


def test_the_negative_years_are_told():
    assert [rum.ar for rum in spela(underlag(), ALLA).negativa] == [2023]
    assert spela(underlag(), Val()).negativa == ()


def test_only_the_columns_that_feed_are_paired():
    par = spela(underlag(), Val()).matande
    assert [(fore.ar, fore.utrymme.plan.slag) for fore, _ in par] == [
        (2021, "prognos"), (2022, "budget"), (2023, "budget"), (2024, "budget"),
    ]  # fmt: skip


VALDA = st.frozensets(st.sampled_from([nyckel for nyckel, _, _ in ANSOKNINGAR]))
BELOPP = st.integers(0, 10**8).map(Decimal)


@given(VALDA, st.dictionaries(st.integers(2021, 2024), BELOPP))
def test_the_change_of_the_last_year_is_all_that_was_chosen(valda, intakter):
    cell = spela(underlag(), Val(valda=valda, intakter=intakter)).celler["efter"][-1]
    sokt = sum(sum(per_ar.values()) for nyckel, _, per_ar in ANSOKNINGAR if nyckel in valda)
    fore = {2021: 23_090, 2022: 23_090, 2023: 22_770, 2024: 22_770}
    mer = sum(belopp - fore[ar] * 1000 for ar, belopp in intakter.items())
    assert cell.efter - cell.fore == mer - sokt * 1000


def test_the_play_in_words():
    val = Val(
        valda=frozenset({"2021-23"}),
        flyttade={"2021-23": 6},
        andrade={(2022, "forvaltning"): Decimal(4_100_000)},
    )
    # 6 000 over twelve months; half a year later six of them come in 2024
    assert [(rubrik, text.replace("\u00a0", " ")) for rubrik, text in i_ord(underlag(), val)] == [
        (
            "Ansökan 2021-23 Insatsen i Enköping, Enköping",
            "Beviljas med 2023 3 000 tkr, 2024 3 000 tkr. Start 2023-07, 6 månader senare.",
        ),
        ("Förvaltning 2022", "4 100 tkr i stället för 4 400 tkr (−300 tkr)."),
    ]
    assert i_ord(underlag(), Val()) == ()
