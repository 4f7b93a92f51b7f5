"""Rules on time in texts: a figure of another year than the sentence, another part of the year."""

from datetime import date

import pytest

from finsam.rapporter.arsredovisning import ARSREDOVISNING
from tests.rapporter.underlag import material


def roda(text: str) -> dict[str, str]:
    rapport = ARSREDOVISNING.stall_upp(material(texter={"sammanfattning": text}))
    return {k.id.split(":")[0]: k.text for k in rapport.roda}


@pytest.mark.parametrize(
    ("text", "fel"),
    [
        ("År 2019 blev resultatet {arets_resultat|tkr}.", {}),
        ("Resultatet {arets_resultat|tkr} jämförs med 2018 ({arets_resultat.fg|tkr}).", {}),
        (
            "Det kan jämföras med samma period 2019 ({arets_resultat.fg|tkr}).",
            {"figurens-ar": "Siffran arets_resultat.fg avser 2018, men meningen 2019."},
        ),
        (
            "Budgeten 2018 var {arets_resultat.budget|tkr}.",
            {"figurens-ar": "Siffran arets_resultat.budget avser 2019, men meningen 2018."},
        ),
        # From another year to the figure's, a span of years, and a date are no such claim.
        ("Sedan 2011 har det minskat till {arets_resultat|tkr}.", {}),
        ("Åren 2011–2018 gav mindre än {arets_resultat|tkr}.", {}),
        ("Beslutat 2018-11-26: {arets_resultat|tkr}.", {}),
        ("Mötet 2018 var kort. Resultatet är {arets_resultat|tkr}.", {}),
    ],
)
def test_a_figure_is_of_the_year_that_its_sentence_names(text: str, fel: dict[str, str]) -> None:
    assert roda(text) == fel


@pytest.mark.parametrize(
    ("text", "fel"),
    [
        (
            "Under halvåret har mötena varit digitala.",
            {"periodord": "Rapporten avser 2019 men texten anger ”Under halvåret”."},
        ),
        ("Under året har mötena varit digitala.", {}),
        ("Mötena under första halvåret var digitala.", {}),
    ],
)
def test_a_text_speaks_of_the_documents_own_time(text: str, fel: dict[str, str]) -> None:
    assert roda(text) == fel


@pytest.mark.parametrize(
    ("dag", "faststalld", "mening"),
    [
        (date(2020, 3, 31), False, ""),
        (date(2020, 4, 1), False, "Årsredovisningen ska vara upprättad senast 31 mars."),
        (date(2020, 4, 1), True, ""),
    ],
)
def test_a_late_annual_report_is_something_to_know(dag, faststalld: bool, mening: str) -> None:
    rapport = ARSREDOVISNING.stall_upp(material(dag=dag, faststalld=faststalld))
    (funnet,) = [k for k in rapport.kontroller if k.id == "upprattad"]
    assert (funnet.ok, funnet.text) == (True, mening)
