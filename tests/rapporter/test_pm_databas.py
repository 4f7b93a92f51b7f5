"""The memo from the database: what is read, in how many queries, and what is refused."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ekonomi.models import Dimension, Konto, Objekt, Rakenskapsar, Saldo
from finsam.periods import Period, las_period
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.render.json_ import som_data
from finsam.rapporter.selectors import UnderlagSaknas, perioder
from finsam.rapporter.uppfoljnings_pm import build_uppfoljnings_pm
from insatser.models import Avvikelse, Insats, Insatsbeslut, Insatsbudget
from tests.uppfoljning import exempel
from tests.uppfoljning.databas import rapport

pytestmark = pytest.mark.django_db
IDAG = date(2021, 10, 1)


def pm(kod: str = "2021-H1") -> Rapport:
    return build_uppfoljnings_pm(las_period(kod), IDAG)


def tabell(id_: str, ett: Rapport) -> dict[str, list[object]]:
    (funnen,) = [t for t in som_data(ett)["tables"] if t["id"] == id_]
    return {rad["label"]: rad["values"] for rad in funnen["rows"]}


@pytest.fixture
def vagen() -> Insats:
    """An insats that ran 2021–2022, granted to 2021 first, and then for another year."""
    exempel.forbund()
    insats = exempel.insats(1, projektkod="P1")
    for dag, tom in ((date(2020, 11, 1), 2021), (date(2021, 9, 1), 2022)):
        Insatsbeslut.objects.create(
            insats=insats, utfall="bifall", beslutsdatum=dag, instans="delegation",
            belopp=100_000, fran=date(2021, 1, 1), tom=date(tom, 12, 31),
        )  # fmt: skip
    rapport(insats, "2021-K1", inskrivna=(2, 3), avslutade=(1, 0), avslutade_tidigare=(4, 4))
    rapport(insats, "2021-K2", inskrivna=(1, 0), avslutade=(0, 2), pagaende_slut=(2, 1))
    return insats


def test_the_last_day_is_the_one_decided_when_the_period_ended(vagen: Insats) -> None:
    assert tabell("tabell-1-insatser", pm())["Öst, Vägen framåt 1"] == ["2021-01-01", "2021-12-31"]
    rapport(vagen, "2021-K3", inskrivna=(0, 0))
    senare = tabell("tabell-1-insatser", pm("2021-H2"))
    assert senare["Öst, Vägen framåt 1"] == ["2021-01-01", "2022-12-31"]


def test_counts_are_those_of_the_newest_version(vagen: Insats) -> None:
    """In 2+1, 3+0; ended 1, 2 and before the first report 4, 4."""
    rader = tabell("tabell-6-utfall-deltagare", pm())
    assert rader["Öst, Vägen framåt 1"] == [3, 3, 6, 1, 2, 3, 5, 6, 11, 2, 1, 3]
    rapport(vagen, "2021-K2", version=2, inskrivna=(2, 0), avslutade=(0, 2), pagaende_slut=(3, 1))
    assert tabell("tabell-6-utfall-deltagare", pm())["Öst, Vägen framåt 1"][:3] == [4, 3, 7]


def test_a_quarter_tells_of_those_who_ended_before_it(vagen: Insats) -> None:
    """Before April: 4 + 1 women and 4 men; in the quarter 2 men."""
    rader = tabell("tabell-6-utfall-deltagare", pm("2021-K2"))
    assert rader["Öst, Vägen framåt 1"][6:9] == [5, 6, 11]


def test_outcome_is_from_the_ledger_and_the_budget_is_linear_or_planned(vagen: Insats) -> None:
    """27 000 of 90 000 × 6/12 = 45 000: 60 %. Planned 10 000 + 20 000: 90 %."""
    budget = Insatsbudget.objects.create(insats=vagen, verksamhetsar=2021, belopp=90_000)
    ar = Rakenskapsar.objects.create(
        verksamhetsar=2021, start=date(2021, 1, 1), slut=date(2021, 12, 31)
    )
    konto = Konto.objects.create(nummer="4010", namn="Insatser", kontotyp="K")
    bank = Konto.objects.create(nummer="1930", namn="Bank", kontotyp="T")
    dim = Dimension.objects.create(nummer=6, namn="Projekt")
    p1 = Objekt.objects.create(dimension=dim, kod="P1")
    for vilket, manad, belopp in ((konto, 6, 27_000), (konto, 7, 5_000), (bank, 6, -27_000)):
        Saldo.objects.create(
            rakenskapsar=ar, konto=vilket, manad=manad, projekt=p1, belopp=Decimal(belopp)
        )
    namn = "tabell-4-prognos-utfall-budget"
    assert tabell(namn, pm())["Öst, Vägen framåt 1"] == [27, 45, 60, None]
    budget.kvartal1, budget.kvartal2 = Decimal(10_000), Decimal(20_000)
    budget.kvartal3, budget.kvartal4 = Decimal(30_000), Decimal(30_000)
    budget.save()
    assert tabell(namn, pm())["Öst, Vägen framåt 1"] == [27, 30, 90, None]


def test_money_moved_from_the_year_before_is_part_of_the_budget(vagen: Insats) -> None:
    """(90 000 + 10 000) × 6/12 = 50 000."""
    Insatsbudget.objects.create(insats=vagen, verksamhetsar=2021, belopp=90_000)
    Avvikelse.objects.create(
        insats=vagen, period="2020", slag="overforing", belopp=10_000, status="godkand",
        anmald=date(2020, 12, 1), beslutsdatum=date(2020, 12, 15),
    )  # fmt: skip
    assert tabell("tabell-4-prognos-utfall-budget", pm())["Öst, Vägen framåt 1"][1] == 50


def test_the_queries_do_not_grow_with_the_reports(vagen: Insats) -> None:
    def fragor() -> int:
        with CaptureQueriesContext(connection) as fragorna:
            pm()
        return len(fragorna)

    fore = fragor()
    for nr in range(2, 12):
        insats = exempel.insats(nr)
        rapport(insats, "2021-K1", inskrivna=(1, 1))
        rapport(insats, "2021-K2", inskrivna=(1, 1))
    assert fragor() == fore


@pytest.mark.parametrize(
    ("kod", "mening"),
    [
        ("2019-H1", "Ingen kvartalsrapport är inlämnad för halvår 1 2019."),
        ("2021-T1", "Insatserna rapporterar per kvartal; tertial 1 2021 kan inte sammanställas."),
        (
            "2021-A09",
            "Insatserna rapporterar per kvartal; januari–september 2021 kan inte sammanställas.",
        ),
    ],
)
def test_what_cannot_be_made_says_why(vagen: Insats, kod: str, mening: str) -> None:
    with pytest.raises(UnderlagSaknas, match=mening):
        pm(kod)


def test_there_is_a_memo_for_each_half_year_that_has_reports(vagen: Insats) -> None:
    rapport(vagen, "2021-K4")
    rapport(vagen, "2022-K1", status="utkast")
    assert perioder("uppfoljnings-pm") == [Period(2021, "H", 2), Period(2021, "H", 1)]
