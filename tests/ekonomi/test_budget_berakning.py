"""Budgets without a database: blocks, differences between versions, warnings."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ekonomi.calculations.budgetdiff import Postvarde, budgetdiff
from ekonomi.calculations.budgetposter import UTANFOR, Post, Postnyckel, gruppera, summera
from ekonomi.calculations.budgetprovning import (
    Planar,
    fel_enhet,
    for_sent,
    fritt_vid_arets_borjan,
    mot_beviljat,
    underskott,
)
from ekonomi.uppstallning import las_uppstallning
from tests.ekonomi.budgetexempel import ARVODE, AVGIFT, BRO, LON, LOTS, TOML

D = Decimal
MALL = las_uppstallning(TOML)
KONTOR = Postnyckel("6110", "20")


def post(nyckel: Postnyckel, belopp: int | None, **falt: object) -> Post:
    projekt = f"P{nyckel.insats}" if nyckel.insats else None
    tal = None if belopp is None else D(belopp)
    return replace(Post(nyckel, nyckel.konto, projekt=projekt, belopp=tal), **falt)


def test_posterna_star_i_uppstallningens_ordning_med_summor() -> None:
    poster = [
        post(LOTS, -400),
        post(LON, -600, fg_budget=D(-550)),
        post(KONTOR, -30),
        post(AVGIFT, 1000),
        post(Postnyckel("7000"), -5),
        post(ARVODE, -50),
    ]
    grupper = gruppera(MALL, poster)
    assert [(g.namn, g.summor.belopp) for g in grupper] == [
        ("Medlemsavgifter", 1000),
        ("Förtroendevalda", -50),
        ("Kansli", -630),  # −600 − 30
        ("Samverkansinsatser", -400),
        (UTANFOR, -5),
    ]
    kansli = grupper[2]
    assert [(d.namn, d.summor.belopp) for d in kansli.delar] == [
        ("Driftskostnader", -30),
        ("Personal", -600),
    ]
    assert kansli.summor.fg_budget == -550
    assert kansli.summor.skillnad == -80  # −630 − (−550)
    assert grupper[0].summor.skillnad is None  # no budget last year to compare with
    assert summera(poster).belopp == -85  # 1000 − 50 − 630 − 400 − 5


def test_utan_uppstallning_star_allt_i_en_grupp() -> None:
    (grupp,) = gruppera(None, [post(AVGIFT, 10), post(LON, -4)])
    assert (grupp.namn, grupp.summor.belopp) == ("Poster", 6)


@pytest.mark.parametrize("nyckel", [AVGIFT, LON, LOTS, Postnyckel("5110", "a.b/c d", 7)])
def test_nyckeln_gar_att_lasa_igen_ur_faltets_namn(nyckel: Postnyckel) -> None:
    assert Postnyckel.fran_kod(nyckel.kod) == nyckel


@pytest.mark.parametrize("kod", ["", "stand", "5110", "x.20.", "5110.20.ett"])
def test_annan_text_ar_ingen_nyckel(kod: str) -> None:
    assert Postnyckel.fran_kod(kod) is None


def test_skillnaden_mellan_tva_versioner() -> None:
    manader = tuple(D(-50) for _ in range(12))
    diff = budgetdiff(
        {
            AVGIFT: Postvarde(D(1000)),
            LON: Postvarde(D(-600)),
            LOTS: Postvarde(D(-400)),
            ARVODE: Postvarde(D(-50)),
        },
        {
            AVGIFT: Postvarde(D(1000)),
            LON: Postvarde(D(-600), manader),
            ARVODE: Postvarde(D(-70)),
            BRO: Postvarde(D(-250)),
        },
    )
    assert [(p.nyckel, p.handelse, p.skillnad) for p in diff.andrade] == [
        (LON, "Annan fördelning över året", 0),
        (LOTS, "Borttagen", 400),
        (ARVODE, "Ändrad", -20),
        (BRO, "Ny", -250),
    ]
    # 1000 − 600 − 400 − 50 = −50 and 1000 − 600 − 70 − 250 = 80
    assert (diff.fore, diff.efter, diff.skillnad) == (-50, 80, 130)


VERSION = st.dictionaries(
    st.sampled_from([AVGIFT, LON, LOTS, ARVODE, BRO]),
    st.builds(Postvarde, st.decimals(-1_000_000, 1_000_000, places=2)),
)


@given(VERSION, VERSION)
def test_posternas_skillnader_ar_resultatets(
    fore: dict[Postnyckel, Postvarde], efter: dict[Postnyckel, Postvarde]
) -> None:
    diff = budgetdiff(fore, efter)
    assert sum(p.skillnad for p in diff.andrade) == diff.skillnad == diff.efter - diff.fore
    assert budgetdiff(fore, fore).andrade == ()


@pytest.mark.parametrize(
    ("beslutad", "text"),
    [
        (None, ""),
        (date(2023, 11, 30), ""),
        (date(2023, 12, 1), "Budgeten ska fastställas senast 30 november."),
        (date(2024, 1, 15), "Budgeten ska fastställas senast 30 november."),
    ],
)
def test_efter_30_november_varnas(beslutad: date | None, text: str) -> None:
    assert for_sent(2024, beslutad) == text


@pytest.mark.parametrize(
    ("resultat", "fritt", "text"),
    [
        (-50_000, 50_000, ""),
        (10_000, -5_000, ""),
        (-50_000, None, ""),
        (
            -1_250_000,
            1_200_000,
            "Underskottet 1\u00a0250\u00a0tkr är större än fritt eget kapital 1\u00a0200\u00a0tkr.",
        ),
        (-4_000, -9_000, "Underskottet 4\u00a0tkr är större än fritt eget kapital −9\u00a0tkr."),
    ],
)
def test_underskott_over_fritt_eget_kapital(resultat: int, fritt: int | None, text: str) -> None:
    assert underskott(D(resultat), None if fritt is None else D(fritt)) == text


def test_fritt_eget_kapital_rullar_over_planerade_ar() -> None:
    # 500 − 200 + 50 = 350
    assert fritt_vid_arets_borjan(D(500), [Planar(2024, D(-200)), Planar(2025, D(50))]) == 350


@pytest.mark.parametrize(
    ("falt", "text"),
    [
        ({"fg_budget": D(-600)}, "Beloppet är 1\u00a0000 gånger större än budgeten 2023."),
        ({"beviljat": D(-590_000), "fg_budget": D(-600)}, ""),
        ({"beviljat": D(-600)}, "Beloppet är 1\u00a0000 gånger större än det insatsen har"),
        ({"fg_utfall": D(-600_000_000)}, "Beloppet är 1\u00a0000 gånger mindre än utfallet."),
        ({}, ""),
    ],
)
def test_belopp_i_fel_enhet(falt: dict[str, Decimal], text: str) -> None:
    sagt = fel_enhet(post(LON, -600_000, **falt), 2023)
    assert sagt.startswith(text) if text else sagt == ""
    assert not text or sagt.endswith("Är det angivet i tkr?")


def test_insats_mot_vad_den_har_beviljats() -> None:
    assert mot_beviljat(post(LOTS, -400_000, beviljat=D(-400_000))) == ""
    assert (
        mot_beviljat(post(LOTS, -410_000, beviljat=D(-400_000)))
        == "Insatsen har beviljats 400 tkr, budgeten har 410."
    )
