"""What the insatser find by themselves: attests, grants, decisions; and what may be sampled."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from finsam.internkontroll import populationer, systemkontroller
from finsam.periods import Period
from insatser.models import Insats, Insatsbeslut, Insatsbudget, Rekvisition, Rekvisitionspost
from tests import rader
from uppfoljning.choices import Internkontrollomrade

pytestmark = pytest.mark.django_db
AR = Period(2024)


def fynd(id_: str, period: Period = AR) -> list[str]:
    return [ett.text for ett in systemkontroller()[id_].fynd(period)]


@pytest.fixture
def insats() -> Insats:
    return rader.insatser(1)[0]


def krav(insats: Insats, period: str = "2024-K1", belopp: int = 0, **falt: object) -> Rekvisition:
    grund = {
        "status": "attesterad",
        "inlamnad_at": timezone.now(),
        "inlamnad_namn": "Cia Ceder",
        "attest1_namn": "Ada Alm",
        "attest2_namn": "Bo Berg",
    }
    rad = Rekvisition.objects.create(insats=insats, period=period, **{**grund, **falt})
    if belopp:
        Rekvisitionspost.objects.create(rekvisition=rad, kostnadsslag="personal", belopp=belopp)
    return rad


def test_every_control_stands_under_an_area_and_says_its_rule() -> None:
    for id_, kontroll in systemkontroller().items():
        assert kontroll.omrade in Internkontrollomrade.values, id_
        assert len(id_) <= 40 and kontroll.regel.endswith(".")


def test_two_persons_attest_and_neither_handed_in(insats: Insats) -> None:
    krav(insats, "2024-K1")
    assert fynd("tva-attester") == []
    krav(insats, "2024-K2", attest2_namn="ada  ALM")
    krav(insats, "2024-K3", attest2_namn="Cia Ceder")
    assert [text.split(" är ")[1] for text in fynd("tva-attester")] == [
        "attesterad två gånger av samma person.",
        "attesterad av den som lämnade in den.",
    ]
    assert len(fynd("tva-attester", Period(2024, "H", 1))) == 1  # the second quarter's


@pytest.mark.parametrize(("dagar", "antal"), [(31, 1), (29, 0)])
def test_the_second_attest_is_waited_for_30_days(insats: Insats, dagar: int, antal: int) -> None:
    for_lange_sedan = timezone.now() - timedelta(days=dagar)
    krav(insats, status="granskad", attest1_at=for_lange_sedan, attest2_namn="")
    assert len(fynd("tva-attester")) == antal


def test_claims_above_the_grant_are_found_unless_let_through(insats: Insats) -> None:
    Insatsbudget.objects.create(insats=insats, verksamhetsar=2024, belopp=Decimal(100_000))
    krav(insats, "2024-K1", 60_000)
    assert fynd("utover-beviljat") == []
    krav(insats, "2024-K2", 55_000)
    # 60 000 + 55 000 = 115 000, and 115 000 − 100 000 = 15 000
    (text,) = fynd("utover-beviljat")
    assert "115\u00a0000\u00a0kr är attesterat 2024, 15\u00a0000\u00a0kr mer" in text
    tillatet = {"overskrids_namn": "Dag Dal", "overskrids_skal": "Fler deltagare"}
    # An approval on a draft lets nothing through.
    utkast = krav(insats, "2024-K3", status="utkast", overskrids_belopp=Decimal(15_000), **tillatet)
    assert len(fynd("utover-beviljat")) == 1
    utkast.delete()
    krav(insats, "2024-K3", 5_000, overskrids_belopp=Decimal(20_000), **tillatet)
    # 120 000 − 100 000 = 20 000, all of it approved.
    assert fynd("utover-beviljat") == []
    krav(insats, "2024-K4", 5_000, overskrids_belopp=Decimal(22_000), **tillatet)
    # 125 000 − 100 000 = 25 000; the largest approval is 22 000, not 20 000 + 22 000.
    (text,) = fynd("utover-beviljat")
    assert "125\u00a0000\u00a0kr är attesterat 2024, 3\u00a0000\u00a0kr mer" in text


def beslut(insats: Insats, **falt: object) -> Insatsbeslut:
    grund = {"utfall": "avslag", "beslutsdatum": date(2024, 2, 20), "instans": "delegation"}
    return Insatsbeslut.objects.create(insats=insats, **{**grund, **falt})


def test_delegated_decisions_are_told_within_90_days(insats: Insats) -> None:
    # 2024-02-20 + 90 days is 2024-05-20: 9 left of February, 31, 30, and 20 of May.
    beslut(insats, paragraf="D 1", anmalt=date(2024, 5, 20))
    assert fynd("delegation-anmald") == []
    beslut(insats, paragraf="D 2", anmalt=date(2024, 5, 21))
    beslut(insats, paragraf="D 3")
    beslut(insats, paragraf="§ 3", instans="styrelse")
    sent, aldrig = fynd("delegation-anmald")
    assert sent.endswith("anmäldes 2024-05-21, efter 2024-05-20.")
    assert aldrig.endswith("är inte anmält till styrelsen; senaste dag var 2024-05-20.")
    assert fynd("delegation-anmald", Period(2024, "H", 2)) == []


def test_a_decision_without_number_and_money_without_decision(insats: Insats) -> None:
    beslut(insats)
    assert fynd("beslut-paragraf")[0].endswith("har inget nummer.")
    Insatsbudget.objects.create(insats=insats, verksamhetsar=2024, belopp=Decimal(100_000))
    assert "utan att något beslut är registrerat" in fynd("medel-utan-beslut")[0]
    beslut(
        insats, utfall="bifall", instans="styrelse", paragraf="§ 9", belopp=Decimal(1),
        fran=date(2023, 1, 1), tom=date(2024, 1, 1),
    )  # fmt: skip
    assert fynd("medel-utan-beslut") == []


def test_samples_are_drawn_from_attested_claims_and_decisions(insats: Insats) -> None:
    krav(insats, "2024-K1")
    krav(insats, "2024-K3")
    Rekvisition.objects.create(insats=insats, period="2024-K2")
    ram = populationer()["rekvisitioner"].ram
    assert [rad.nyckel for rad in ram(Period(2024, "H", 1))] == ["1/2024-K1/1"]
    assert len(ram(AR)) == 2
    beslut(insats, paragraf="D 1")
    (rad,) = populationer()["beslut"].ram(AR)
    assert rad.nyckel == "insats 1/2024-02-20/D 1"


def test_as_many_questions_for_many_claims(
    insats: Insats, django_assert_num_queries: object
) -> None:
    krav(insats, "2024-K1", attest2_namn="Ada  Alm")
    for nr in range(2, 12):
        krav(insats, "2024-K1", lopnr=nr, attest2_namn="Ada  Alm")
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(fynd("tva-attester")) == 11
