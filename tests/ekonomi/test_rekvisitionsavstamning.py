"""Claims against bookings: pairs of the same amount, near ones, and what stands alone."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from ekonomi.calculations.rekvisitionsavstamning import Avstamning, Bokning, Krav, Utfall, stam_av
from ekonomi.models import Dimension, Kontering, Konto, Objekt, Verifikation
from ekonomi.selectors.rekvisitionsavstamning import avstamda
from finsam.periods import Period
from insatser.models import Rekvisition, Rekvisitionspost
from tests import rader
from tests.insatser.exempel import insats

D = Decimal


def krav(kvartal: int, belopp: int, insats: int = 1, ar: int = 2024) -> Krav:
    return Krav(insats, ar * 10 + kvartal, Period(ar, "K", kvartal), D(belopp))


def bokning(dag: str, belopp: int, insats: int = 1) -> Bokning:
    datum = date.fromisoformat(dag)
    return Bokning(insats, datum.toordinal(), f"A{datum.month}", datum, D(belopp))


def kort(rad: Avstamning) -> tuple[str, int, int]:
    return (
        rad.utfall.name,
        int(rad.krav.belopp) if rad.krav else 0,
        int(rad.bokning.belopp) if rad.bokning else 0,
    )


@pytest.mark.parametrize(
    ("kraven", "bokningarna", "vantat"),
    [
        ([krav(1, 100)], [bokning("2024-04-20", 100)], [("LIKA", 100, 100)]),
        ([krav(1, 100)], [], [("EJ_BOKFORD", 100, 0)]),
        ([], [bokning("2024-04-20", 100)], [("EJ_REKVIRERAD", 0, 100)]),
        ([krav(1, 100)], [bokning("2024-04-20", 90)], [("SKILJER", 100, 90)]),
        # Another insats's booking of the same amount is no match.
        (
            [krav(1, 100)],
            [bokning("2024-04-20", 100, insats=2)],
            [("EJ_BOKFORD", 100, 0), ("EJ_REKVIRERAD", 0, 100)],
        ),
        # Booked before the period began, or more than a quarter after it: not this claim.
        (
            [krav(2, 100)],
            [bokning("2024-03-31", 100), bokning("2024-10-01", 100)],
            [("EJ_REKVIRERAD", 0, 100), ("EJ_BOKFORD", 100, 0), ("EJ_REKVIRERAD", 0, 100)],
        ),
        # Equal claims take their bookings in order, and the odd one is told of.
        (
            [krav(1, 100), krav(2, 100)],
            [bokning("2024-04-10", 100), bokning("2024-07-10", 100), bokning("2024-07-11", 7)],
            [("LIKA", 100, 100), ("LIKA", 100, 100), ("EJ_REKVIRERAD", 0, 7)],
        ),
        # The same amount goes before a nearer day: 100 with 100, 80 with 81.
        (
            [krav(1, 80), krav(2, 100)],
            [bokning("2024-04-10", 100), bokning("2024-04-11", 81)],
            [("SKILJER", 80, 81), ("LIKA", 100, 100)],
        ),
        # A cost moved within the projekt sums to nothing and is no booking.
        ([], [bokning("2024-04-20", 0)], []),
    ],
)
def test_par(
    kraven: list[Krav], bokningarna: list[Bokning], vantat: list[tuple[str, int, int]]
) -> None:
    assert [kort(rad) for rad in stam_av(kraven, bokningarna)] == vantat


@given(
    st.lists(st.builds(krav, st.integers(1, 4), st.integers(1, 9), st.integers(1, 2)), max_size=8),
    st.lists(
        st.builds(
            lambda dag, belopp, nr: bokning(str(date(2024, 1, 1) + timedelta(dag)), belopp, nr),
            st.integers(0, 450),
            st.integers(1, 9),
            st.integers(1, 2),
        ),
        max_size=8,
    ),
)
def test_varje_krav_och_bokning_finns_en_gang(kraven: list[Krav], bokningar: list[Bokning]) -> None:
    rader_ = stam_av(kraven, bokningar)
    assert sorted(id(r.krav) for r in rader_ if r.krav) == sorted(map(id, kraven))
    assert sorted(id(r.bokning) for r in rader_ if r.bokning) == sorted(map(id, bokningar))
    skillnad = sum(b.belopp for b in bokningar) - sum(k.belopp for k in kraven)
    assert sum(r.skillnad for r in rader_) == skillnad
    assert all((r.skillnad == 0) == (r.utfall is Utfall.LIKA) for r in rader_)


def bokfor(projekt: Objekt, konto: Konto, dag: date, *belopp: int) -> None:
    ver = Verifikation.objects.create(rakenskapsar=rader.ar(dag.year), serie="A", datum=dag)
    for nr, ett in enumerate(belopp):
        Kontering.objects.create(
            verifikation=ver, radnr=nr, konto=konto, projekt=projekt, belopp=ett
        )


def attesterad(insats_: object, period: str, belopp: int) -> Rekvisition:
    ny = Rekvisition.objects.create(
        insats=insats_,
        period=period,
        status="attesterad",
        inlamnad_at="2024-05-01T10:00Z",
        attest1_namn="Ada Alm",
        attest2_namn="Bo Berg",
    )
    Rekvisitionspost.objects.create(rekvisition=ny, kostnadsslag="personal", belopp=belopp)
    return ny


@pytest.mark.django_db
def test_ur_bokforingen_over_arsskiftet(ekonom_klient: Client) -> None:
    (konto,) = rader.konton(1)
    dimension = Dimension.objects.get_or_create(nummer=6, defaults={"namn": "Projekt"})[0]
    projekt = Objekt.objects.create(dimension=dimension, kod="P001")
    en = insats()
    # Last year's last quarter, booked this year, is not taken for this year's.
    attesterad(en, "2023-K4", 100)
    bokfor(projekt, konto, date(2024, 1, 20), 100)
    attesterad(en, "2024-K1", 100)
    bokfor(projekt, konto, date(2024, 4, 20), 60, 40)
    attesterad(en, "2024-K4", 300)
    bokfor(projekt, konto, date(2025, 1, 20), 290)
    Rekvisition.objects.create(insats=en, period="2024-K2")
    with CaptureQueriesContext(connection) as fragor:
        utfall = [(kort(rad), rad.dag) for rad in avstamda(2024)]
    assert len(fragor) == 3
    assert utfall == [
        (("LIKA", 100, 100), date(2024, 1, 1)),
        (("SKILJER", 300, 290), date(2024, 10, 1)),
    ]
    sida = ekonom_klient.get("/ekonomi/rekvisitionsavstamning/", {"ar": "2024"}).content.decode()
    assert "Beloppen skiljer" in sida and "Stämmer" not in sida
    assert "skillnad −10,00\u00a0kr" in sida
    assert "/insatser/rekvisitioner/" in sida and "/ekonomi/verifikationer/" in sida
    allt = ekonom_klient.get("/ekonomi/rekvisitionsavstamning/", {"ar": "2024", "visa": "alla"})
    assert "Stämmer" in allt.content.decode()


@pytest.mark.django_db
def test_ett_ar_som_inte_kan_lasas_sags_vid_filtret(ekonom_klient: Client) -> None:
    svar = ekonom_klient.get("/ekonomi/rekvisitionsavstamning/", {"ar": "x"})
    assert "Urvalet kan inte läsas" in svar.content.decode()
    svar = ekonom_klient.get("/ekonomi/forbrukning/", {"period": "2024-K9"})
    assert "är ingen period" in svar.content.decode()
