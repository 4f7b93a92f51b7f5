"""JSON: numbers as shown, and the same report back."""

import json

from finsam.rapporter.render import json_, json_las
from tests.rapporter.exempel import RAPPORT

DATA = json_.som_data(RAPPORT)


def _tabell(id_: str) -> dict[str, list[object]]:
    (tabell,) = [t for t in DATA["tables"] if t["id"] == id_]
    return {rad["label"]: rad["values"] for rad in tabell["rows"]}


def test_numbers_stand_in_the_unit_that_is_printed() -> None:
    oversikt = _tabell("oversikt-5-ar")
    assert oversikt["Resultat"] == [-1864, -504]
    assert oversikt["Soliditet"] == [46, None]
    assert oversikt["Resultat, mnkr"] == [-1.864, "saknas"]


def test_kronor_are_whole_and_nothing_is_null() -> None:
    assert _tabell("resultatrakning")["=Kostnader"] == [-26532540, None]


def test_a_hidden_figure_says_nothing() -> None:
    assert _tabell("oversikt-5-ar")["Deltagare"][1] == "•"


def test_figures_and_checks_are_named() -> None:
    assert DATA["figures"]["soliditet"] == {"value": 46, "unit": "procent"}
    assert DATA["figures"]["arbetsloshet"] == {"value": 6.1, "unit": "procent"}
    assert [(c["id"], c["ok"], c["left"]) for c in DATA["checks"]] == [
        ("balans", True, 1),
        ("obunden", False, "53 %"),
    ]


def test_texts_have_their_figures_written_out() -> None:
    (block,) = DATA["sections"][0]["blocks"]
    assert block["markdown"].startswith("Resultatet är −1\u00a0864\u00a0tkr.")


def test_the_kept_report_is_the_same_when_written_again() -> None:
    last = json_las.las(json.loads(json_.skriv(RAPPORT)))
    assert json_.som_data(last) == DATA
    assert json_.skriv(last) == json_.skriv(RAPPORT)
