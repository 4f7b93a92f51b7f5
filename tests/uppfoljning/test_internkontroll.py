"""Internal control worked out: what is due, how high a risk is, how far things are."""

from datetime import date

import pytest

from finsam.periods import Period, las_period
from tests.uppfoljning.exempelkontroll import moment, utforande
from uppfoljning.calculations.internkontroll import (
    PERIODSLAG,
    Atgardslage,
    Kontrollage,
    Riskniva,
    Riskvarde,
    kontrollage,
    kontrollperioder,
    riskmatris,
)
from uppfoljning.choices import Kontrollfrekvens


@pytest.mark.parametrize(
    ("frekvens", "koder"),
    [
        ("ar", ["2021"]),
        ("halvar", ["2021-H1", "2021-H2"]),
        ("tertial", ["2021-T1", "2021-T2", "2021-T3"]),
        ("kvartal", ["2021-K1", "2021-K2", "2021-K3", "2021-K4"]),
    ],
)
def test_the_frequency_says_for_which_periods(frekvens: str, koder: list[str]) -> None:
    assert [str(period) for period in kontrollperioder(frekvens, 2021)] == koder


def test_every_frequency_has_its_periods() -> None:
    assert all(kontrollperioder(ett, 2021) for ett in Kontrollfrekvens.values)


@pytest.mark.parametrize(
    ("kod", "dag"),
    [
        ("2021-K1", date(2021, 4, 30)),
        ("2021-H1", date(2021, 7, 31)),
        ("2021-T2", date(2021, 9, 30)),
        ("2021", date(2022, 1, 31)),
        ("2021-K4", date(2022, 1, 31)),
    ],
)
def test_a_control_is_due_by_the_end_of_the_month_after(kod: str, dag: date) -> None:
    period = las_period(kod)
    frekvens = {v: k for k, v in PERIODSLAG.items()}[period.slag]
    senast = {t.period: t.senast for t in moment(frekvens=frekvens).tillfallen(dag)}
    assert senast[period] == dag


@pytest.mark.parametrize(
    ("sannolikhet", "konsekvens", "produkt", "niva"),
    [
        (1, 3, 3, Riskniva.LAG),
        (1, 4, 4, Riskniva.MEDEL),
        (2, 4, 8, Riskniva.MEDEL),
        (3, 3, 9, Riskniva.HOG),
        (4, 4, 16, Riskniva.HOG),
    ],
)
def test_risk_is_likelihood_times_consequence(
    sannolikhet: int, konsekvens: int, produkt: int, niva: Riskniva
) -> None:
    risk = Riskvarde(sannolikhet, konsekvens)
    assert (risk.produkt, risk.niva) == (produkt, niva)
    assert risk.ord == f"{sannolikhet} × {konsekvens} = {produkt}, {niva.text}"


@pytest.mark.parametrize(
    ("dag", "gjord", "lage"),
    [
        (date(2021, 6, 30), False, Kontrollage.KOMMANDE),
        (date(2021, 7, 1), False, Kontrollage.ATT_GORA),
        (date(2021, 7, 31), False, Kontrollage.ATT_GORA),
        (date(2021, 8, 1), False, Kontrollage.FORSENAD),
        (date(2021, 8, 1), True, Kontrollage.GJORD),
    ],
)
def test_a_control_is_late_the_day_after_its_last(
    dag: date, gjord: bool, lage: Kontrollage
) -> None:
    assert kontrollage(Period(2021, "H", 1), gjord, dag) == lage


def test_an_action_is_late_until_it_is_done() -> None:
    dag = date(2021, 9, 15)
    oppen = utforande(atgard="Rutin skrivs", atgard_senast=dag)
    klar = utforande(atgard="Rutin skrivs", atgard_senast=dag, atgardad=date(2021, 10, 1))
    assert oppen.atgardslage(dag) == Atgardslage.PAGAR
    assert oppen.atgardslage(date(2021, 9, 16)) == Atgardslage.FORSENAD
    assert klar.atgardslage(date(2021, 12, 1)) == Atgardslage.KLAR
    assert utforande().atgardslage(dag) is None
    assert moment(utforda=(klar, oppen)).oppna_atgarder() == (oppen,)


def test_each_period_has_what_was_done_for_it() -> None:
    ett = moment(frekvens="halvar", utforda=(utforande(period=Period(2021, "H", 1)),))
    forsta, andra = ett.tillfallen(date(2022, 2, 1))
    assert (forsta.lage, andra.lage) == (Kontrollage.GJORD, Kontrollage.FORSENAD)
    assert forsta.utforande == ett.utforda[0] and andra.utforande is None


def test_the_matrix_holds_every_moment_once() -> None:
    alla = [moment(nr=1, fore=Riskvarde(2, 3)), moment(nr=2, fore=Riskvarde(2, 3))]
    rader = riskmatris(alla)
    assert [konsekvens for konsekvens, _ in rader] == [4, 3, 2, 1]
    rutor = {ruta.risk: ruta.moment for _, rutorna in rader for ruta in rutorna}
    assert len(rutor) == 16
    assert rutor[Riskvarde(2, 3)] == tuple(alla)
    assert sum(len(ruta) for ruta in rutor.values()) == 2
