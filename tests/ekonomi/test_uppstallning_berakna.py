"""The engine on the invented association's year; every number added up by hand in exempel."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ekonomi.uppstallning import (
    Berakning,
    Kontounderlag,
    Saldorad,
    Underlag,
    berakna,
    las_uppstallning,
)
from ekonomi.uppstallning.mall import Kolumnmall
from finsam.periods import Period, las_period
from tests.ekonomi.exempel import TOML, exempelmall, exempelunderlag

D = Decimal
MALL = exempelmall()
AR = Period(2019)
H1 = Period(2019, "H", 1)


def kolumnvis(berakning: Berakning, tabell: str) -> dict[str, list[Decimal | str | None]]:
    return {
        rad.id: [cell.tal if cell.text is None else cell.text for cell in rad.celler]
        for rad in berakning.tabell(tabell).rader
        if rad.id
    }


@pytest.fixture
def aret() -> Berakning:
    return Berakning(MALL, exempelunderlag(), AR)


@pytest.fixture
def halvaret() -> Berakning:
    return Berakning(MALL, exempelunderlag(), H1)


def test_resultatrakning(aret: Berakning) -> None:
    # Columns: 2019, 2018, budget 2019, outcome − budget.
    assert kolumnvis(aret, "resultat") == {
        "avgifter": [1000, 900, 1000, 0],
        "insatser": [-450, 0, -360, -90],
        "ovrigt_kopt": [0, 0, 0, 0],
        "personal": [-240, -400, -300, 60],
        "kontor": [-60, -100, 0, -60],
        "summa_kostnader": [-750, -500, -660, -90],
        "rantor": [10, 0, 0, 10],
        "resultat": [260, 400, 340, -80],
    }
    rubriker = [kolumn.rubrik for kolumn in aret.tabell("resultat").kolumner]
    assert rubriker[:3] == ["2019-01-01 2019-12-31", "2018-01-01 2018-12-31", "Budget 2019"]


def test_perioden_star_i_titel_och_etikett_men_inte_i_registrens_namn() -> None:
    mall = las_uppstallning(
        """giltig_fran = 2018
        [[tabell]]
        id = "rr"
        slag = "resultatrakning"
        titel = "Resultat {ar}"
        kolumner = [{slag = "utfall"}]
        rad = [
          {rubrik = "Från {start}"},
          {konton = ["1510"], per = "konto", id = "kund"},
          {id = "totalt", etikett = "Totalt {slut}", summa = ["kund"]},
        ]"""
    )
    kund = Kontounderlag("1510", "Kund {slut}", "T")
    [tabell] = berakna(mall, replace(exempelunderlag(), konton=(kund,)), AR)
    assert tabell.titel == "Resultat 2019"
    etiketter = [rad.etikett for rad in tabell.rader]
    assert etiketter == ["Från 2019-01-01", "Kund {slut}", "Totalt 2019-12-31"]


def test_balansrakning_med_resultat_som_inte_forts_om(aret: Berakning) -> None:
    assert kolumnvis(aret, "balans") == {
        "fordringar": [70, 100],
        "bank": [1400, 900],
        "tillgangar": [1470, 1000],
        "reservfond": [400, 400],
        "balanserat": [500, 100],
        "eget_resultat": [260, 400],
        "eget_kapital": [1160, 900],
        "skulder": [310, 100],
        "passiva": [1470, 1000],
    }


def test_resultat_som_forts_om_till_eget_kapital_raknas_en_gang() -> None:
    # The year-end voucher 8999 +260 / 2081 −260: unbooked result 0, equity unchanged.
    underlag = exempelunderlag()
    omforing = (Saldorad("8999", 12, D(260)), Saldorad("2081", 12, D(-260)))
    saldon = {**underlag.saldon, 2019: underlag.saldon[2019] + omforing}
    balans = kolumnvis(Berakning(MALL, replace(underlag, saldon=saldon), AR), "balans")
    assert balans["eget_resultat"][0] == 0
    assert balans["balanserat"][0] == 760
    assert balans["passiva"][0] == 1470


def test_konto_som_ocksa_namns_pa_resultatraden_raknas_en_gang() -> None:
    text = TOML.replace("obokfort_resultat = true", 'obokfort_resultat = true, konton = ["3420"]')
    balans = kolumnvis(Berakning(las_uppstallning(text), exempelunderlag(), AR), "balans")
    assert balans["eget_resultat"][0] == 260


def test_kassaflode(aret: Berakning) -> None:
    # 260 + 30 + 210 = 500 = 1400 − 900.
    assert kolumnvis(aret, "kassaflode") == {
        "kf_resultat": [260],
        "kf_fordringar": [30],
        "kf_skulder": [210],
        "kf_arets": [500],
        "kf_borjan": [900],
        "kf_slut": [1400],
    }


def test_not_med_en_rad_per_konto_utan_tomma(aret: Berakning) -> None:
    rader = aret.tabell("not-1").rader
    assert [(rad.id, rad.etikett, rad.celler[0].tal) for rad in rader] == [
        ("not1-3400", "Avgifter från kommuner", 250),
        ("not1-3410", "Avgift från regionen", 250),
        ("not1-3420", "Avgift från staten", 500),
        ("not1_summa", "Summa", 1000),
    ]
    assert rader[0].radmall == "not1"


def test_driftredovisning_med_budget_diff_och_kvot(aret: Berakning) -> None:
    assert kolumnvis(aret, "drift") == {
        "styrelse": [None, -60, -40, 20, D(40) / 60],
        "kansli": [None, -240, -260, -20, D(260) / 240],
        "kansli_mot_budget": [None, None, D(260) / 240, None, None],
        "individ-1": ["Östby kommun", -240, -300, -60, D("1.25")],
        "struktur-2": ["Region Syd", -120, -150, -30, D("1.25")],
        "alla_insatser": [None, -360, -450, -90, D("1.25")],
    }
    etiketter = [rad.etikett for rad in aret.tabell("drift").rader]
    assert etiketter[3:7] == ["Individ", "Vägen", "Struktur", "Lots, Region Syd"]
    enheter = [cell.enhet for cell in aret.tabell("drift").rad("individ-1").celler]
    assert enheter == ["text", "tkr", "tkr", "tkr", "procent"]


def test_insatser_star_i_agarnas_ordning() -> None:
    # Number 3 gets money and a municipality first in the alphabet, number 1 a region.
    underlag = exempelunderlag()
    ett, tva, tre = underlag.insatser
    insatser = (replace(ett, agare=tva.agare), tva, tre)
    pengar = Saldorad("4310", 2, D(5), projekt="103")
    saldon = {2019: (*underlag.saldon[2019], pengar)}
    drift = Berakning(MALL, replace(underlag, insatser=insatser, saldon=saldon), AR).tabell("drift")
    ordning = [rad.id for rad in drift.rader if rad.radmall == "individ"]
    assert ordning == ["individ-3", "individ-1"]
    insatser = (ett, tva, replace(tre, agare=tva.agare))
    drift = Berakning(MALL, replace(underlag, insatser=insatser, saldon=saldon), AR).tabell("drift")
    ordning = [rad.id for rad in drift.rader if rad.radmall == "individ"]
    assert ordning == ["individ-1", "individ-3"]


def test_summan_av_inga_insatser_ar_noll_men_ingenting_utan_bokforing() -> None:
    underlag = replace(exempelunderlag(), insatser=())
    drift = kolumnvis(Berakning(MALL, underlag, AR), "drift")
    assert drift["alla_insatser"][1:4] == [0, 0, 0]
    utan = replace(underlag, saldon={}, budget={})
    assert kolumnvis(Berakning(MALL, utan, AR), "drift")["alla_insatser"][1:4] == [None] * 3


def test_agarens_korta_form_ar_insatsens_text_om_den_har_nagon() -> None:
    tabell = MALL.tabell("drift")
    kolumner = (replace(tabell.kolumner[0], form="kort"), tabell.kolumner[2])
    mall = replace(MALL, tabeller=(replace(tabell, kolumner=kolumner),))
    drift = kolumnvis(Berakning(mall, exempelunderlag(), AR), "drift")
    assert drift["individ-1"] == ["Östby & AF", -300]
    assert drift["struktur-2"] == ["Region Syd", -150]


def test_oversikt_over_ar_dar_ett_saknas(aret: Berakning) -> None:
    # Solidity 1160/1470 and 900/1000; turnover 1/((4,5 + 3,5)/2); 2017 has no ledger: nothing.
    assert kolumnvis(aret, "oversikt") == {
        "o_soliditet": [D(1160) / 1470, D("0.9"), None],
        "o_likviditet": [D(1470) / 310, 10, None],
        "o_anstallda": [D("4.5"), D("3.5"), None],
        "o_omsattning": [D("0.25"), None, None],
    }
    enheter = [rad.celler[0].enhet for rad in aret.tabell("oversikt").rader]
    assert enheter == ["procent", "procent", "antal", "procent"]
    assert aret.tabell("oversikt").anmarkningar


def test_halvaret_summerar_manaderna_och_delar_budgeten(halvaret: Berakning) -> None:
    # Fees 1000 in January, budget 1000 × 6/12. Lots starts in July: no budget for the half-year.
    resultat = kolumnvis(halvaret, "resultat")
    assert resultat["avgifter"] == [1000, 900, 500, 500]
    assert resultat["insatser"] == [-300, 0, -120, -180]
    assert resultat["resultat"] == [500, 500, 230, 270]
    assert kolumnvis(halvaret, "drift")["individ-1"][4] == D("2.5")
    assert "struktur-2" not in kolumnvis(halvaret, "drift")
    # Against the whole year's budget: salaries 200 of 240.
    assert kolumnvis(halvaret, "drift")["kansli_mot_budget"][2] == D(200) / 240


def test_halvarets_balans_och_kassaflode(halvaret: Berakning) -> None:
    # Bank 900 + 1000 − 300 − 200 = 1400; equity 400 + 500 + 500.
    balans = kolumnvis(halvaret, "balans")
    assert balans["bank"] == [1400, 1000]
    assert balans["tillgangar"][0] == balans["passiva"][0] == 1500
    assert kolumnvis(halvaret, "kassaflode")["kf_arets"] == [500]


def test_andra_halvarets_ingaende_ar_balansen_vid_halvarsskiftet() -> None:
    kassaflode = kolumnvis(Berakning(MALL, exempelunderlag(), Period(2019, "H", 2)), "kassaflode")
    # −150 − 40 − 60 + 10 = −240 result; −240 + 30 + 210 = 0 = 1400 − 1400.
    assert kassaflode == {
        "kf_resultat": [-240],
        "kf_fordringar": [30],
        "kf_skulder": [210],
        "kf_arets": [0],
        "kf_borjan": [1400],
        "kf_slut": [1400],
    }


def test_kolumn_for_helaret_i_en_halvarsrapport() -> None:
    tabell = MALL.tabell("resultat")
    kolumn = replace(tabell.kolumner[2], helar=True)
    mall = replace(MALL, tabeller=(replace(tabell, kolumner=(kolumn,)),))
    (resultat,) = berakna(mall, exempelunderlag(), H1)
    assert resultat.rad("resultat").celler[0].tal == 340
    assert resultat.kolumner[0].period == AR


@pytest.mark.parametrize("kod", ["2019", "2019-H1", "2019-A08"])
def test_prognosen_ar_alltid_hela_arets(kod: str) -> None:
    tabell = MALL.tabell("drift")
    mall = replace(MALL, tabeller=(replace(tabell, kolumner=(Kolumnmall("prognos"),)),))
    resultat = kolumnvis(Berakning(mall, exempelunderlag(), las_period(kod)), "drift")
    assert resultat["individ-1"] == [-230]
    assert resultat["kansli"] == [-260]
    assert resultat["kansli_mot_budget"] == [None]


def test_en_prognoscell_namner_sina_konton() -> None:
    tabell = MALL.tabell("resultat")
    mall = replace(MALL, tabeller=(replace(tabell, kolumner=(Kolumnmall("prognos"),)),))
    (resultat,) = berakna(mall, exempelunderlag(), H1)
    (cell,) = resultat.rad("personal").celler
    assert cell.tal == -330 and cell.proveniens
    assert [(del_.konto, del_.belopp) for del_ in cell.proveniens.konton] == [("5010", -330)]


def test_utan_prognos_ar_kolumnen_tom() -> None:
    tabell = MALL.tabell("resultat")
    mall = replace(MALL, tabeller=(replace(tabell, kolumner=(Kolumnmall("prognos"),)),))
    underlag = replace(exempelunderlag(), prognos={})
    assert kolumnvis(Berakning(mall, underlag, AR), "resultat")["resultat"] == [None]


def test_ar_utan_bokforing_eller_budget_ar_ingenting_inte_noll() -> None:
    resultat = kolumnvis(Berakning(MALL, exempelunderlag(), Period(2018)), "resultat")
    assert resultat["avgifter"] == [900, None, None, None]
    assert resultat["resultat"] == [400, None, None, None]


def test_cellens_ursprung(aret: Berakning) -> None:
    kansli = aret.tabell("drift").rad("kansli").celler[2].proveniens
    assert kansli is not None
    assert [(del_.konto, del_.belopp) for del_ in kansli.konton] == [("5010", -200), ("6110", -60)]
    assert (kansli.manader, kansli.block, kansli.projekt) == ((1, 12), ("B",), ())
    assert kansli.urval is not None and kansli.urval.utan_block == ("A",)
    insats = aret.tabell("drift").rad("individ-1").celler[2].proveniens
    assert insats is not None and insats.projekt == ("101",)
    bank = aret.tabell("balans").rad("bank").celler[1].proveniens
    assert bank is not None and (bank.manader, bank.period) == ((0, 12), Period(2018))
    forandring = aret.tabell("kassaflode").rad("kf_fordringar").celler[0].proveniens
    assert forandring is not None
    assert ([str(term) for term in forandring.termer], forandring.matt) == (
        ["-fordringar"],
        "forandring",
    )


def test_okant_id(aret: Berakning) -> None:
    with pytest.raises(KeyError):
        aret.tabell("finns-inte")
    with pytest.raises(KeyError):
        aret.varde("finns_inte", "utfall", AR)


ORE = st.decimals(-(10**9), 10**9, places=2)
RADER = st.lists(
    st.builds(
        Saldorad,
        st.sampled_from(["1930", "2081", "3400", "4310", "5010", "6110", "8310"]),
        st.integers(0, 12),
        ORE,
        st.sampled_from([None, "A", "B"]),
        st.sampled_from([None, "101", "102"]),
    ),
    max_size=60,
)


@given(RADER)
def test_balansens_sidor_skiljer_precis_sa_mycket_som_bokforingen(rader: list[Saldorad]) -> None:
    underlag = Underlag(konton=exempelunderlag().konton, saldon={2019: tuple(rader)})
    balans = kolumnvis(Berakning(MALL, underlag, AR), "balans")
    tillgangar, passiva = balans["tillgangar"][0], balans["passiva"][0]
    assert isinstance(tillgangar, Decimal) and isinstance(passiva, Decimal)
    assert tillgangar - passiva == sum(rad.belopp for rad in rader)


@given(RADER)
def test_halvaren_ger_aret(rader: list[Saldorad]) -> None:
    underlag = Underlag(konton=exempelunderlag().konton, saldon={2019: tuple(rader)})
    delar = [
        Berakning(MALL, underlag, Period(2019, "H", nr)).varde(
            "resultat", "utfall", Period(2019, "H", nr)
        )
        for nr in (1, 2)
    ]
    helar = Berakning(MALL, underlag, AR).varde("resultat", "utfall", AR)
    assert sum(del_ for del_ in delar if del_ is not None) == helar
