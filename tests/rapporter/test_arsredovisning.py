"""The annual report of an association with its own accounts and lines: outline and figures."""

from decimal import Decimal
from itertools import pairwise

from finsam.rapporter.arsredovisning import ARSREDOVISNING
from finsam.rapporter.dispositioner.arsredovisning import DISPOSITION
from finsam.rapporter.dokument import Diagram, Lista, Rapport, Tabell, Text, Varde
from tests.rapporter.underlag import material

RUBRIKER = [
    "Ordföranden har ordet",
    "Översikt över verksamhetens utveckling",
    "Förvaltningsberättelse",
    "Sammanfattning av perioden",
    "Om Samordningsförbundet Byarum",
    "Förbundets medlemmar",
    "Styrelsen",
    "Revisorer",
    "Kansli och utvecklingsgrupper",
    "Stöd till parterna för att underlätta samverkan",
    "Fördelning av medel",
    "Viktiga förhållanden för resultat och ekonomisk ställning",
    "Händelser av väsentlig betydelse",
    "Mål och utfall år 2019",
    "Styrning och uppföljning av verksamheten",
    "Förbundets arbete med kompetenshöjande aktiviteter",
    "Övriga aktiviteter",
    "Uppföljning av insatser",
    "Finansierade insatser under år 2019",
    "Deltagare i individinsatser",
    "Externt finansierade projekt",
    "Avslutade insatser",
    "Vägen",
    "Sammanfattande analys av utfallet",
    "Uppföljning av internkontrollplan",
    "God ekonomisk hushållning och ekonomisk ställning",
    "Budget och medelstilldelning",
    "Kapitalförvaltning",
    "Väsentliga personalförhållanden",
    "Förväntad utveckling",
    "Ekonomisk redogörelse",
    "Ekonomisk översikt",
    "Kommentar till årsredovisning 2019",
    "Balanskravsavstämning",
    "Förtroendevalda och förvaltning",
    "Samverkansinsatser",
    "Resultaträkning",
    "Balansräkning",
    "Kassaflödesanalys",
    "Redovisningsprinciper",
    "Noter",
    "Driftredovisning",
    "Underskrifter",
]


def _tal(rapport: Rapport, tabell: str, etikett: str) -> list[Decimal | int | str | None]:
    (rad,) = [
        r for t in rapport.tabeller if t.id == tabell for r in t.rader if r.etikett == etikett
    ]
    return [cell.tal if isinstance(cell, Varde) else cell for cell in rad.varden]


def test_the_outline_is_the_annual_reports() -> None:
    assert [avsnitt.rubrik for avsnitt in ARSREDOVISNING.stall_upp(material()).avsnitt] == RUBRIKER


def test_a_layout_with_its_rows_gives_charts() -> None:
    diagram = [
        b.id
        for a in ARSREDOVISNING.stall_upp(material()).avsnitt
        for b in a.block
        if isinstance(b, Diagram)
    ]
    assert diagram == ["eget-kapital-tak", "insatser-budget"]


def test_headings_skip_no_level_and_ids_are_unique() -> None:
    nivaer = [0] + [del_.niva for del_ in DISPOSITION]
    assert all(b - a <= 1 for a, b in pairwise(nivaer))
    assert len({del_.id for del_ in DISPOSITION}) == len(DISPOSITION)


def test_statements_stand_once_each_in_their_places() -> None:
    rapport = ARSREDOVISNING.stall_upp(material())
    platser = {
        block.id: avsnitt.id
        for avsnitt in rapport.avsnitt
        for block in avsnitt.block
        if isinstance(block, Tabell)
    }
    assert platser == {
        "oversikt-5-ar": "oversikt",
        "styrelse": "styrelse",
        "finansierade-insatser": "finansierade-insatser",
        "resultatrakning": "resultatrakning",
        "balansrakning": "balansrakning",
        "kassaflodesanalys": "kassaflodesanalys",
        "not-1-avgifter": "noter",
        "not-2-kassa": "noter",
        "driftredovisning": "driftredovisning",
        "balanskrav-aterstallning": "balanskravsavstamning",
    }


def test_figures_come_from_the_ledger() -> None:
    rapport = ARSREDOVISNING.stall_upp(material())
    # 1 000 000 − 801 000 − 150 000 − 60 000 = −11 000; no ledger for 2018; budget −10 000.
    assert _tal(rapport, "resultatrakning", "Årets resultat") == [-11_000, None, -10_000]
    assert _tal(rapport, "balansrakning", "Summa tillgångar") == [498_000, None]
    # −11 000 − 20 000 + 9 000 = −22 000, the fall of the bank.
    assert _tal(rapport, "kassaflodesanalys", "Årets kassaflöde")[0] == -22_000
    assert _tal(rapport, "driftredovisning", "Vägen") == [
        "Alby",
        -700_000,
        -700_400,
        -400,
        Decimal(700_400) / 700_000,
    ]


def test_every_figure_has_a_kalla() -> None:
    for tabell in ARSREDOVISNING.stall_upp(material()).tabeller:
        for rad in tabell.rader:
            for cell in rad.varden:
                if isinstance(cell, Varde):
                    assert cell.kalla and cell.kalla.adress, (tabell.id, rad.etikett)


def test_texts_stand_before_tables_and_are_bound() -> None:
    rapport = ARSREDOVISNING.stall_upp(
        material(texter={"styrelse": "Resultatet blev {arets_resultat|tkr}."})
    )
    (avsnitt,) = [a for a in rapport.avsnitt if a.id == "styrelse"]
    assert [type(block) for block in avsnitt.block] == [Text, Tabell]
    assert avsnitt.block[0].figurer["arets_resultat"].tal == -11_000
    assert avsnitt.block[0].figurer["antal_insatser"].tal == 2


def test_an_empty_section_says_what_to_write() -> None:
    (avsnitt,) = [a for a in ARSREDOVISNING.stall_upp(material()).avsnitt if a.id == "personal"]
    assert (avsnitt.block, avsnitt.textid) == ((), "personal")
    assert avsnitt.ledtext


def test_a_waived_rule_is_printed() -> None:
    fel = material(texter={"personal": "Vi var 5 personer."})
    undantag = {"obunden-siffra:personal:1:5": "Antalet är känt (Åsa Ek)"}
    texter = fel.texter.__class__(fel.texter.texter, {}, undantag)
    rapport = ARSREDOVISNING.stall_upp(fel.__class__(**{**fel.__dict__, "texter": texter}))
    assert rapport.roda == ()
    (avsnitt,) = [a for a in rapport.avsnitt if a.id == "undantag"]
    (lista,) = avsnitt.block
    assert isinstance(lista, Lista)
    assert lista.poster[0][1].endswith("Antalet är känt (Åsa Ek)")
