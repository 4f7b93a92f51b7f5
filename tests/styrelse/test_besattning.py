"""Who sits on a day: order, vacancies, double seats, changes, terms."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrelse.calculations.besattning import (
    Medlemsplats,
    Sate,
    besattning,
    byten,
    dubbla_platser,
    mandatperiod,
    presidium,
)

FK = Medlemsplats(1, "Försäkringskassan", "fk")
REGION = Medlemsplats(2, "Regionen", "region")
ALBY = Medlemsplats(3, "Alby kommun", "kommun")
AS = Medlemsplats(4, "Ås kommun", "kommun")
MEDLEMMAR = (AS, REGION, ALBY, FK)
START, DAGEN = date(2023, 4, 1), date(2024, 5, 1)


def sate(nr: int, medlem: Medlemsplats, roll: str = "ledamot", **annat: object) -> Sate:
    grund = Sate(nr, nr, f"Person {nr}", "S", medlem.medlem, roll, 1, START, None)
    return replace(grund, **annat)  # type: ignore[arg-type]


SATEN = (
    sate(1, AS, "ordforande"),
    sate(2, AS, "ersattare", ordning=2, namn="Ada"),
    sate(3, AS, "ersattare", ordning=1, namn="Bo"),
    sate(4, REGION),
    sate(5, REGION, "ersattare"),
    sate(6, FK, parti=""),
    sate(7, FK, "ersattare", parti="", tom=date(2024, 4, 30)),
    sate(8, ALBY, "ersattare", fran=date(2024, 5, 2)),
)


def test_raderna_har_presidiet_forst_sedan_staten_regionen_och_kommunerna() -> None:
    rader = besattning(MEDLEMMAR, SATEN, DAGEN)
    assert [(rad.medlem.namn, [s.namn for s in rad.ersattare]) for rad in rader] == [
        ("Ås kommun", ["Bo", "Ada"]),  # by order of service
        ("Försäkringskassan", []),  # the deputy left the day before
        ("Regionen", ["Person 5"]),
        ("Alby kommun", []),  # the deputy comes the day after
    ]
    assert [s.namn for s in presidium(rader)] == ["Person 1"]


def test_det_som_saknas_sags_i_ord() -> None:
    rader = besattning(MEDLEMMAR, SATEN, DAGEN)
    assert [text for rad in rader for text in rad.brister] == [
        "Varje medlem ska ha minst en ledamot och en ersättare; "
        "Försäkringskassan saknar ersättare.",
        "Varje medlem ska ha minst en ledamot och en ersättare; Alby kommun saknar ledamot.",
        "Varje medlem ska ha minst en ledamot och en ersättare; Alby kommun saknar ersättare.",
    ]


@pytest.mark.parametrize(
    ("dag", "saknas"),
    [(date(2024, 4, 30), ()), (date(2024, 5, 1), ("ersättare",))],
)
def test_sista_dagen_ar_med(dag: date, saknas: tuple[str, ...]) -> None:
    (fk,) = [rad for rad in besattning(MEDLEMMAR, SATEN, dag) if rad.medlem == FK]
    assert fk.vakanser == saknas


def test_den_som_foretrader_tva_namns() -> None:
    dubbel = (*SATEN, sate(9, ALBY, person=1, namn="Person 1"), sate(10, AS, person=1))
    assert dubbla_platser(besattning(MEDLEMMAR, dubbel, DAGEN)) == (
        "Person 1 företräder redan Ås kommun.",  # besides Alby
        "Person 1 har mer än en plats för Ås kommun.",
    )
    assert dubbla_platser(besattning(MEDLEMMAR, SATEN, DAGEN)) == ()


def test_ett_byte_mitt_i_aret_ar_en_rad_med_dag() -> None:
    """One left on 30 September, the next came on 1 October; who is elected again is no change."""
    saten = (
        sate(1, AS, "vice_ordforande_1", tom=date(2024, 9, 30), namn="Gammal"),
        sate(2, AS, "vice_ordforande_1", fran=date(2024, 10, 1), namn="Ny"),
        sate(3, ALBY, fran=date(2019, 4, 1), tom=date(2024, 3, 31)),
        sate(3, ALBY, fran=date(2024, 4, 1)),
        sate(4, FK, fran=date(2024, 12, 31)),
    )
    rader = [
        (b.dag, b.medlem.namn, [s.namn for s in b.slutar], [s.namn for s in b.borjar])
        for b in byten(MEDLEMMAR, saten, 2024)
    ]
    assert rader == [
        (date(2024, 10, 1), "Ås kommun", ["Gammal"], ["Ny"]),
        (date(2024, 12, 31), "Försäkringskassan", [], ["Person 4"]),
    ]
    assert byten(MEDLEMMAR, saten, 2025) == ()


@pytest.mark.parametrize(
    ("dag", "fran", "tom"),
    [
        # the election of 2018 gives a term from 1 April 2019
        (date(2019, 3, 31), date(2015, 4, 1), date(2019, 3, 31)),
        (date(2019, 4, 1), date(2019, 4, 1), date(2023, 3, 31)),
        (date(2022, 9, 11), date(2019, 4, 1), date(2023, 3, 31)),
        (date(2023, 4, 1), date(2023, 4, 1), date(2027, 3, 31)),
        (date(2026, 11, 22), date(2023, 4, 1), date(2027, 3, 31)),
    ],
)
def test_mandatperioden_borjar_aret_efter_valet(dag: date, fran: date, tom: date) -> None:
    assert mandatperiod(dag) == (fran, tom)


@given(st.dates(date(1996, 1, 1), date(2150, 1, 1)))
def test_varje_dag_ligger_i_en_mandatperiod_och_nasta_foljer(dag: date) -> None:
    fran, tom = mandatperiod(dag)
    assert fran <= dag <= tom
    assert mandatperiod(tom + timedelta(days=1))[0] == tom + timedelta(days=1)
