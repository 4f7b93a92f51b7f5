"""The rules on reports and participants: green on the half-year, red on what each is for."""

from dataclasses import replace
from typing import Any

import pytest

from finsam.rapporter import texter
from finsam.rapporter.dokument import Kontrollutfall, Text
from finsam.rapporter.uppfoljnings_pm import stall_upp
from tests.rapporter import uppfoljningsdata as data


def utfall(texter: dict[str, str] | None = None, **annat: Any) -> dict[str, Kontrollutfall]:
    return {k.id: k for k in stall_upp(data.material(texter, **annat)).kontroller}


def med(nr: int, antal: Any) -> dict[str, Any]:
    """The same reports, with other counts in the second report of an insats."""
    rapporter = tuple(
        replace(r, antal=antal) if (r.insats, r.period) == (nr, data.K2) else r
        for r in data.RAPPORTER
    )
    return {"deltagare": data.deltagaruppgifter(rapporter)}


def test_what_is_red_in_the_half_year() -> None:
    roda = [k.id for k in utfall().values() if not k.ok]
    assert roda == ["rapport:6:2021-K2", "obesvarat:5"]


def test_k36_a_missing_report_and_an_unanswered_question_are_red() -> None:
    alla = utfall()
    assert alla["rapport:6:2021-K2"].text == (
        "Närhet har inte lämnat någon rapport för kvartal 2 2021."
    )
    # 2 + 4 + 8 questions; one is not answered.
    ett = alla["obesvarat:5"]
    assert (ett.vanster, ett.hoger) == (13, 14)
    assert ett.text == "Alby, Skolan har inte svarat på: Kontroll av målgrupp."


def test_k17_the_flow_holds_or_is_red() -> None:
    """14 ongoing + 11 in = 25 = 13 ended + 12 ongoing; with 13 left in Vägen it is 26."""
    gron = utfall()["flode"]
    assert (gron.ok, gron.vanster, gron.hoger) == (True, 25, 25)
    ett = dict(data.VAGEN_2)
    ett |= data.antal(pagaende_slut=(8, 5))
    alla = utfall(**med(1, ett))
    assert (alla["flode"].ok, alla["flode"].vanster, alla["flode"].hoger) == (False, 25, 26)
    assert alla["flode"].text == (
        "Pågående vid start + inskrivna (25) är inte lika med avslutade + pågående vid slut (26)."
    )
    assert not alla["antal:1:2021-K2:flode:pagaende_slut"].ok


def test_k18_an_ended_insats_with_ongoing_participants_is_red() -> None:
    ett = dict(data.BRON_2) | data.antal(pagaende_slut=(0, 1), avslutade=(1, 1))
    roda = utfall(**med(2, ett))
    assert roda["antal:2:2021-K2:avslutad_med_pagaende:pagaende_slut"].text == (
        "Insatsen är avslutad 2021-06-30 men har 1 pågående deltagare."
    )


def test_k15_k54_parts_that_are_not_the_whole_are_red() -> None:
    ett = dict(data.VAGEN_2) | data.antal(avslutsorsak={"flytt": (1, 0)}, alder={"30-44": (0, 1)})
    roda = utfall(**med(1, ett))
    assert (roda["delar:avslutsorsak"].vanster, roda["delar:avslutsorsak"].hoger) == (14, 13)
    assert roda["delar:alder"].text == "Ålder summerar till 12, men 11 har skrivits in."


def test_k20_one_register_of_last_days() -> None:
    """An insats cannot go on after what it has been granted for without that being seen."""
    forsta, *ovriga = data.INSATSER
    kort = replace(forsta, beviljad_till=forsta.beslutat_slut)
    ett = utfall(insatser=(kort, *ovriga))["slutdatum:1"]
    assert (ett.ok, ett.vanster, ett.hoger) == (False, "2023-12-31", "2022-12-31")


def test_k26_a_budget_to_date_of_its_own_plan_is_told() -> None:
    ett = utfall()["budget-till-datum:1"]
    assert ett.ok and (ett.vanster, ett.hoger) == (120_000, 100_000)
    assert "jämnt över månaderna är den 100 tkr" in ett.text


def test_a_ratio_outside_the_limits_is_told() -> None:
    ett = utfall()["forbrukningskvot:1"]
    assert ett.ok
    assert ett.text == "Förbrukningskvoten 75\u00a0% avviker från målvärdet 100\u00a0%."


@pytest.mark.parametrize(
    ("text", "fynd"),
    [
        ("74 % av 25 nådde en lösning.", ["mojlig-andel:reflektioner:74:25"]),
        ("65 procent av de 67 gick vidare.", ["mojlig-andel:reflektioner:65:67"]),
        ("85,5 % av 14 gick vidare.", ["mojlig-andel:reflektioner:85,5:14"]),
        ("72 % av 25 nådde en lösning.", []),  # 18 of 25
    ],
)
def test_k58_an_impossible_share_in_a_text_is_red(text: str, fynd: list[str]) -> None:
    alla = utfall({"reflektioner": text})
    assert [id_ for id_ in alla if id_.startswith("mojlig-andel")] == fynd


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("101 (71 %) har gått vidare.", id="K14"),
        pytest.param("48 (33 %) till fortsatt rehabilitering.", id="K15"),
        pytest.param("123 individer har skrivits in.", id="K16"),
        pytest.param("345 individer har nåtts.", id="K17"),
        pytest.param("Målet nås till 97 %.", id="K19"),
        pytest.param("Målet är 80 procent.", id="K21"),
        pytest.param("60 % har subventionerad anställning.", id="K22"),
        pytest.param("68 % gick till individinsatser.", id="K23"),
        pytest.param("62 % är kvinnor.", id="K54"),
    ],
)
def test_a_typed_figure_is_red(text: str) -> None:
    """The K-list's errors of retyping: a text that does not bind its figures is red."""
    roda = {k.id.split(":")[0] for k in utfall({"reflektioner": text}).values() if not k.ok}
    assert "obunden-siffra" in roda


def test_a_bound_figure_is_that_of_the_table() -> None:
    """K14-K17, K22, K23: the same counts, divided once."""
    text = "{arbete_studier_sokande} ({andel_arbete_studier_sokande}) av {avslutade} vidare."
    rapport = stall_upp(data.material({"reflektioner": text}))
    (block,) = [b for a in rapport.avsnitt if a.id == "reflektioner" for b in a.block]
    assert isinstance(block, Text)
    assert texter.bunden(block.markdown, block.figurer) == "6 (46\u00a0%) av 13 vidare."


def test_a_table_is_referred_to_by_its_number() -> None:
    alla = utfall({"reflektioner": "Se tabell 4 och tabell 9."})
    roda = [k.text for k in alla.values() if k.id.startswith("hanvisning:")]
    assert roda == ["Tabell 9 finns inte."]
