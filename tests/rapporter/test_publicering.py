"""A document for publication: what must not be shown is a dot in every form it takes."""

import json
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from finsam.rapporter.dokument import (
    Avsnitt,
    Diagram,
    Kontrollutfall,
    Rad,
    Rapport,
    Tabell,
    Text,
    Undertryckt,
    Varde,
)
from finsam.rapporter.publicering import for_publicering, raknade
from finsam.rapporter.render import excel, json_
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.render.json_las import las
from tests.rapporter.exempel import RAPPORT
from uppfoljning.calculations.smatal.rakning import Antalsdel, Rakning
from uppfoljning.calculations.smatal.skydd import Doljning

K, M = (frozenset({Antalsdel(1, "2024-K1", "inskrivna", "", kon)}) for kon in ("K", "M"))
ANTAL = {next(iter(K)): 3, next(iter(M)): 19}
# Three women are hidden, and with them the men: the sum of 22 is shown.
DOLJNING = Doljning(5, ANTAL, {K: False, M: False, K | M: True})


def _antal(delar: frozenset[Antalsdel]) -> Varde:
    return Varde(sum(ANTAL[d] for d in delar), "antal", rakning=Rakning(delar))


def _tabell(id_: str) -> Tabell:
    andel = Varde(Decimal("0.1364"), "procent", rakning=Rakning(K, K | M))
    celler = (_antal(K), _antal(M), _antal(K | M), andel, Varde(7, "antal"))
    kolumner = ("K", "M", "S:a", "Andel K", "Möten")
    return Tabell(id_, "Deltagare", "antal", kolumner, (Rad("Alby", celler, id="alby"),), "Insats")


def _ritat(tabell: Tabell) -> Diagram:
    dolt = any(isinstance(cell, Undertryckt) for rad in tabell.rader for cell in rad.varden)
    svg = "<svg><text>dold</text></svg>" if dolt else "<svg><text>19 män</text></svg>"
    return Diagram("d", "Deltagare", "Så många.", svg, tabell, rita=_ritat)


FIGURER = {"kvinnor": _antal(K), "alla": _antal(K | M)}
INTERN = replace(
    RAPPORT,
    avsnitt=(
        Avsnitt(
            "deltagare",
            "Deltagare",
            block=(
                _tabell("tabell"),
                Text("deltagare", "Av {alla} var {kvinnor} kvinnor.", FIGURER),
                _ritat(_tabell("ritad")),
                replace(_ritat(_tabell("orord")), id="utan-rita", rita=None),
            ),
        ),
    ),
    figurer=FIGURER,
    kontroller=(
        Kontrollutfall("flode", "Flödet stämmer", False, 3, 19, "Alby", personer=True),
        Kontrollutfall("balans", "Balans", True, 1, 1, "Balansräkning"),
    ),
)
UTGIVEN = for_publicering(INTERN, DOLJNING)


def test_cells_of_hidden_counts_are_dots_and_the_others_as_they_were() -> None:
    rad = json_.som_data(UTGIVEN)["tables"][0]["rows"][0]
    assert rad["values"] == ["•", "•", 22, "•", 7]


def test_texts_figures_and_rules_say_nothing_of_them() -> None:
    data = json_.som_data(UTGIVEN)
    assert data["figures"]["kvinnor"]["value"] == "•" and data["figures"]["alla"]["value"] == 22
    text = data["sections"][0]["blocks"][1]["markdown"]
    assert text == "Av 22 var • kvinnor."
    assert [k["id"] for k in data["checks"]] == ["balans"]
    assert data["hidden_below"] == 5


def test_a_chart_is_drawn_again_and_one_that_cannot_be_is_left_out() -> None:
    ritade = [b for b in UTGIVEN.avsnitt[0].block if isinstance(b, Diagram)]
    assert [(d.id, d.svg) for d in ritade] == [("d", "<svg><text>dold</text></svg>")]


def test_every_form_has_dots_and_no_hidden_number() -> None:
    html, text = utskrift(UTGIVEN), json.dumps(json_.som_data(UTGIVEN))
    assert "För publicering: antal under 5 visas inte (•)" in html
    assert ">•</td>" in html
    bok = load_workbook(BytesIO(excel.skriv(UTGIVEN)))
    celler = [str(cell) for blad in bok for rad in blad.iter_rows(values_only=True) for cell in rad]
    assert celler.count("•") == 6
    for dolt in (">3<", ">19<", "19 män", ">14\u00a0%<"):
        assert dolt in utskrift(INTERN) and dolt not in html
    assert "19 m" not in text and "19" not in celler and "3" not in celler


def test_what_was_kept_is_read_back_with_its_dots() -> None:
    data = json_.som_data(UTGIVEN)
    assert json_.som_data(las(data)) == data
    assert las(data).publicering == 5


@pytest.mark.parametrize(
    ("rapport", "doljer"),
    [
        pytest.param(INTERN, False, id="internt"),
        pytest.param(UTGIVEN, True, id="med dolda antal"),
        pytest.param(
            replace(RAPPORT, avsnitt=(), figurer={}, publicering=5),
            False,
            id="utan antal att dölja",
        ),
        pytest.param(replace(UTGIVEN, avsnitt=()), True, id="bara bland uppgifterna"),
    ],
)
def test_a_document_says_of_hidden_counts_when_it_has_any(rapport: Rapport, doljer: bool) -> None:
    assert rapport.doljer is doljer
    assert las(json_.som_data(rapport)).doljer is doljer


def test_what_a_document_counts_is_known_and_an_internal_one_says_so() -> None:
    assert raknade(INTERN) == K | M
    assert INTERN.publicering == 0 and "För publicering" not in utskrift(INTERN)
