"""The reads behind the statements: exact sums, the decided budget, a constant number of queries."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ekonomi.models import (
    Budget,
    Budgetpost,
    Dimension,
    Konto,
    Objekt,
    Personalar,
    Prognos,
    Prognospost,
    Rakenskapsar,
    Saldo,
    Uppstallning,
)
from ekonomi.models.budget import MANADER
from ekonomi.selectors.uppstallning import (
    UppstallningSaknas,
    berakning,
    underlag,
    uppstallningsmall,
)
from ekonomi.uppstallning import Berakning, Saldorad
from finsam.models import Medlem
from finsam.periods import Period
from insatser.models import Insats, Insatsbudget
from tests.ekonomi import exempel

pytestmark = pytest.mark.django_db


@pytest.fixture
def bokforing() -> None:
    """The invented association's rows, as a folder would have put them in the database."""
    konton = {k.nummer: Konto.objects.create(**vars(k)) for k in exempel.KONTON}
    dimensioner = {nr: Dimension.objects.create(nummer=nr, namn=str(nr)) for nr in (1, 6)}
    objekt = {
        kod: Objekt.objects.create(dimension=dimensioner[nr], kod=kod)
        for nr, koder in ((1, "AB"), (6, ("101", "102", "103")))
        for kod in koder
    }
    for ar, rader in ((2018, exempel.SALDON_2018), (2019, exempel.SALDON_2019)):
        rakenskapsar = Rakenskapsar.objects.create(
            verksamhetsar=ar, start=date(ar, 1, 1), slut=date(ar, 12, 31)
        )
        Saldo.objects.bulk_create(_saldo(rad, rakenskapsar, konton, objekt) for rad in rader)
    insatser = {i.nr: _insats(i) for i in exempel.INSATSER}
    _budget(konton, objekt, insatser)
    _prognos(konton, objekt, insatser)
    for ar, personal in exempel.exempelunderlag().personal.items():
        Personalar.objects.create(verksamhetsar=ar, **vars(personal))
    Uppstallning.objects.create(giltig_fran=2018, innehall=exempel.TOML)


def _saldo(
    rad: Saldorad, ar: Rakenskapsar, konton: dict[str, Konto], objekt: dict[str, Objekt]
) -> Saldo:
    return Saldo(
        rakenskapsar=ar,
        konto=konton[rad.konto],
        manad=rad.manad,
        belopp=rad.belopp,
        kostnadsblock=objekt.get(rad.block or ""),
        projekt=objekt.get(rad.projekt or ""),
    )


def _insats(underlag: exempel.Insatsunderlag) -> Insats:
    agare = Medlem.objects.create(**vars(underlag.agare))
    insats = Insats.objects.create(
        insatsagare=agare,
        **{
            falt: getattr(underlag, falt)
            for falt in ("nr", "namn", "kortnamn", "insatstyp", "start", "slut", "projektkod")
        },
        agartext=underlag.agartext,
    )
    for ar, belopp in underlag.budget.items():
        Insatsbudget.objects.create(insats=insats, verksamhetsar=ar, belopp=belopp)
    return insats


def _budget(
    konton: dict[str, Konto], objekt: dict[str, Objekt], insatser: dict[int, Insats]
) -> None:
    budget = Budget.objects.create(
        verksamhetsar=2019,
        version=1,
        status="faststalld",
        beslutad=date(2018, 11, 20),
        samrad=date(2018, 11, 1),
        paragraf="§ 4",
    )
    for rad in exempel.BUDGET_2019:
        Budgetpost.objects.create(
            budget=budget,
            konto=konton[rad.konto],
            kostnadsblock=objekt.get(rad.block or ""),
            insats=insatser.get(rad.insats or 0),
            belopp=rad.belopp,
        )


def _prognos(
    konton: dict[str, Konto], objekt: dict[str, Objekt], insatser: dict[int, Insats]
) -> None:
    prognos = Prognos.objects.create(
        verksamhetsar=2019, status="lagd", upprattad=date(2019, 3, 15), utfall_tom=date(2019, 2, 28)
    )
    for rad in exempel.PROGNOS_2019:
        Prognospost.objects.create(
            prognos=prognos,
            konto=konton[rad.konto],
            kostnadsblock=objekt.get(rad.block or ""),
            insats=insatser.get(rad.insats or 0),
            belopp=rad.belopp,
        )


@pytest.mark.parametrize("kod", ["2019", "2019-H1", "2019-A08", "2019-H2", "2019-T2", "2018"])
@pytest.mark.usefixtures("bokforing")
def test_databasen_ger_samma_tabeller_som_underlaget_sjalvt(kod: str) -> None:
    ar, _, del_ = kod.partition("-")
    period = Period(int(ar), del_[:1], int(del_[1:] or 1))
    ratt = Berakning(exempel.exempelmall(), exempel.exempelunderlag(), period)
    assert berakning(period).tabeller == ratt.tabeller


@pytest.mark.usefixtures("bokforing")
def test_forslag_till_budget_raknas_inte_men_senaste_beslutade_gor() -> None:
    konto = Konto.objects.get(nummer="5010")
    for version, status, belopp in ((2, "reviderad", -999), (3, "forslag", -1)):
        budget = Budget.objects.create(
            verksamhetsar=2019,
            version=version,
            status=status,
            beslutad=date(2019, 3, 1),
            samrad=date(2019, 2, 1),
            paragraf="§ 4",
        )
        Budgetpost.objects.create(budget=budget, konto=konto, belopp=belopp)
    Budget.objects.create(verksamhetsar=2018, status="forslag")
    budget = underlag(Period(2019), (2018, 2019)).budget
    assert [rad.belopp for rad in budget[2019]] == [-999]
    assert 2018 not in budget


@pytest.mark.usefixtures("bokforing")
def test_planerade_manader_foljer_med_budgeten() -> None:
    post = Budgetpost.objects.get(konto__nummer="3400")
    for nr, manad in enumerate(MANADER, start=1):
        setattr(post, manad, Decimal(nr))  # 1 + 2 + … + 12 = 78
    post.belopp = Decimal(78)
    post.save()
    manader = {rad.konto: rad.manader for rad in underlag(Period(2019), (2019,)).budget[2019]}
    assert manader["3400"] == tuple(Decimal(nr) for nr in range(1, 13))
    assert manader["3410"] is None
    # Fees of the first half-year: 1 + … + 6 = 21, and (250 + 500) × 6/12 = 375 of the others.
    avgifter = berakning(Period(2019, "H", 1)).varde("avgifter", "budget", Period(2019, "H", 1))
    assert avgifter == 396


@pytest.mark.usefixtures("bokforing")
def test_summor_ar_exakta_till_oret() -> None:
    # 0,10 + 0,10 + 0,10 is 0,30000000000000004 in floating point.
    ar, konto = Rakenskapsar.objects.get(verksamhetsar=2019), Konto.objects.get(nummer="3490")
    for manad in (1, 2, 3):
        Saldo.objects.create(rakenskapsar=ar, konto=konto, manad=manad, belopp=Decimal("0.10"))
    rader = underlag(Period(2019), (2019,)).saldon[2019]
    assert [str(rad.belopp) for rad in rader if rad.konto == "3490"] == ["0.30"]


@pytest.mark.usefixtures("bokforing")
def test_antalet_fragor_ar_detsamma_med_fler_rader_och_insatser() -> None:
    def fragor() -> int:
        with CaptureQueriesContext(
            connection,
        ) as fangade:
            _ = berakning(Period(2019)).tabeller
        return len(fangade)

    fore = fragor()
    ar, projekt = Rakenskapsar.objects.get(verksamhetsar=2019), Dimension.objects.get(nummer=6)
    for nr in range(30):
        konto = Konto.objects.create(nummer=str(6200 + nr), namn="Kontor", kontotyp="K")
        objekt = Objekt.objects.create(dimension=projekt, kod=f"P{nr}")
        Saldo.objects.create(rakenskapsar=ar, konto=konto, projekt=objekt, manad=4, belopp=nr)
        medlem = Medlem.objects.create(namn=f"Kommun {nr}", kortnamn=f"K{nr}", typ="kommun")
        Insats.objects.create(
            nr=100 + nr, namn=f"I{nr}", kortnamn=f"I{nr}", insatstyp="individ",
            insatsagare=medlem, start=date(2019, 1, 1), slut=date(2019, 12, 31),
        )  # fmt: skip
    assert fragor() == fore == 13


def test_ar_utan_uppstallning() -> None:
    Uppstallning.objects.create(giltig_fran=2020, innehall=exempel.TOML)
    with pytest.raises(UppstallningSaknas, match=r"gäller för 2019\. Läs in en fil"):
        uppstallningsmall(2019)


def test_den_senaste_uppstallningen_som_borjat_galla_anvands() -> None:
    for ar in (2018, 2020, 2024):
        text = exempel.TOML.replace("giltig_fran = 2018", f"giltig_fran = {ar}")
        Uppstallning.objects.create(giltig_fran=ar, innehall=text)
    assert [uppstallningsmall(ar).giltig_fran for ar in (2019, 2020, 2023, 2030)] == [
        2018, 2020, 2020, 2024,
    ]  # fmt: skip
