"""Few persons in words written by hand: found where they are published, and nothing else is."""

from dataclasses import replace
from typing import Any

import pytest

from finsam.rapporter.disposition import Grundmaterial
from finsam.rapporter.dokument import Kalla, Kontrollutfall, Varde
from finsam.rapporter.publicering import for_publicering
from finsam.rapporter.skrivna_antal import sma_antal
from finsam.rapporter.uppfoljning.material import Malutfall, Slutord
from finsam.rapporter.uppfoljnings_pm import stall_upp
from tests.rapporter import uppfoljningsdata as data
from uppfoljning.calculations.smatal.skydd import Doljning

TROSKEL = 5


@pytest.mark.parametrize(
    ("text", "funna"),
    [
        ("Tre deltagare gick vidare.", ["Tre deltagare"]),
        ("Av dem var 2 kvinnor och fyra män.", ["2 kvinnor", "fyra män"]),
        ("Två av de unga gick vidare.", ["Två av de unga"]),
        ("Tre nya deltagare och 1 man.", ["Tre nya deltagare", "1 man"]),
        ("En av deltagarna fick arbete, och endast en kvinna.", ["En av deltagarna", "en kvinna"]),
        ("Mellan 1–3 personer, 4 st deltagare.", ["3 personer", "4 st deltagare"]),
        # The threshold itself is shown; so are more, and none.
        ("Fem deltagare, 40 deltagare, 1 002 deltagare, 0 män.", []),
        # Other things are counted, parts of numbers, dates, anybody at all.
        ("Tre procent av deltagarna, fyra kommuner och deltagare, 0,3 personer.", []),
        ("Två år för deltagare. 2024-06-03 deltagare. En deltagare berättar.", []),
    ],
)
def test_small_numbers_of_persons(text: str, funna: list[str]) -> None:
    assert list(sma_antal(text, TROSKEL)) == funna


def _material(texter: dict[str, str] | None = None, **annat: Any) -> Grundmaterial:
    return data.material(texter, minsta_antal=TROSKEL, **annat)


def _funna(material: Grundmaterial) -> list[Kontrollutfall]:
    kontroller = stall_upp(material).kontroller
    return [k for k in kontroller if k.id.startswith("skrivet-antal")]


def test_lists_cells_and_texts_are_read_and_told_apart() -> None:
    funna = _funna(
        _material(
            {"bakgrund": "Bron har haft **tre** deltagare.\n\nAv dem slutade {antal_insatser}."},
            slutord={2: Slutord("Bron nådde fler.", "Två kvinnor fick arbete.")},
            mal={2: (Malutfall("Effektmål", "Alla", "uppnatt", "Uppnått", "4 personer"),)},
        )
    )
    assert [(k.ok, k.var, k.vanster) for k in funna] == [
        (False, "Bakgrund, rad 1", "tre deltagare"),
        (False, "Bron, Resultat", "Två kvinnor"),
        (False, "Bron, Mål och utfall: Alla", "4 personer"),
    ]
    assert funna[1].text == (
        "”Två kvinnor” är skrivet för hand och syns i den publicerade rapporten, där färre än 5 "
        "personer inte visas. Skriv om det utan antal."
    )


def _med_uppgift(material: Grundmaterial, **uppgifter: Varde) -> Grundmaterial:
    return replace(material, texter=replace(material.texter, uppgifter=uppgifter))


def test_an_entered_figure_of_few_persons_is_found_by_name_and_where_it_is_printed() -> None:
    kalla = Kalla("/uppgifter/", "Antal deltagare på dagen. Källa: kansliet")
    uppgifter = {
        "besok": Varde(3, "antal", kalla),
        "kom_man": Varde(2, "antal"),
        "styrelsemoten": Varde(4, "antal", Kalla("/uppgifter/", "Styrelsemöten. Källa: protokoll")),
        "kom_kvinnor": Varde(30, "antal"),
    }
    text = {"bakgrund": "Det kom {besok} personer, på {styrelsemoten} möten."}
    funna = _funna(_med_uppgift(_material(text), **uppgifter))
    assert [(k.var, k.vanster) for k in funna] == [
        ("Bakgrund, rad 1", "3 personer"),
        ("Uppgifter, besok", "besok = 3"),
        ("Uppgifter, kom_man", "kom_man = 2"),
    ]


def test_a_figure_that_a_publication_hides_for_itself_is_not_the_writers() -> None:
    """Three went to work: bound, so it is a dot where it is published."""
    (utfall,) = _funna(_material({"bakgrund": "Till arbete gick {arbete} deltagare."}))
    assert utfall.ok and utfall.id == "skrivet-antal"


def test_it_is_let_pass_by_name_and_is_no_part_of_a_publication() -> None:
    text = {"bakgrund": "Kansliet består av tre personer."}
    (rott,) = _funna(_material(text))
    material = _material(text)
    undantag = {rott.id: "Kansliet, inte deltagare (Ada)"}
    rapport = stall_upp(replace(material, texter=replace(material.texter, undantag=undantag)))
    assert rott.id not in [k.id for k in rapport.roda]
    assert rapport.avsnitt[-1].block[0].poster == (
        (f"{rott.rubrik}: Bakgrund, rad 1", "Kansliet, inte deltagare (Ada)"),
    )
    utgiven = for_publicering(rapport, Doljning(TROSKEL))
    assert rott.id not in [k.id for k in utgiven.kontroller]


def test_where_nothing_is_hidden_nothing_is_found() -> None:
    assert _funna(data.material({"bakgrund": "Tre deltagare."})) == []
