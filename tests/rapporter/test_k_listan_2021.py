"""What the board pack of October 2021 said against itself: each is impossible, or turns red."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from ekonomi.calculations.avgifter import Avgifter, Avgiftsrad, halvarsavgifter
from ekonomi.calculations.beslutsutrymme import Arsplan, rulla
from ekonomi.calculations.nyckeltal import personalomsattning
from ekonomi.uppstallning import Budgetrad, Personal, UppstallningFel, las_uppstallning
from finsam.money import avrunda, i_enhet
from finsam.rapporter.arsredovisning import ARSREDOVISNING
from finsam.rapporter.disposition import Material
from finsam.rapporter.dokument import Rapport, Varde
from finsam.rapporter.uppfoljning.material import Insatspengar, Uppfoljningsmaterial
from tests.rapporter.formelbok import TOML, formelmaterial
from tests.rapporter.underlag import BUDGET, UNDERLAG, UPPSTALLNING, material, rad

D = Decimal


def _roda(material_: Material) -> dict[str, str]:
    return {k.id: k.text for k in ARSREDOVISNING.stall_upp(material_).roda}


def _rapport(**annat: object) -> Rapport:
    return ARSREDOVISNING.stall_upp(material(**annat))


def _tal(rapport: Rapport, rad_id: str) -> list[Decimal | int | None]:
    (funnen,) = [r for t in rapport.tabeller for r in t.rader if r.id == rad_id]
    return [cell.tal for cell in funnen.varden if isinstance(cell, Varde)]


def test_k13_soliditet_of_other_rows_than_the_balance_sheets_is_red() -> None:
    fel = TOML.replace('"eget_kapital", "summa_tillgangar"]', '"balanserat", "summa_tillgangar"]')
    assert _roda(formelmaterial(fel)) == {
        "nyckeltal:soliditet": "Soliditeten är 26\u00a0% i översikten, 90\u00a0% efter "
        "balansräkningen."
    }


def test_k26_k27_a_budget_to_date_that_differs_between_documents_is_red() -> None:
    def med(budget: int) -> Material:
        pengar = Insatspengar(D(700_400), D(budget), D(budget), None, None)
        return material(uppfoljning=Uppfoljningsmaterial(pengar={1: pengar}))

    assert _roda(med(700_000)) == {}
    assert _roda(med(525_000)) == {
        "insatsbudget-till-datum:1": "Uppföljningens budget till och med 2019-12-31 är "
        "525\u00a0000 kr, driftredovisningens 700\u00a0000 kr."
    }


def test_k28_a_total_is_the_sum_of_its_rows_exactly() -> None:
    """Impossible: a total is added from its terms, in kr; what rounding leaves is said."""
    rapport = _rapport()
    delar = [_tal(rapport, id_) for id_ in ("drift_intakter", "drift_styrelse", "drift_kansli")]
    insatser = [_tal(rapport, f"drift_insats-{nr}") for nr in (1, 2)]
    # Budget, outcome and difference; a share is of its own row.
    for kolumn in range(3):
        tal = [r[kolumn] or 0 for r in (*delar, *insatser)]
        assert sum(tal) == _tal(rapport, "summa_drift")[kolumn]


def test_k28_a_heading_has_no_figures() -> None:
    """Impossible: a key with figures in a heading is refused."""
    fel = UPPSTALLNING.replace(
        'rubrik = "Intäkter"\n', 'rubrik = "Intäkter"\n  konton = ["3010"]\n'
    )
    with pytest.raises(UppstallningFel, match="precis en av nycklarna"):
        las_uppstallning(fel)


def test_k29_a_line_of_the_cash_flow_is_the_change_of_its_balance() -> None:
    """Impossible: the line names the balance line, whose two columns it subtracts."""
    underlag = replace(UNDERLAG, saldon={2018: UNDERLAG.saldon[2019][:3], **UNDERLAG.saldon})
    rapport = _rapport(underlag=underlag)
    i_ar, fjol = _tal(rapport, "fordringar")
    assert _tal(rapport, "kassaflode_fordringar")[0] == -((i_ar or 0) - (fjol or 0)) == -20_000


def test_k29_lines_of_other_balances_are_red() -> None:
    fel = UPPSTALLNING.replace('forandring = ["-fordringar"]', 'forandring = ["-summa_tillgangar"]')
    assert "kassaflode:2019" in _roda(material(uppstallning=fel))


def test_k30_a_note_that_is_not_its_line_is_red() -> None:
    # Eighty kronor on an account that the note leaves out.
    nya = (rad("1931", 0, 80), rad("2010", 0, -80))
    konton = (*UNDERLAG.konton, replace(UNDERLAG.konton[1], nummer="1931"))
    underlag = replace(UNDERLAG, konton=konton, saldon={2019: (*UNDERLAG.saldon[2019], *nya)})
    fel = UPPSTALLNING.replace(
        'etikett = "Bank"\n  konton = ["1910-1949"]', 'etikett = "Bank"\n  konton = ["1930"]'
    )
    assert _roda(material(underlag=underlag, uppstallning=fel)) == {
        "not:2:2019": "Not 2 summerar till 478\u00a0000 kr, raden visar 478\u00a0080 kr."
    }


def test_k31_half_a_years_fees_add_to_half_the_allocation() -> None:
    """Impossible: the halves are shared by largest remainder, row by row."""
    kommuner = (686_853, 208_959, 326_677, 283_660, 317_500, 3_476_878, 141_577, 330_396)
    rader = (
        Avgiftsrad("Staten", "stat", 11_545_000),
        Avgiftsrad("Regionen", "region", 5_772_500),
        *(Avgiftsrad(f"Kommun {nr}", "kommun", kr) for nr, kr in enumerate(kommuner)),
    )
    h1, h2 = halvarsavgifter(Avgifter(23_090_000, 11_545_000, 5_772_500, 5_772_500, rader))
    # Each row rounded by itself made 2 886 252 of the municipalities' 2 886 250.
    assert sum(avrunda(D(kr) / 2) for kr in kommuner) == 2_886_252
    assert sum(r.belopp for r in h1.rader) == h1.total == 11_545_000
    assert [a.belopp + b.belopp for a, b in zip(h1.rader, h2.rader, strict=True)] == [
        r.belopp for r in rader
    ]


def test_k31_a_krona_that_is_no_fee_is_red() -> None:
    rader = (Avgiftsrad("Alby kommun", "kommun", 600_000), Avgiftsrad("Region", "region", 400_000))
    avgifter = Avgifter(1_000_000, 0, 400_000, 600_000, rader)
    tva = (rad("3010", 12, -2), rad("1930", 12, 2))
    underlag = replace(UNDERLAG, saldon={2019: (*UNDERLAG.saldon[2019], *tva)})
    roda = _roda(material(underlag=underlag, avgifter=(avgifter, None)))
    assert {"medlemsavgifter", "medlemsavgift:Alby kommun"} <= roda.keys()


@pytest.mark.parametrize(
    ("text", "siffror"),
    [
        pytest.param("Prognosen är ett underskott på 1 022 tkr.", {"1 022"}, id="K33 loss"),
        pytest.param("Vinsten 2008–2010 var 24 697 tkr.", {"24 697"}, id="K33 profit"),
        pytest.param("Förvaltningen blev 4 400 tkr.", {"4 400"}, id="K32 typed"),
    ],
)
def test_k33_a_figure_typed_into_a_text_is_red(text: str, siffror: set[str]) -> None:
    rapport = _rapport(texter={"sammanfattning": text})
    assert {str(k.vanster) for k in rapport.roda} == siffror


def test_k34_the_decision_space_is_rolled_in_kronor() -> None:
    """Impossible: each cell is rounded for itself, none is made of rounded ones."""
    # 5 123 972 + 23 090 000 − 500 000 − 4 400 000 − 19 191 600 = 4 122 372.
    plan = Arsplan(2021, "prognos", D(23_090_000), D(500_000), D(23_591_600))
    (aret,) = rulla(D(5_123_972), [plan])
    assert (aret.utrymme, i_enhet(aret.utrymme, "tkr")) == (4_122_372, 4_122)


def test_k34_a_budget_on_another_line_than_the_outcome_is_red() -> None:
    flyttad = tuple(Budgetrad("6010", p.belopp, "20") if p.block == "20" else p for p in BUDGET)
    roda = _roda(material(underlag=replace(UNDERLAG, budget={2019: flyttad})))
    assert roda.keys() == {"budgetplacering:ovriga_kostnader:drift_kansli"}


def test_k38_costs_after_finance_say_so_or_are_red() -> None:
    def med(etikett: str) -> Callable[[], dict[str, str]]:
        efter = TOML.replace(
            'etikett = "Kostnader", summa = ["summa_kostnader"]',
            f'etikett = "{etikett}", summa = ["summa_kostnader", "finansnetto"]',
        ).replace('summa = ["verksamhetens_resultat"]}', 'summa = ["arets_resultat"]}')
        return lambda: _roda(formelmaterial(efter))

    assert med("Kostnader, efter finansnetto")() == {}
    assert med("Kostnader")().keys() == {"oversikt-kostnader:2019", "oversikt-kostnader:2018"}


def test_k40_turnover_is_of_the_mean_of_the_two_years() -> None:
    """Impossible: the bracket stands in the formula, and the row only names it."""
    assert avrunda((personalomsattning(1, 0, D(4), D(5)) or D(0)) * 100) == 22
    typad = UPPSTALLNING.replace(
        'kvot = ["summa_eget_kapital", "summa_tillgangar"]', 'personal = "1 / (4 + 5 / 2)"'
    )
    with pytest.raises(UppstallningFel, match="personalomsattning"):
        las_uppstallning(typad)
    med = UPPSTALLNING.replace(
        'kvot = ["summa_eget_kapital", "summa_tillgangar"]', 'personal = "personalomsattning"'
    ).replace('soliditet = "soliditet"\n', "")
    underlag = replace(UNDERLAG, personal={2018: Personal(D(5)), 2019: Personal(D(4), 1)})
    (tal, *_) = _tal(_rapport(uppstallning=med, underlag=underlag), "soliditet")
    assert tal == D(1) / D("4.5")
