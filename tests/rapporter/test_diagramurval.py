"""Which figures the charts take from an uppställning, on the invented association's years."""

from decimal import Decimal

import pytest

from ekonomi.uppstallning import Berakning, las_uppstallning
from finsam.periods import Period
from finsam.rapporter.diagram.urval import eget_kapital, insatser_budget, intakter_kostnader
from finsam.rapporter.dokument import Diagram
from tests.ekonomi.exempel import TOML, exempelunderlag

# A driftredovisning whose result is a sum of sums, as associations print it.
DRIFT = """
[[tabell]]
id = "drift-2"
slag = "driftredovisning"
titel = "Driftredovisning"
enhet = "tkr"
kolumner = [{slag = "budget", rubrik = "Budget"}, {slag = "utfall", rubrik = "Utfall"}]
rad = [
  {id = "d_in", etikett = "Summa avgifter", summa = ["avgifter"]},
  {id = "d_insats", konton = ["4000-4999"], per = "insats", niva = 2},
  {id = "d_insatser", etikett = "Summa insatser", summa = ["d_insats"]},
  {id = "d_forv", etikett = "S:a förvaltning", summa = ["personal", "kontor"]},
  {id = "d_verksamhet", etikett = "Totalt verksamhet", summa = ["d_in", "d_insatser", "d_forv"]},
  {id = "d_totalt", etikett = "Totalt", slag = "total", summa = ["d_verksamhet", "rantor"]},
]
"""


def berakning(toml: str = TOML + DRIFT) -> Berakning:
    return Berakning(las_uppstallning(toml), exempelunderlag(), Period(2019))


def rader(diagram: Diagram) -> dict[str, list[Decimal | None]]:
    return {rad.etikett: [varde.tal for varde in rad.varden] for rad in diagram.tabell.rader}


def test_blocken_ar_delarna_i_driftens_forsta_summa_av_summor():
    diagram = intakter_kostnader(berakning())
    assert diagram.tabell.kolumner == ("2018", "2019")
    # 2018: fees 900; salaries 400 + office 100. 2019: 1000; 300 + 150; 200 + 40 + 60.
    assert rader(diagram) == {
        "Avgifter": [900, 1000],
        "Insatser": [0, 450],
        "Förvaltning": [500, 300],
    }


def test_utan_en_summa_av_summor_blir_det_inget_diagram():
    assert intakter_kostnader(berakning(TOML)) is None


def test_varje_insats_med_pengar_har_utfall_och_budget_med_plustecken():
    # Insats 3 has neither; a layout with two driftredovisningar shows the first one's rows.
    assert rader(insatser_budget(berakning(TOML))) == {
        "Vägen, Östby": [300, 240, Decimal("1.25")],
        "Lots, Region Syd": [150, 120, Decimal("1.25")],
    }


def test_eget_kapital_mot_taket_pa_arets_bidrag():
    diagram = eget_kapital(berakning(), "eget_kapital", "avgifter")
    # 2018: 500 + (900 − 400 − 100) = 900; cap 20 % × 900. 2019: 900 + 260; 20 % × 1000.
    assert rader(diagram) == {"Eget kapital": [900, 1160], "Trappans tak": [180, 200]}


@pytest.mark.parametrize("rad", ["kapital_i_fond", ""])
def test_utan_raden_blir_det_inget_diagram(rad):
    assert eget_kapital(berakning(), rad, "avgifter") is None
    assert eget_kapital(berakning(), "eget_kapital", rad) is None
