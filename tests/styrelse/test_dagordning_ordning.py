"""The order of an agenda, and the numbers that follow it until the notice is sent."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.choices import Bilagenumrering
from styrelse.calculations.numrering import Onumrerad, numrera
from styrelse.models import Mote
from styrelse.selectors.dagordning import numrerade, punkter_i_ordning
from tests.styrelse.dagordningsexempel import (
    bifoga,
    fast_punkt,
    punkt_om,
    skapa_forbund,
    skicka,
)
from tests.styrelse.exempelmoten import mote as ett_mote

PUNKT, LOPANDE = Bilagenumrering.PUNKT, Bilagenumrering.LOPANDE


def dagordning() -> Mote:
    """Opening; A with two annexes, one in its writing; B with one; övriga frågor; closing."""
    mote = ett_mote(date(2026, 3, 19))
    fast_punkt(mote, "sist", 2, "avslutande", rubrik="Avslutning")
    fast_punkt(mote, "sist", 1, "formalia", rubrik="Övriga frågor")
    b = punkt_om(mote, 2, "B")
    a = punkt_om(mote, 1, "A")
    fast_punkt(mote, "forst", 1, "oppnande", rubrik="Öppnande")
    for punkt, titel, inom in ((a, "A1", True), (a, "A2", False), (b, "B1", False)):
        bifoga(punkt.arende, titel, i_skrivelsen=inom)
    return mote


def visad(mote: Mote) -> list[tuple[int, str, str, list[str]]]:
    """Each item as (number, heading, its writing's number, its annexes' numbers)."""
    titlar = {p.pk: p.titel for p in punkter_i_ordning(mote)}
    return [
        (n.nummer, titlar[n.punkt], n.skrivelse, list(n.bilagor.values())) for n in numrerade(mote)
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("vana", "a", "b"),
    [
        # A is item 2: its writing is annex 2 and holds A1, A2 is 2.1. B is item 3, B1 is 3.1.
        (PUNKT, ("2", ["2", "2.1"]), ("3", ["3.1"])),
        # Annexes run through the meeting; writings have no number.
        (LOPANDE, ("", ["1", "2"]), ("", ["3"])),
    ],
)
def test_nummer_foljer_ordningen_enligt_forbundets_vana(vana, a, b):
    skapa_forbund(bilagenumrering=vana)
    assert visad(dagordning()) == [
        (1, "Öppnande", "", []),
        (2, "A", *a),
        (3, "B", *b),
        (4, "Övriga frågor", "", []),
        (5, "Avslutning", "", []),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("vana", "ny_i_a", "ny_punkt"), [(PUNKT, "2.2", "6.1"), (LOPANDE, "4", "5")]
)
def test_det_som_kommer_efter_kallelsen_far_nasta_nummer(vana, ny_i_a, ny_punkt):
    skapa_forbund(bilagenumrering=vana)
    mote = dagordning()
    fasta = numrerade(mote)
    punkter = punkter_i_ordning(mote)
    bilagor = {b.pk: b for p in punkter if p.arende for b in p.arende.bilagor.all()}
    nummer = {p: n.nummer for p, n in zip(punkter, fasta, strict=True)}
    skicka(mote, nummer, {bilagor[b]: nr for n in fasta for b, nr in n.bilagor.items()})
    a = next(p for p in punkter if p.titel == "A")
    ny_bilaga = bifoga(a.arende, "A3")
    ny = punkt_om(mote, 3, "Nytt", tillagd=True)
    bifoga(ny.arende, "N1")
    efter = {n.punkt: n for n in numrerade(mote)}
    assert all(efter[n.punkt].nummer == n.nummer for n in fasta)
    assert all(efter[n.punkt].bilagor.items() >= n.bilagor.items() for n in fasta)
    assert efter[a.pk].bilagor[ny_bilaga.pk] == ny_i_a
    assert (efter[ny.pk].nummer, [*efter[ny.pk].bilagor.values()]) == (6, [ny_punkt])
    # It is taken up before the meeting is closed.
    assert [p.titel for p in punkter_i_ordning(mote)][-3:] == [
        "Övriga frågor",
        "Nytt",
        "Avslutning",
    ]


@pytest.mark.django_db
def test_ersatt_bilaga_som_inte_ar_skickad_har_inget_nummer(django_assert_num_queries):
    mote = dagordning()
    a = next(p for p in punkter_i_ordning(mote) if p.titel == "A")
    gammal = a.arende.bilagor.get(titel="A2")
    gammal.ersatt_av = bifoga(a.arende, "A2 ny")
    gammal.save()
    with django_assert_num_queries(4):  # items, sent annexes, annexes, the association
        rad = next(n for n in numrerade(mote) if n.punkt == a.pk)
    assert gammal.pk not in rad.bilagor
    assert list(rad.bilagor.values()) == ["2", "2.1"]


@st.composite
def onumrerade(draw: st.DrawFn) -> list[Onumrerad]:
    nycklar = iter(range(100))
    return [
        Onumrerad(
            punkt=nr,
            skrivelse=draw(st.booleans()),
            bilagor=tuple(next(nycklar) for _ in range(draw(st.integers(0, 3)))),
        )
        for nr in range(draw(st.integers(1, 6)))
    ]


@given(onumrerade(), st.sampled_from(Bilagenumrering), st.integers(0, 2))
def test_det_skickade_behaller_sitt_nummer_och_inget_nummer_ges_tva_ganger(punkter, vana, nya):
    skickat = numrera(punkter, vana)
    fasta = [
        replace(p, fast=n.nummer, fasta=n.bilagor, bilagor=(*p.bilagor, 200 + p.punkt))
        for p, n in zip(punkter, skickat, strict=True)
    ]
    efter = numrera(fasta + [Onumrerad(300 + i, bilagor=(400 + i,)) for i in range(nya)], vana)
    for fore, nu in zip(skickat, efter, strict=False):
        assert nu.nummer == fore.nummer
        assert nu.bilagor.items() >= fore.bilagor.items()
    alla = [nr for n in efter for nr in n.bilagor.values()]
    assert len(set(alla)) == len(alla)
    assert len({n.nummer for n in efter}) == len(efter)
