"""The paper on member fees: its rows, its clauses, and the rules that its figures must keep."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ekonomi.calculations.avgifter import Avgiftsmedlem, avgifter, halvarsavgifter
from ekonomi.calculations.avgiftsavstamning import avstamning
from ekonomi.calculations.betalplan import Rat
from finsam.periods import Period
from finsam.rapporter.avgiftsmaterial import Avgiftsmaterial, Avgiftsversion, Bokslutsnot
from finsam.rapporter.dokument import Rapport, Tabell, Text, Varde
from finsam.rapporter.material import Textmaterial, Textunderlag
from finsam.rapporter.medlemsavgifter import stall_upp
from finsam.rapporter.render.json_ import som_data
from finsam.rapporter.texter import bunden
from tests.rapporter.underlag import REGISTER

MEDLEMMAR = (
    Avgiftsmedlem("Arbetsförmedlingen", "stat", nyckel=1, betalar=False),
    Avgiftsmedlem("Försäkringskassan", "stat", nyckel=2),
    Avgiftsmedlem("Region Byarum", "region", nyckel=3),
    Avgiftsmedlem("Alby kommun", "kommun", 9000, nyckel=4),
    Avgiftsmedlem("Ås kommun", "kommun", 3000, nyckel=5),
)
KONTON = {2: "3020", 3: "3019", 4: "3011", 5: "3012"}


def version(ar: int = 2019, total: int = 1_000_002, **annat: object) -> Avgiftsversion:
    """½ of 1 000 002 is 500 001; a quarter is 250 000,50 and the odd krona the region's (F7).

    The municipalities' 250 000 by 9 000 and 3 000: 187 500 and 62 500.
    """
    dag = date(ar - 1, 11, 1)
    fordelat = avgifter(total, MEDLEMMAR, dag)
    grund = Avgiftsversion(ar, 1, True, fordelat, dag, "SCB", f"/avgifter/{ar}/")
    return replace(grund, **annat)  # type: ignore[arg-type]


def material(**annat: object) -> Avgiftsmaterial:
    rater = (
        Rat("stat", 1, 31, Decimal("0.5")),
        Rat("stat", 7, 31, Decimal("0.5")),
        Rat("region", 4, 30, Decimal(1)),
        Rat("kommun", 4, 30, Decimal(1)),
    )
    grund = Avgiftsmaterial(
        period=Period(2019),
        register=REGISTER,
        texter=Textmaterial(),
        aret=version(),
        fjolaret=version(2018, 800_000),
        rater=rater,
    )
    return replace(grund, **annat)  # type: ignore[arg-type]


def roda(ett: Avgiftsmaterial) -> dict[str, str]:
    return {k.id: k.text for k in stall_upp(ett).roda}


def tabellen(rapport: Rapport, id_: str = "medlemsavgifter") -> Tabell:
    (funnen,) = [t for t in rapport.tabeller if t.id == id_]
    return funnen


def test_raderna_i_ar_och_i_fjol() -> None:
    rader = [
        (rad["label"], rad["values"])
        for rad in som_data(stall_upp(material()))["tables"][0]["rows"]
    ]
    assert rader == [
        ("Totalt", [1_000_002, 800_000]),
        ("Försäkringskassan och Arbetsförmedlingen genom Försäkringskassan", [500_001, 400_000]),
        ("Region Byarum", [250_001, 200_000]),
        ("Kommunerna", [250_000, 200_000]),
        ("Fördelning mellan kommunerna*", [None, None]),
        ("Alby kommun", [187_500, 150_000]),
        ("Ås kommun", [62_500, 50_000]),
        ("Summa kommunerna", [250_000, 200_000]),
    ]


def test_fotnoten_sager_dagen_och_kallan() -> None:
    assert tabellen(stall_upp(material())).anmarkningar == (
        "* 2019 baseras på folkmängd 1\u00a0november\u00a02018, SCB.",
        "* 2018 baseras på folkmängd 1\u00a0november\u00a02017, SCB.",
    )


def test_varje_tal_leder_till_arets_sida() -> None:
    kallor = {
        cell.kalla.adress if cell.kalla else ""
        for rad in tabellen(stall_upp(material())).rader
        for cell in rad.varden
        if isinstance(cell, Varde)
    }
    assert kallor == {"/avgifter/2019/#avgifter", "/avgifter/2018/#avgifter"}


@pytest.mark.parametrize(
    ("faststalld", "titel"),
    [
        (True, "Fastställande av medlemsavgifter 2019"),
        (False, "Preliminära medlemsavgifter 2019"),
    ],
)
def test_rubriken_foljer_laget(faststalld: bool, titel: str) -> None:
    assert stall_upp(material(aret=version(faststalld=faststalld))).titel == titel


def test_att_satserna_ar_tabellens_belopp_och_forbundets_rater() -> None:
    rapport = stall_upp(material(aret=version(nns_promille=Decimal(1), nns_fast=Decimal(20_000))))
    (text,) = [b for a in rapport.avsnitt for b in a.block if isinstance(b, Text)]
    # 1 ‰ of 1 000 002 is 1 000,002 kr, and 20 000 kr on top.
    assert bunden(text.markdown, text.figurer).replace("\u00a0", " ") == (
        "Förbundsstyrelsen föreslås besluta\n\n"
        "- att fastställa medlemsavgifterna för 2019 till 1 000 002 kr enligt tabellen\n"
        "- att staten betalar mot faktura senast 31 januari och 31 juli\n"
        "- att regionen och kommunerna betalar mot faktura senast 30 april\n"
        "- att avgiften till NNS är 21 000 kr"
    )
    assert [rad.etikett for rad in tabellen(rapport, "nns-serviceavgift").rader] == [
        "Serviceavgift, 1\u00a0‰ av tilldelningen",
        "Fast medlemsavgift",
        "Summa",
    ]
    assert not rapport.roda


def test_en_siffra_som_skrivits_for_hand_ar_rod() -> None:
    texter = Textmaterial(texter={"arendet": Textunderlag("Avgifterna är 1 000 tkr.")})
    assert "obunden-siffra:arendet:1:1 000" in roda(material(texter=texter))


def test_k6_tilldelningen_ar_ett_tal_och_noten_ska_ha_samma() -> None:
    # Two tables with two amounts of one year: here there is one row, and the accounts must agree.
    noten = tuple(Decimal(kr) for kr in (500_001, 250_001, 187_500, 62_500))
    lika = material(bokslut=Bokslutsnot("2", Decimal(1_000_002), noten))
    assert not roda(lika)
    skild = material(bokslut=Bokslutsnot("2", Decimal(1_021_812), (*noten[:3], Decimal(84_310))))
    assert roda(skild) == {
        "avgifter:bokslut": "Tilldelningen är 1\u00a0000\u00a0002 kr, resultaträkningen visar "
        "1\u00a0021\u00a0812 kr.",
        "avgifter:not:Ås kommun": "Avgiften för Ås kommun är 62\u00a0500 kr, men ingen rad i "
        "not 2 har det beloppet.",
    }


def test_k12_den_udda_kronan_ar_alltid_regionens() -> None:
    # 2016 the municipalities got it, 2017 the region: 21 585 170 / 4 = 5 396 292,50.
    for total in (21_221_810, 21_585_170):
        ett = avgifter(total, MEDLEMMAR, None)
        assert (ett.region, ett.kommun) == (total // 4 + 1, total // 4)


def test_k31_halvarets_rader_ar_halvarets_summa() -> None:
    # Printed: rows 11 545 002, total 11 545 000. Here the rows are what the total is made of.
    ett = avgifter(23_090_000, MEDLEMMAR, None)
    h1, h2 = halvarsavgifter(ett)
    assert sum(rad.belopp for rad in h1.rader) == h1.total == 11_545_000
    assert sum(rad.belopp for rad in h2.rader) == h2.total == 11_545_000


def test_det_bokforda_ar_avgiften() -> None:
    bokfort = {"3020": Decimal(500_001), "3019": Decimal(250_000), "3011": Decimal(187_500)}
    stangt = avstamning(version().avgifter, KONTON, bokfort, oppet=False)
    assert roda(material(avstamning=stangt)) == {
        "avgifter:bokfort:3019": "Avgiften är 250\u00a0001 kr, bokfört är 250\u00a0000 kr.",
        "avgifter:bokfort:3012": "Avgiften är 62\u00a0500 kr, bokfört är 0 kr.",
    }
    # While bookings go on, what is missing is nothing to stop for; too much is.
    oppet = avstamning(version().avgifter, KONTON, {**bokfort, "3012": Decimal(70_000)}, oppet=True)
    assert list(roda(material(avstamning=oppet))) == ["avgifter:bokfort:3012"]


def test_en_aldre_folkmangd_ar_rod_for_det_som_ar_faststallt() -> None:
    aldre = version(folkmangd_datum=date(2017, 11, 1))
    assert "avgifter:folkmangd" in roda(material(aret=aldre))
    assert not roda(material(aret=replace(aldre, faststalld=False)))


def test_delarna_mot_helheten_ar_rod_nar_tabellen_inte_summerar() -> None:
    ett = version()
    bruten = replace(ett.avgifter, total=ett.avgifter.total + 1)
    assert roda(material(aret=replace(ett, avgifter=bruten))) == {
        "avgifter:delar:2019": "Delarna summerar till 1\u00a0000\u00a0002 kr, tilldelningen är "
        "1\u00a0000\u00a0003 kr."
    }
