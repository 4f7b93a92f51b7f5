"""Which budget and forecast count: by status, by version, by what they build on and by day."""

from datetime import date

import pytest

from ekonomi.actions.budget import faststall
from ekonomi.models import Budget, Budgetpost, Konto, Prognos, Prognospost
from ekonomi.selectors.arsplaner import budget_for, prognos_for
from ekonomi.selectors.uppstallning import underlag
from finsam.models import Anvandare
from finsam.periods import Period, las_period

pytestmark = pytest.mark.django_db


def budget(ar: int, version: int, dag: date | None, upprattad: date | None = None) -> Budget:
    """With a post, decided on the day; a proposal without one."""
    budget = tom_budget(ar, version, dag, upprattad)
    konto, _ = Konto.objects.get_or_create(nummer="5010", namn="Löner", kontotyp="K")
    Budgetpost.objects.create(budget=budget, konto=konto, belopp=-1)
    return budget


def tom_budget(ar: int, version: int, dag: date | None, upprattad: date | None) -> Budget:
    return Budget.objects.create(
        verksamhetsar=ar,
        version=version,
        status="reviderad" if dag else "forslag",
        upprattad=upprattad,
        beslutad=dag,
        paragraf="§ 1" if dag else "",
    )


def prognos(version: int, tom: date | None, upprattad: date, status: str = "lagd") -> Prognos:
    return Prognos.objects.create(
        verksamhetsar=2021,
        version=version,
        status=status,
        upprattad=upprattad,
        utfall_tom=tom,
    )


@pytest.fixture
def prognoser() -> None:
    prognos(1, None, date(2021, 1, 20))
    prognos(2, date(2021, 4, 30), date(2021, 5, 20))
    prognos(3, date(2021, 8, 31), date(2021, 9, 10))
    prognos(4, date(2021, 8, 31), date(2021, 9, 20), status="utkast")


@pytest.mark.parametrize(
    ("kod", "version"),
    [
        ("2021", 3),
        ("2021-A12", 3),
        ("2021-A08", 3),
        ("2021-A07", 2),
        ("2021-H1", 2),
        ("2021-A03", 1),  # builds on no outcome at all
        ("2020", None),
    ],
)
@pytest.mark.usefixtures("prognoser")
def test_en_period_laser_den_senaste_som_inte_bygger_pa_mer(kod: str, version: int | None) -> None:
    funnen = prognos_for(las_period(kod))
    assert (funnen and funnen.version) == version


@pytest.mark.parametrize(
    ("per", "version"),
    [
        (date(2021, 1, 19), None),
        (date(2021, 5, 19), 1),
        (date(2021, 5, 20), 2),
        (date(2021, 12, 31), 3),
    ],
)
@pytest.mark.usefixtures("prognoser")
def test_prognosen_som_den_stod_en_dag(per: date, version: int | None) -> None:
    funnen = prognos_for(Period(2021), per)
    assert (funnen and funnen.version) == version


def test_fjolarets_prognos_i_en_delperiod_bygger_inte_pa_mer_an_samma_del() -> None:
    konto = Konto.objects.create(nummer="5010", namn="Löner", kontotyp="K")
    for version, tom, belopp in ((1, date(2021, 4, 30), -10), (2, date(2021, 9, 30), -20)):
        Prognospost.objects.create(
            prognos=prognos(version, tom, date(2021, 10, 1)), konto=konto, belopp=belopp
        )
    # January–August of 2022 beside the forecast that stood at the same time of 2021.
    rader = underlag(las_period("2022-A08"), (2021, 2022)).prognos
    assert [rad.belopp for rad in rader[2021]] == [-10]
    assert 2022 not in rader
    assert [rad.belopp for rad in underlag(Period(2022), (2021,)).prognos[2021]] == [-20]


def test_utan_dag_galler_den_senast_beslutade() -> None:
    budget(2021, 1, date(2020, 11, 26))
    budget(2021, 2, date(2021, 3, 18))
    budget(2021, 3, None, date(2021, 10, 1))
    assert (funnen := budget_for(Period(2021))) and funnen.version == 2
    assert budget_for(Period(2022)) is None


@pytest.mark.parametrize(
    ("ar", "per", "version"),
    [
        (2021, date(2020, 10, 19), 1),  # a year to come: what is proposed for it
        (2021, date(2020, 11, 25), 2),  # decided the day after: still a proposal
        (2021, date(2020, 11, 26), 2),
        (2021, date(2021, 3, 17), 2),
        (2021, date(2021, 3, 18), 3),
        (2021, date(2021, 12, 31), 3),  # its own year's later proposal is no budget
        (2022, date(2021, 10, 1), 1),
        (2022, date(2021, 9, 30), None),
        (2022, date(2022, 1, 1), None),  # the year is no longer to come
    ],
)
def test_budgeten_som_den_stod_en_dag(ar: int, per: date, version: int | None) -> None:
    budget(2021, 1, None, date(2020, 10, 1))
    budget(2021, 2, date(2020, 11, 26), date(2020, 10, 20))
    budget(2021, 3, date(2021, 3, 18))
    budget(2021, 4, None, date(2021, 4, 1))
    budget(2022, 1, None, date(2021, 10, 1))
    funnen = budget_for(Period(ar), per)
    assert (funnen and funnen.version) == version
    assert (ar in underlag(Period(ar), (ar,), per).budget) is (version is not None)


def test_ett_forslag_galler_tills_samma_forslag_beslutas(ekonom: Anvandare) -> None:
    """Proposed on 1 October and decided on 25 November: the same row all the way."""
    forslag = budget(2022, 1, None, date(2021, 10, 1))
    faststall(forslag, date(2021, 11, 25), "§ 7", date(2021, 11, 5), ekonom)
    dagar = (date(2021, 9, 30), date(2021, 10, 1), date(2021, 11, 24), date(2021, 11, 25))
    assert [budget_for(Period(2022), dag) for dag in dagar] == [None, forslag, forslag, forslag]


def test_ett_forslag_utan_poster_ar_ingen_budget() -> None:
    med = budget(2022, 1, None, date(2021, 9, 1))
    tom_budget(2022, 2, None, date(2021, 10, 1))
    assert budget_for(Period(2022), date(2021, 10, 21)) == med
