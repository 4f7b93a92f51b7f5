"""A matter is complete only with what its type needs."""

from dataclasses import replace

import pytest

from styrelse.calculations.fullstandighet import Arendebild, Brist, brister

HELT = Arendebild(
    till_beslut=True,
    till_nagot=True,
    har_skrivelse=True,
    forslag=("att godkänna rapporten",),
    arendet="Rapporten är klar.",
    undertecknare="Anna Ek, förbundschef",
    dokument="delarsrapport 2021-H1",
    bilagor=("delarsrapport 2021-H1",),
)


def test_ett_helt_arende_saknar_inget():
    assert brister(HELT) == ()


@pytest.mark.parametrize(
    ("andring", "brist"),
    [
        (
            {"till_nagot": False, "till_beslut": False},
            Brist("Ange om ärendet är till beslut, information eller diskussion."),
        ),
        ({"forslag": ()}, Brist("Ärendet ska beslutas men har inget förslag till beslut.")),
        # In the agenda itself some associations print no proposal: confirmed, it may go.
        (
            {"forslag": (), "har_skrivelse": False},
            Brist("Ärendet ska beslutas men har inget förslag till beslut.", medges=True),
        ),
        (
            {"forslag": ("godkänna rapporten",)},
            Brist("Varje sats i förslaget ska börja med ”att”: ”godkänna rapporten”."),
        ),
        ({"arendet": " \n"}, Brist("Tjänsteskrivelsen saknar text under Ärendet.")),
        ({"undertecknare": ""}, Brist("Tjänsteskrivelsen saknar undertecknare.")),
        (
            {"bilagor": ("delarsrapport 2020-H1",)},
            Brist("Dokumentet ”delarsrapport 2021-H1” är inte bifogat."),
        ),
        ({"fel": ("Siffran finns inte.",)}, Brist("Siffran finns inte.")),
    ],
)
def test_det_som_saknas_sags(andring, brist):
    assert brister(replace(HELT, **andring)) == (brist,)


def test_delarnas_forslag_racker_till_beslut():
    delar = replace(HELT, forslag=(), delforslag=(("att utse A",), ()))
    assert brister(delar) == ()


def test_information_utan_skrivelse_behover_bara_sin_rubrik():
    enkel = Arendebild(False, True, False, (), "", "")
    assert brister(enkel) == ()
