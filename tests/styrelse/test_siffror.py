"""Figures in a matter's words come from the documents that are attached to it."""

import pytest

from finsam.platshallare import OkandFigur
from styrelse.calculations.siffror import bilagornas_siffror, utskriven

DELAR = {
    "arets_resultat": {"value": -1864314, "unit": "kr"},
    "soliditet": {"value": 46.5, "unit": "procent"},
    "deltagare": {"value": "•", "unit": "text"},
    "okant": {"value": None, "unit": "kr"},
    "utrymme": {"value": 1864, "unit": "tkr"},
}
SIFFROR = bilagornas_siffror([("delarsrapport 2021-H1", DELAR)])


@pytest.mark.parametrize(
    ("text", "skrivet"),
    [
        ("Resultatet {arets_resultat|tkr} är klart", "Resultatet −1\u00a0864\u00a0tkr är klart"),
        ("{arets_resultat}", "−1\u00a0864\u00a0314\u00a0kr"),
        ("{arets_resultat|tkr|abs}", "1\u00a0864\u00a0tkr"),
        ("{delarsrapport.arets_resultat|tkr}", "−1\u00a0864\u00a0tkr"),
        ("{utrymme|kr}", "1\u00a0864\u00a0000\u00a0kr"),
        ("{soliditet}", "46,5\u00a0%"),
        ("{deltagare}", "•"),
        ("{okant}", "–"),
        ("Utan siffror", "Utan siffror"),
    ],
)
def test_siffran_skrivs_som_i_dokumentet(text, skrivet):
    assert utskriven(text, SIFFROR) == skrivet


@pytest.mark.parametrize(
    ("text", "fel"),
    [
        ("{arets_resultatet}", "Siffran ”arets_resultatet” finns inte. Närmast: arets_resultat"),
        ("{soliditet|tkr}", "Siffran ”soliditet” är i procent och kan inte visas i tkr."),
        ("{arets_resultat", "”{arets_resultat” är ingen siffra."),
    ],
)
def test_okand_siffra_sags(text, fel):
    with pytest.raises(OkandFigur) as svar:
        utskriven(text, SIFFROR)
    assert fel in str(svar.value)


def test_samma_namn_med_olika_varden_kraver_dokumentets_namn():
    annan = {"arets_resultat": {"value": 5, "unit": "kr"}}
    siffror = bilagornas_siffror([("delarsrapport 2021-H1", DELAR), ("arsredovisning 2020", annan)])
    assert "arets_resultat" not in siffror
    assert utskriven("{arsredovisning.arets_resultat}", siffror) == "5\u00a0kr"
    with pytest.raises(OkandFigur, match="Närmast: "):
        utskriven("{arets_resultat}", siffror)
