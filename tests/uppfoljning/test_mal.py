"""The association's goals: what they are measured to, and how they stand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.periods import Period
from uppfoljning.calculations.aktiviteter import Aktivitetsrad, Aktivitetsunderlag, aktivitetsrader
from uppfoljning.calculations.mal import (
    Lage,
    Malunderlag,
    Malutfallsrad,
    Matvarde,
    Resultatmalsunderlag,
    Verksamhetsmalsunderlag,
    framsteg,
    lage,
    malutfall,
)
from uppfoljning.calculations.underlag import (
    Antalsnyckel,
    Insatsfakta,
    Malutfallsunderlag,
    Rapportunderlag,
    Uppfoljningsunderlag,
)

K1, K2 = Period(2024, "K", 1), Period(2024, "K", 2)


def resultatmal(**falt: object) -> Resultatmalsunderlag:
    varden = {"pk": 1, "text": "Målet", "indikator": "egen", "riktning": "minst", "enhet": "antal"}
    return Resultatmalsunderlag(**{"malvarde": Decimal(10), **varden, **falt})


@pytest.mark.parametrize(
    ("tal", "riktning", "vantat"),
    [
        # At least 10, near from 90 per cent of it = 9.
        ("10", "minst", Lage.UPPNATT),
        ("9", "minst", Lage.NARA),
        ("8.99", "minst", Lage.EJ_UPPNATT),
        # At most 10, near while 10 is at least 90 per cent of it: up to 11.11.
        ("10", "hogst", Lage.UPPNATT),
        ("11.11", "hogst", Lage.NARA),
        ("11.12", "hogst", Lage.EJ_UPPNATT),
        ("0", "minst", Lage.EJ_UPPNATT),
        (None, "minst", Lage.EJ_MATT),
    ],
)
def test_the_light_of_a_target(tal, riktning, vantat):
    assert lage(tal and Decimal(tal), resultatmal(riktning=riktning), 90) == vantat


@given(
    st.decimals(0, 1000, places=2),
    st.decimals(0, 1000, places=2),
    st.sampled_from(["minst", "hogst"]),
    st.integers(1, 100),
)
def test_more_is_never_worse_against_at_least_nor_better_against_at_most(tal, mer, riktning, nara):
    ordning = [Lage.EJ_UPPNATT, Lage.NARA, Lage.UPPNATT]
    mal = resultatmal(riktning=riktning)
    fore, efter = (ordning.index(lage(t, mal, nara)) for t in (min(tal, mer), max(tal, mer)))
    assert fore <= efter if riktning == "minst" else fore >= efter


def rad(tal: str, **falt: object) -> Malutfallsrad:
    varden = {"riktning": "minst", "malvarde": Decimal(35), "enhet": "procent", **falt}
    return Malutfallsrad(
        nr=1, mal="", resultatmal="", utfall=Matvarde(Decimal(tal)), lage=Lage.EJ_MATT, **varden
    )


@pytest.mark.parametrize(
    ("utfall", "text"),
    [
        (rad("45.4"), "45\u00a0%"),
        # 34,6 would round to the 35 that it falls short of.
        (rad("34.6"), "34,6\u00a0%"),
        (rad("34.996"), "34,99\u00a0%"),
        (rad("34.4"), "34\u00a0%"),
        # Less than all is never 100 per cent.
        (rad("99.7"), "99\u00a0%"),
        (rad("35.2", riktning="hogst"), "35,2\u00a0%"),
        (rad("16", malvarde=Decimal(15), enhet="antal"), "16"),
        (rad("1234", malvarde=Decimal(15), enhet="antal"), "1\u00a0234"),
    ],
)
def test_an_outcome_is_never_rounded_past_its_target(utfall, text):
    assert utfall.utfall_text == text


def test_a_target_in_words():
    assert rad("1").malvarde_text == "minst\u00a035\u00a0%"
    assert rad("1", riktning="hogst", malvarde=Decimal("2.50"), enhet="antal").malvarde_text == (
        "högst\u00a02,5"
    )


def antal(**tal: int) -> dict[Antalsnyckel, int]:
    """`antal(avslutade=10, avslutsorsak__studerande=3)`, all of women."""
    return {
        Antalsnyckel(matt, kategori, "K"): n
        for namn, n in tal.items()
        for matt, _, kategori in [namn.partition("__")]
    }


def fakta(nr: int, insatstyp: str = "individ", forrehab: bool = False) -> Insatsfakta:
    return Insatsfakta(
        nr, f"I{nr}", "Ägaren", insatstyp, forrehab, "antal", date(2023, 1, 1), date(2024, 5, 31)
    )


def rapport(nr: int, period: Period, mal: tuple[str, ...] = (), **tal: int) -> Rapportunderlag:
    utfall = tuple(Malutfallsunderlag(f"Mål {i}", "insats", s) for i, s in enumerate(mal))
    return Rapportunderlag(nr, period, True, {}, mal=utfall, antal=antal(**tal))


UPPFOLJNING = Uppfoljningsunderlag(
    Period(2024),
    (fakta(1), fakta(2, forrehab=True), fakta(3, "struktur"), fakta(4, "struktur")),
    (
        rapport(1, K1, pagaende_start=5, inskrivna=7, avslutade=4, avslutsorsak__studerande=1),
        rapport(2, K1, pagaende_start=2, inskrivna=1, avslutade=2, med_plan=1),
        rapport(3, K1, mal=("uppnatt", "delvis", "ej_bedomt")),
        rapport(1, K2, pagaende_start=8, inskrivna=2, avslutade=6, avslutsorsak__subventionerat=4),
        rapport(
            2,
            K2,
            pagaende_start=1,
            inskrivna=3,
            avslutade=2,
            med_plan=2,
            avslutsorsak__studerande=0,
        ),
        rapport(3, K2, mal=("uppnatt", "uppnatt", "delvis")),
    ),
)
AKTIVITETER = (
    Aktivitetsunderlag(date(2024, 2, 1), "Ett", "webbinarier", True, 10, 2),
    Aktivitetsunderlag(date(2024, 2, 2), "Möte", "nätverk", False),
    Aktivitetsunderlag(date(2024, 5, 1), "Två", "webbinarier", True, 5, None, 1),
)


def underlag(indikator: str, **falt: object) -> Malunderlag:
    enhet = "antal" if indikator.startswith("antal") else "procent"
    ett = resultatmal(indikator=indikator, enhet=enhet, malvarde=Decimal(50), **falt)
    mal = (Verksamhetsmalsunderlag(1, "Målet", (ett,)),)
    return Malunderlag(2024, mal, UPPFOLJNING, AKTIVITETER)


@pytest.mark.parametrize(
    ("indikator", "till", "taljare", "namnare", "tal"),
    [
        # Insats 1: 1 of 4, then + 4 of 6. Insats 2: nobody of 2 + 2.
        ("andel_arbete_studier", K1.slut, 1, 6, None),
        ("andel_arbete_studier", K2.slut, 5, 14, None),
        ("andel_arbete_ej_forrehab", K2.slut, 5, 10, "50"),
        # Insats 2 alone: 1 of 2, then + 2 of 2.
        ("andel_med_plan", K1.slut, 1, 2, "50"),
        ("andel_med_plan", K2.slut, 3, 4, "75"),
        # The latest report, without what is not judged.
        ("andel_strukturmal", K1.slut, 1, 2, "50"),
        ("andel_strukturmal", K2.slut, 2, 3, None),
        ("antal_aktiviteter", K1.slut, None, None, "1"),
        ("antal_aktiviteter", K2.slut, None, None, "2"),
        # Ongoing at the year's start 5 + 2, in 7 + 1 + 2 + 3.
        ("antal_deltagare", K2.slut, None, None, "20"),
    ],
)
def test_indicators_counted_by_hand(indikator, till, taljare, namnare, tal):
    (utfall,) = malutfall(underlag(indikator), till)
    assert (utfall.utfall.taljare, utfall.utfall.namnare) == (taljare, namnare)
    if tal:
        assert utfall.utfall.tal == Decimal(tal)


@pytest.mark.parametrize("indikator", ["andel_arbete_studier", "andel_med_plan", "antal_deltagare"])
def test_nothing_reported_is_not_zero(indikator):
    tomt = replace(underlag(indikator), uppfoljning=replace(UPPFOLJNING, rapporter=()))
    (utfall,) = malutfall(tomt, K2.slut)
    assert (utfall.utfall_text, utfall.lage) == ("–", Lage.EJ_MATT)


def test_the_final_judgement_of_an_ended_insats_takes_the_place_of_its_reports():
    slutliga = {3: ("uppnatt", "uppnatt", "uppnatt"), 99: ("ej_uppnatt",)}
    med = replace(underlag("andel_strukturmal"), slutliga=slutliga)
    (fore,), (efter,) = malutfall(med, K1.slut), malutfall(med, K2.slut)
    # Insats 3 ends on 31 May: after the first quarter, before the end of the second.
    assert (fore.underlag_text, efter.underlag_text) == ("1\u00a0av\u00a02", "3\u00a0av\u00a03")


@pytest.mark.parametrize(
    ("riktning", "malvarde", "till", "vantat"),
    [
        ("minst", 3, K2.slut, Lage.PAGAR),
        ("minst", 3, date(2024, 12, 31), Lage.EJ_UPPNATT),
        ("minst", 2, K2.slut, Lage.UPPNATT),
        ("hogst", 3, K2.slut, Lage.PAGAR),
        ("hogst", 1, K2.slut, Lage.EJ_UPPNATT),
    ],
)
def test_a_count_goes_on_until_the_year_is_over(riktning, malvarde, till, vantat):
    ett = resultatmal(indikator="antal_aktiviteter", riktning=riktning, malvarde=Decimal(malvarde))
    mal = (Verksamhetsmalsunderlag(1, "Målet", (ett,)),)
    (utfall,) = malutfall(replace(underlag("antal_aktiviteter"), mal=mal), till)
    assert utfall.lage == vantat


def test_progress_over_the_year_part_by_part():
    delar = (K1, K2, Period(2024, "K", 3))
    (rad_,) = framsteg(underlag("antal_aktiviteter"), delar, date(2024, 5, 15))
    assert [del_ and del_.utfall_text for del_ in rad_.delar] == ["1", "2", None]
    (egen,) = framsteg(underlag("egen", eget_utfall=Decimal(4)), delar, date(2024, 5, 15))
    assert (egen.delar, egen.rad.utfall_text) == ((None, None, None), "4\u00a0%")


def test_activities_in_rows():
    # 10 + 5 women, 2 men counted at one of the two, 1 unknown.
    assert aktivitetsrader(AKTIVITETER) == (
        Aktivitetsrad("webbinarier", 2, 18, 15, 2, 1),
        Aktivitetsrad("nätverk", 1, None, None, None, None, oraknade=1),
    )
