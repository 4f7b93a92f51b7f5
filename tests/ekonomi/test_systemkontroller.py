"""What the ledger finds by itself: vouchers, payments to insatser, decisions on fees."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from ekonomi.actions.laddning import rakna_rorelse
from ekonomi.calculations.nummerserie import luckor
from ekonomi.models import Kontering, Tilldelning, Verifikation
from finsam.internkontroll import populationer, systemkontroller
from finsam.periods import Period
from insatser.models import Insatsbudget, Rekvisition
from tests import rader

AR = Period(2024)


def fynd(id_: str, period: Period = AR) -> list[str]:
    return [ett.text for ett in systemkontroller()[id_].fynd(period)]


@pytest.mark.parametrize(
    ("nummer", "saknas"),
    [
        ([], ()),
        ([7], ()),
        ([1, 2, 3], ()),
        ([1, 3], ((2, 2),)),
        ([9, 1, 2, 5], ((3, 4), (6, 8))),
    ],
)
def test_gaps_in_a_series(nummer: list[int], saknas: tuple[tuple[int, int], ...]) -> None:
    assert luckor(nummer) == saknas


@given(st.sets(st.integers(1, 200), min_size=1))
def test_numbers_and_gaps_are_the_whole_series(nummer: set[int]) -> None:
    i_luckor = {nr for forsta, sista in luckor(nummer) for nr in range(forsta, sista + 1)}
    assert not i_luckor & nummer
    assert i_luckor | nummer == set(range(min(nummer), max(nummer) + 1))


@pytest.mark.django_db
def test_a_voucher_that_does_not_balance() -> None:
    obalans, jamn = rader.konteringar(2)
    Kontering.objects.create(
        verifikation=jamn.verifikation, radnr=2, konto=jamn.konto, belopp=Decimal("-100.10")
    )
    (text,) = fynd("verifikationer-balanserar")
    assert text == "Verifikation A1, 2024-01-01: debet och kredit skiljer 100,10\u00a0kr."
    assert fynd("verifikationer-balanserar", Period(2024, "K", 2)) == []
    assert obalans.verifikation.nummer == "1"


@pytest.mark.django_db
def test_a_number_that_is_missing_and_a_day_outside_the_year() -> None:
    for ver in rader.verifikationer(5):
        if ver.nummer in ("2", "3"):
            ver.delete()
    assert fynd("verifikationsnummer") == ["Verifikation A2–A3 saknas i nummerföljden."]
    assert fynd("verifikationers-dag") == []
    sist = Verifikation.objects.get(nummer="5")
    sist.datum = date(2025, 1, 3)
    sist.save()
    assert fynd("verifikationers-dag") == ["Verifikation A5 är daterad 2025-01-03, utanför 2024."]


@pytest.mark.django_db
def test_more_booked_than_granted() -> None:
    (kontering,) = rader.konteringar(1)
    (insats,) = rader.insatser(1)
    assert kontering.projekt
    insats.projektkod = kontering.projekt.kod
    insats.save()
    rakna_rorelse(rader.ar())
    budget = Insatsbudget.objects.create(insats=insats, verksamhetsar=2024, belopp=Decimal(101))
    assert fynd("betalt-utover-beviljat") == []
    budget.belopp = Decimal(90)
    budget.save()
    # 100,10 − 90 = 10,10, in whole kronor 10
    assert fynd("betalt-utover-beviljat") == ["I00: bokfört 10\u00a0kr mer än det beviljade 2024."]
    # 10,10 beyond the grant is within 11 let through on an attested claim.
    krav = Rekvisition.objects.create(
        insats=insats, period="2024-K1", status="attesterad", inlamnad_at=timezone.now(),
        attest1_namn="Ada Alm", attest2_namn="Bo Berg", overskrids_belopp=Decimal(11),
        overskrids_namn="Dag Dal", overskrids_skal="Fler deltagare",
    )  # fmt: skip
    assert fynd("betalt-utover-beviljat") == []
    krav.status = "granskad"
    krav.save()
    assert len(fynd("betalt-utover-beviljat")) == 1


@pytest.mark.django_db
def test_numbers_out_of_the_order_of_days_are_no_gap() -> None:
    for nummer, dag in ((56, date(2024, 6, 3)), (57, date(2024, 7, 1)), (58, date(2024, 6, 30))):
        Verifikation.objects.create(
            rakenskapsar=rader.ar(), serie="A", nummer=str(nummer), ordning=nummer, datum=dag
        )
    halvar, andra = Period(2024, "H", 1), Period(2024, "H", 2)
    assert fynd("verifikationsnummer", halvar) == []
    Verifikation.objects.create(
        rakenskapsar=rader.ar(), serie="A", nummer="60", ordning=60, datum=date(2024, 8, 1)
    )
    assert fynd("verifikationsnummer", halvar) == ["Verifikation A59 saknas i nummerföljden."]
    assert fynd("verifikationsnummer", andra) == []


@pytest.mark.django_db
def test_bookings_without_claim_from_when_the_insats_claims() -> None:
    konteringar = rader.konteringar(2)
    krav = rader.attesterade(1)[0]  # the first quarter of 2024, 105 000 kr
    projekt = konteringar[0].projekt
    assert projekt
    krav.insats.projektkod = projekt.kod
    krav.insats.save()
    assert len(fynd("betalt-utan-rekvisition")) == 1  # 100,10 is not what was claimed
    assert fynd("betalt-utan-rekvisition", Period(2024, "H", 2)) == []


@pytest.mark.django_db
def test_fees_without_day_and_paragraph() -> None:
    falt = {"belopp": Decimal(1), "status": "faststalld", "verksamhetsar": 2024}
    rad = Tilldelning.objects.create(**falt, beslutad=date(2023, 11, 30))
    assert fynd("avgifter-beslutade") == [
        "Medlemsavgifterna 2024 är fastställda utan paragraf för beslutet."
    ]
    rad.paragraf = "§ 40"
    rad.save()
    assert fynd("avgifter-beslutade") == []


@pytest.mark.django_db
def test_vouchers_are_sampled_by_number_and_a_number_used_twice_is_two_rows() -> None:
    rader.verifikationer(3)
    Verifikation.objects.create(
        rakenskapsar=rader.ar(), serie="A", nummer="2", ordning=2, datum=date(2024, 2, 9)
    )
    ram = populationer()["verifikationer"].ram(AR)
    assert sorted(rad.nyckel for rad in ram) == ["2024/A1", "2024/A2", "2024/A2/2", "2024/A3"]
    assert all("Faktura" not in rad.etikett for rad in ram)
