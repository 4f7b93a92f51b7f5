"""The memo of a half-year against numbers worked out by hand in uppfoljningsdata.py."""

from dataclasses import replace
from typing import Any

import pytest

from finsam.periods import Period
from finsam.rapporter.dokument import Diagram, Lage, Lista, Rapport, Undertryckt, Varde
from finsam.rapporter.render.excel import skriv as xlsx
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.render.json_ import som_data
from finsam.rapporter.render.json_las import las
from finsam.rapporter.tal import avrundat
from finsam.rapporter.uppfoljning.material import Deltagaruppgifter
from finsam.rapporter.uppfoljnings_pm import stall_upp
from tests.rapporter import uppfoljningsdata as data
from uppfoljning.calculations.smatal.rakning import Antalsdel, basantal, summa


def pm(**annat: Any) -> Rapport:
    return stall_upp(data.material(**annat))


PM = pm()


def tabell(id_: str, rapport: Rapport = PM) -> dict[str, list[Any]]:
    """The rows by label, as they are shown."""
    (ett,) = [t for t in som_data(rapport)["tables"] if t["id"] == id_]
    return {rad["label"]: rad["values"] for rad in ett["rows"]}


def anmarkningar(id_: str) -> tuple[str, ...]:
    return next(t.anmarkningar for t in PM.alla_tabeller if t.id == id_)


def test_a_renewed_insats_stands_once_with_its_first_and_last_day() -> None:
    """Vägen's end is the one decided by June 2021; Bron ended; Lots Alby renews its first time."""
    assert tabell("tabell-1-insatser") == {
        "Individinsatser": [None, None],
        "Alby, Vägen": ["2019-01-01", "2022-12-31"],
        "Strukturinsatser": [None, None],
        "Lots Alby": ["2018-04-01", "2023-03-31"],
        "Alby, Skolan": ["2021-01-01", "2021-12-31"],
        "Närhet": ["2020-01-01", "2021-12-31"],
        "Avslutade insatser under halvår 1 2021": [None, None],
        "Alby, Bron": ["2018-05-01", "2021-06-30"],
    }


def test_the_answer_of_the_last_report_counts_and_an_earlier_worse_one_is_told() -> None:
    assert tabell("tabell-2-nulage-mal")["Alby, Vägen"] == ["Nej", "Delvis"]
    assert tabell("tabell-3-forutsattningar-utfall")["Alby, Vägen"] == [None, "Nej", "Nej", "Nej"]
    assert anmarkningar("tabell-3-forutsattningar-utfall")[-1] == (
        "Tidigare i perioden: Alby, Vägen: Vakanser SOF-medel Ja (kvartal 1 2021)."
    )


def test_start_in_time_is_told_of_new_insatser_only() -> None:
    rader = tabell("tabell-3-forutsattningar-utfall")
    starter = {namn: varden[0] for namn, varden in rader.items() if varden[0]}
    assert starter == {"Alby, Skolan": "Ja"}


def test_an_unanswered_question_is_nothing_in_the_table_and_words_below() -> None:
    assert tabell("tabell-5-kvalitetssakring")["Alby, Skolan"][4] is None
    assert anmarkningar("tabell-5-kvalitetssakring") == (
        "Ej besvarat: Alby, Skolan (Kontroll av målgrupp).",
    )


def test_a_status_has_word_colour_and_report() -> None:
    rad = next(r for t in PM.tabeller if t.id == "tabell-2-nulage-mal" for r in t.rader[1:])
    nej, delvis = rad.varden
    assert isinstance(nej, Lage) and isinstance(delvis, Lage)
    assert (nej.ord_, nej.farg, delvis.farg) == ("Nej", "dalig", "halvbra")
    assert nej.kalla is not None and nej.kalla.adress == "/rapport/1/2021-K2/"


def test_outcome_against_budget_each_renewal_a_row() -> None:
    """Lots: 29 000 / 35 000 = 82.9; 40 900 / 39 667 = 103.1. All: 210 300 / 254 667 = 82.6."""
    assert tabell("tabell-4-prognos-utfall-budget") == {
        "Alby, Vägen": [90, 120, 75, None],
        "Alby, Bron": [50, 50, 101, "Avslutad"],
        "Lots Alby, första tiden": [29, 35, 83, "Avslutad*"],
        "Lots Alby": [41, 40, 103, None],
        "Region By, Närhet": [0, 10, 0, None],
        "Summa": [210, 255, 83, None],
    }


def test_without_a_ledger_the_table_says_so() -> None:
    utan = pm(pengar={nr: replace(p, utfall=None) for nr, p in data.PENGAR.items()})
    assert tabell("tabell-4-prognos-utfall-budget", utan)["Alby, Vägen"] == [None, 120, None, None]
    assert tabell("tabell-4-prognos-utfall-budget", utan)["Summa"] == [None, 255, None, None]
    (ett,) = [t for t in utan.tabeller if t.id.startswith("tabell-4")]
    assert "Bokföringen för perioden är inte inläst" in ett.anmarkningar[-1]


def test_participants_are_summed_over_the_quarters_by_sex() -> None:
    """Vägen: in 2+3, 4+1; ended 1+2, 2+3; before that 20, 30; ongoing as in June."""
    assert tabell("tabell-6-utfall-deltagare") == {
        "Alby, Vägen": [5, 5, 10, 3, 5, 8, 23, 35, 58, 8, 4, 12],
        "Alby, Bron": [0, 1, 1, 1, 4, 5, 6, 10, 16, 0, 0, 0],
        "Summa": [5, 6, 11, 4, 9, 13, 29, 45, 74, 8, 4, 12],
        "Fördelning kvinnor/män": [45, 55, None, 31, 69, None, 39, 61, None, 67, 33, None],
    }


def test_shares_are_of_those_who_ended() -> None:
    """Vägen 2/3, 2/5, 4/8; plan 7/8. Bron 1/1, 0/4, 1/5; plan 5/5. All 3/4, 2/9, 5/13; 12/13."""
    assert tabell("tabell-6-arbete-studier") == {
        "Alby, Vägen": [2, 2, 4, 67, 40, 50, 88],
        "Alby, Bron": [1, 0, 1, 100, 0, 20, 100],
        "Summa": [3, 2, 5, 75, 22, 38, 92],
        "Fördelning kvinnor/män": [60, 40, None, None, None, None, None],
    }


def test_k37_a_share_of_nobody_is_nothing() -> None:
    """Bron's first quarter has no woman among those who ended: "–", not 0 %."""
    rapporter = (data.RAPPORTER[0], data.RAPPORTER[2])
    ett = pm(deltagare=data.deltagaruppgifter(rapporter))
    assert tabell("tabell-6-arbete-studier", ett)["Alby, Bron"][3:6] == [None, 0, 0]
    assert "”–”: ingen avslutad i perioden." in next(
        t.anmarkningar for t in ett.tabeller if t.id == "tabell-6-arbete-studier"
    )


def test_anonymous_are_counted_without_sex() -> None:
    assert tabell("tabell-7-anonyma-individer") == {
        "Alby, Vägen": [1], "Alby, Bron": [0], "Summa": [1],
    }  # fmt: skip


def test_reasons_add_up_to_work_to_studies_and_to_all_who_ended() -> None:
    rader = tabell("tabell-8-avslutningsanledningar")
    assert rader["S:a arbete"] == [2, 1, 3]
    assert rader["Arbetar 100 %"] == [1, 1, 2]
    assert rader["S:a arbete och/eller studerande"] == [3, 2, 5]
    assert rader["Aktivt arbetssökande"] == [0, 1, 1]
    assert rader["S:a avslutade"] == [4, 9, 13]


def test_the_ages_are_shares_of_those_who_came_in_and_make_a_hundred() -> None:
    """8, 2 and 1 of 11: 72.7, 18.2, 9.1."""
    assert tabell("diagram-aldersintervall") == {
        "15–29 år": [73], "30–44 år": [18], "45–59 år": [9], "60–74 år": [0],
    }  # fmt: skip
    # 600 days of 3 women, 600 of 5 men.
    assert tabell("diagram-snittid") == {"Alby, Vägen": [200, 120, 150]}


def test_a_chart_drawn_from_hidden_cells_tells_nothing_of_them() -> None:
    (diagram,) = [
        b for a in PM.avsnitt for b in a.block if isinstance(b, Diagram) and "alder" in b.id
    ]
    forsta, *ovriga = diagram.tabell.rader
    dold = replace(diagram.tabell, rader=(replace(forsta, varden=(Undertryckt(),)), *ovriga))
    assert diagram.rita is not None
    ny = diagram.rita(dold)
    assert "73" in diagram.svg and "73" not in ny.svg and "73" not in ny.slutsats
    assert "•" in ny.svg


def test_an_insats_that_ended_has_a_box_with_its_goals() -> None:
    (avsnitt,) = [a for a in PM.avsnitt if a.id.startswith("avslutad-insats")]
    ruta, mal = avsnitt.block
    assert isinstance(ruta, Lista)
    assert dict(ruta.poster)["Sammanfattning"] == "Bron nådde fler än väntat."
    assert tabell("mal-insats-2")["Alla har en plan."] == ["Uppnått", "Ja"]
    assert mal.id == "mal-insats-2"


def test_the_year_before_stands_beside() -> None:
    fore = Deltagaruppgifter(
        data.underlag(data.RAPPORTER[:1], Period(2020, "H", 1)), {1: data.VAGEN_1}
    )
    ett = pm(fore=fore)
    # Then 6+4 began and 2+4 came in; 2 of the 3 who ended went to work: 67 %.
    assert tabell("jamforelse-deltagare", ett)["Deltagare"] == [25, 16]
    assert tabell("jamforelse-deltagare", ett)["Andel till arbete eller studier"] == [38, 67]
    assert avrundat(_varde(ett, "inskrivna.fg")) == 6


def _varde(rapport: Rapport, namn: str) -> Varde:
    figur = rapport.figurer[namn]
    assert isinstance(figur, Varde)
    return figur


@pytest.mark.parametrize(
    ("namn", "tal"),
    [
        ("antal_insatser", 5),
        ("antal_startade_insatser", 1),
        ("antal_avslutade_insatser", 1),
        ("antal_individinsatser", 2),
        ("insatser_i_fas_ja", 3),
        ("insatser_i_fas_nej", 1),
        ("insatser_kontroll_malgrupp_ej_besvarad", 1),
        ("deltagare", 25),  # 14 + 11
        ("inskrivna_andel_k", 45),
        ("arbete_studier_sokande", 6),
        ("andel_arbete_studier_sokande", 46),  # 6/13
        ("ovriga_avslut", 7),  # 13 - 6
        ("andel_subventionerat_k", 50),  # 1/2
        ("andel_under_30", 73),
        ("andel_med_plan_forrehab", 100),  # Bron only
        ("insatser_andel_individ", 67),  # 140 400 / 210 300
        ("insatser_utfall", 210_300),
    ],
)
def test_figures_for_the_texts(namn: str, tal: int) -> None:
    assert avrundat(_varde(PM, namn)) == tal


def test_every_count_leads_to_its_counts_and_says_what_it_counts() -> None:
    for ett in PM.alla_tabeller:
        if ett.id.startswith(("tabell-6", "tabell-7", "tabell-8", "diagram")):
            for rad in ett.rader:
                for cell in rad.varden:
                    if isinstance(cell, Varde):
                        assert cell.rakning is not None, (ett.id, rad.etikett)
                        assert cell.kalla or rad.id == "fordelning", (ett.id, rad.etikett)


def test_what_a_count_counts_adds_to_it() -> None:
    """The base counts of each cell are those of the reports that it is made of."""
    bas = basantal(data.RAPPORTER)
    bas |= {Antalsdel(1, "<2021", "avslutade_tidigare", "", "K"): 20}
    bas |= {Antalsdel(1, "<2021", "avslutade_tidigare", "", "M"): 30}
    bas |= {Antalsdel(2, "<2021", "avslutade_tidigare", "", "K"): 5}
    bas |= {Antalsdel(2, "<2021", "avslutade_tidigare", "", "M"): 6}
    for ett in PM.alla_tabeller:
        for rad in ett.rader:
            for cell in rad.varden:
                rakning = cell.rakning if isinstance(cell, Varde) else None
                if isinstance(cell, Varde) and rakning and rakning.namnare is None:
                    assert summa(rakning.taljare, bas) == cell.tal, (ett.id, rad.etikett)


def test_all_forms_come_from_one_object() -> None:
    html = utskrift(PM)
    assert '<td class="text dalig">Nej</td>' in html
    assert som_data(las(som_data(PM))) == som_data(PM)
    assert xlsx(PM).startswith(b"PK")
