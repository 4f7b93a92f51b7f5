"""The rules: green on a ledger in order, red with both values and where when it is broken."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ekonomi.calculations.avgifter import Avgifter, Avgiftsrad
from ekonomi.uppstallning import Budgetrad
from finsam.rapporter.arsredovisning import ARSREDOVISNING
from finsam.rapporter.disposition import Material
from finsam.rapporter.dokument import Kontrollutfall
from tests.rapporter.underlag import (
    BUDGET,
    INSATSER,
    REGISTER,
    UNDERLAG,
    UPPSTALLNING,
    material,
    med_saldo,
    rad,
)


def kontroller(material_: Material) -> dict[str, Kontrollutfall]:
    return {utfall.id: utfall for utfall in ARSREDOVISNING.stall_upp(material_).kontroller}


def roda(material_: Material) -> dict[str, str]:
    return {utfall.id: utfall.text for utfall in ARSREDOVISNING.stall_upp(material_).roda}


def test_a_ledger_in_order_is_green() -> None:
    assert roda(material(texter={"personal": "Resultatet är {arets_resultat|tkr}."})) == {}


def test_the_balance_sheet_must_balance() -> None:
    # One account is left out of the debts: 498 000 against 389 000 + 100 000.
    utan = UPPSTALLNING.replace('["2410-2999"]', '["2500-2999"]')
    text = roda(material(uppstallning=utan))["balans:2019"]
    assert text == (
        "Tillgångar 498\u00a0000 kr och eget kapital och skulder 389\u00a0000 kr skiljer "
        "109\u00a0000 kr."
    )


def test_a_note_must_equal_its_line() -> None:
    fel = UPPSTALLNING.replace(
        'id = "not_bank"\n  etikett = "Bank"\n  konton = ["1910-1949"]',
        'id = "not_bank"\n  etikett = "Bank"\n  konton = ["1510-1949"]',
    )
    assert roda(material(uppstallning=fel))["not:2:2019"] == (
        "Not 2 summerar till 498\u00a0000 kr, raden visar 478\u00a0000 kr."
    )


def test_a_note_must_exist() -> None:
    fel = UPPSTALLNING.replace('not = "2"\n  konton', 'not = "7"\n  konton')
    assert roda(material(uppstallning=fel))["not:7"] == (
        "Raden ”Kassa och bank” hänvisar till not 7, som inte finns."
    )


def test_the_cash_flow_is_the_change_in_liquid_funds() -> None:
    fel = UPPSTALLNING.replace('forandring = ["-fordringar"]', 'forandring = ["fordringar"]')
    assert roda(material(uppstallning=fel))["kassaflode:2019"] == (
        "Kassaflödet 18\u00a0000 kr stämmer inte med förändringen i likvida medel −22\u00a0000 kr."
    )


def test_the_driftredovisning_ends_in_the_result() -> None:
    utan_block = med_saldo(rad("5010", 12, 500), rad("1930", 12, -500))
    utfall = kontroller(material(underlag=utan_block))["driftredovisning:utfall:2019"]
    assert (utfall.ok, utfall.vanster, utfall.hoger) == (False, -11_000, -11_500)


def test_the_year_opens_as_the_last_one_closed() -> None:
    fjol = (rad("1930", 0, 500_100), rad("2010", 0, -400_000), rad("2440", 0, -100_100))
    underlag = replace(UNDERLAG, saldon={2018: fjol, **UNDERLAG.saldon})
    assert roda(material(underlag=underlag))["ingaende:summa_tillgangar"] == (
        "Årets ingående balans är 500\u00a0000 kr, fjolårets utgående 500\u00a0100 kr."
    )


def test_an_account_without_a_line_is_named() -> None:
    utan = UPPSTALLNING.replace(
        '["6010-6099"]\n  [[tabell.rad]]\n  id = "arets',
        '["6090-6099"]\n  [[tabell.rad]]\n  id = "arets',
    )
    assert (
        "6010 Övriga kostnader, block 10 har 60\u00a0000\u00a0kr"
        in roda(material(uppstallning=utan))["konto:2019:6010:10"]
    )


def test_a_projekt_that_is_no_insats_is_named() -> None:
    okant = med_saldo(rad("4010", 12, 900, projekt="P9"), rad("1930", 12, -900))
    assert any("P9" in text for text in roda(material(underlag=okant)).values())


def test_an_insats_without_bookings_is_something_to_know() -> None:
    bara_ett = replace(
        UNDERLAG, saldon={2019: tuple(r for r in UNDERLAG.saldon[2019] if r.projekt != "P2")}
    )
    utfall = kontroller(material(underlag=bara_ett))["insats:2"]
    assert utfall.ok
    assert utfall.text == "Insatsen Bron har pågått under året utan någon bokföring."


def _avgifter(alby: int) -> Avgifter:
    rader = (Avgiftsrad("Alby kommun", "kommun", alby), Avgiftsrad("Region", "region", 400_000))
    return Avgifter(alby + 400_000, 0, 400_000, alby, rader)


def test_the_fees_are_the_income() -> None:
    assert roda(material(avgifter=(_avgifter(600_000), None))) == {}
    fel = roda(material(avgifter=(_avgifter(600_001), None)))
    assert fel["medlemsavgifter"] == (
        "De beräknade avgifterna är 1\u00a0000\u00a0001 kr, de bokförda 1\u00a0000\u00a0000 kr."
    )
    assert "Avgiften för Alby kommun är 600\u00a0001 kr" in fel["medlemsavgift:Alby kommun"]


def test_fees_that_cannot_be_shared_say_why() -> None:
    fel = "Folkmängd per 2018-11-01 saknas för Alby kommun."
    assert roda(material(avgiftsfel=fel))["medlemsavgifter"] == fel


def test_equity_above_the_cap_is_something_to_know() -> None:
    # 20 % of 1 000 000 is 200 000; equity is 389 000.
    utfall = kontroller(material(avgifter=(_avgifter(600_000), None)))["trappan"]
    assert (utfall.ok, utfall.vanster, utfall.hoger) == (True, 389_000, 200_000)
    assert utfall.text == "Eget kapital 389\u00a0tkr överstiger trappans tak 200\u00a0tkr."


def test_rounding_is_said_and_no_row_is_bent() -> None:
    olika = med_saldo(rad("6010", 12, 600, "10"), rad("5010", 12, -600, "20"))
    olika = replace(
        olika,
        saldon={
            2019: (*olika.saldon[2019], rad("4010", 12, 100, projekt="P1"), rad("1930", 12, -100))
        },
    )
    # Styrelse −60,6 → −61, kansli −149,4 → −149, Vägen −700,5 → −701, Bron −100,6 → −101:
    # 1 000 − 61 − 149 − 701 − 101 = −12, the sum is −11,1 → −11.
    utfall = kontroller(material(underlag=olika))["avrundning:summa_drift:Utfall 2019"]
    assert (utfall.ok, utfall.vanster, utfall.hoger) == (True, -12, -11)
    assert utfall.text.endswith("avrundningsdifferens 1 tkr.")
    (tabell,) = [
        t
        for t in ARSREDOVISNING.stall_upp(material(underlag=olika)).tabeller
        if t.id == "driftredovisning"
    ]
    assert "Avrundningsdifferens, tkr: Totalt Utfall 2019 (1)" in tabell.anmarkningar[-1]


def test_a_column_is_of_the_year_it_names() -> None:
    fel = UPPSTALLNING.replace(
        '{slag="utfall", ar=-1, rubrik="{start} {slut}"}',
        '{slag="utfall", ar=-1, rubrik="Helåret 2019"}',
        1,
    )
    assert roda(material(uppstallning=fel))["kolumn:resultatrakning:Helåret 2019"] == (
        "Kolumnen ”Helåret 2019” innehåller utfall för 2018."
    )


def test_the_grant_is_the_budget() -> None:
    insatser = (replace(REGISTER.insatser[0], budget=Decimal(650_000)), REGISTER.insatser[1])
    assert roda(material(register=replace(REGISTER, insatser=insatser)))["insatsbudget:1"] == (
        "Insatsen har beviljats 650\u00a0000 kr, budgeten har 700\u00a0000 kr."
    )


def test_a_budget_stands_where_its_outcome_stands() -> None:
    # The office's salaries are budgeted as other costs.
    flyttad = tuple(
        Budgetrad("6010", post.belopp, "20") if post.block == "20" else post for post in BUDGET
    )
    fel = roda(material(underlag=replace(UNDERLAG, budget={2019: flyttad})))
    assert fel["budgetplacering:ovriga_kostnader:drift_kansli"] == (
        "Budgeten −150\u00a0000 kr för ”Kansli” står på raden ”Övriga kostnader”, utfallet "
        "−150\u00a0000 kr på ”Personal”."
    )


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Vi fick {okand|kr}.", "okand-siffra:personal:1:okand"),
        ("Vi var 5 personer.", "obunden-siffra:personal:1:5"),
        ("Tisdagen den 1 januari 2020 öppnade vi.", "veckodag:personal:1:2020-01-01"),
        ("Se not 9.", "hanvisning:personal:1:not 9"),
        ("Se tabell 2.", "hanvisning:personal:1:tabell 2"),
        ("Se sid 10.", "hanvisning:personal:1:sida 10"),
    ],
)
def test_a_text_is_read(text: str, id_: str) -> None:
    assert id_ in roda(material(texter={"personal": text}))


def test_a_note_that_exists_may_be_referred_to() -> None:
    assert roda(material(texter={"personal": "Se not 1 och 2."})) == {}


def test_insatser_of_the_ledger_are_those_of_the_register() -> None:
    assert {i.nr for i in INSATSER} == {i.nr for i in REGISTER.insatser}
