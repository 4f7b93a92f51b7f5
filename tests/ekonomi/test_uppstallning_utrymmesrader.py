"""The rows that make up the decision space, as the layout names them."""

import pytest

from ekonomi.uppstallning import UppstallningFel, las_uppstallning
from tests.ekonomi.exempel import TOML

RADER = """
[beslutsutrymme]
intakter = ["avgifter"]
fortroendevalda = ["styrelse"]
forvaltning = ["kansli"]
insatser = ["individ", "struktur"]
"""


def med_rader(rader: str) -> str:
    return TOML.replace("[[tabell]]", f"{rader}\n[[tabell]]", 1)


def test_laser_raderna() -> None:
    rader = las_uppstallning(med_rader(RADER)).utrymmesrader
    assert rader is not None
    assert rader.insatser == ("individ", "struktur")
    assert rader.ovriga == ()


def test_utan_avsnittet_finns_inga() -> None:
    assert las_uppstallning(TOML).utrymmesrader is None


@pytest.mark.parametrize(
    ("gammalt", "nytt", "sats"),
    [
        ('["avgifter"]', '["avgift"]',
         "beslutsutrymme, nyckel ”intakter”: raden ”avgift” finns inte i uppställningen."),
        ('["individ", "struktur"]', '["insatser"]',
         "nyckel ”insatser”: raden ”insatser” ska ha per = \"insats\"."),
        ('["kansli"]', "[]", "nyckel ”forvaltning”: listan är tom. Ange minst ett rad-id."),
        ("forvaltning", "kontoret", "nyckel ”kontoret”: nyckeln är okänd här."),
    ],
)  # fmt: skip
def test_fel_i_raderna(gammalt: str, nytt: str, sats: str) -> None:
    with pytest.raises(UppstallningFel) as info:
        las_uppstallning(med_rader(RADER.replace(gammalt, nytt)))
    assert sats in "\n".join(info.value.fel)
