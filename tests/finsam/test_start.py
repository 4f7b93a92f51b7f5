"""The start page: what is due, how things stand, and where to begin."""

from datetime import date

import pytest
from django.test import Client

from ekonomi.models import Budget, Tilldelning
from ekonomi.oversikt import plikter as ekonomins_plikter
from finsam.arshjul import Tillstand, plikter, tillstand
from finsam.choices import Medlemstyp, Roll
from finsam.models import Folkmangd, Forbund, Medlem
from finsam.oversikt import plikter as golvets_plikter
from tests.conftest import SkapaAnvandare, SkapaKlient

pytestmark = pytest.mark.django_db
DAG = date(2024, 11, 30)


@pytest.mark.parametrize(
    ("idag", "klar", "underlag", "vantat"),
    [
        (date(2024, 12, 1), False, True, Tillstand.FORSENAD),
        (date(2024, 11, 30), False, True, Tillstand.SNART),
        (date(2024, 10, 31), False, True, Tillstand.SNART),  # 30 days before
        (date(2024, 10, 30), False, True, Tillstand.KOMMANDE),  # 31 days before
        (date(2024, 12, 1), True, True, Tillstand.KLAR),
        (date(2024, 12, 1), False, False, Tillstand.SAKNAR_UNDERLAG),
    ],
)
def test_en_plikts_tillstand(idag: date, klar: bool, underlag: bool, vantat: Tillstand) -> None:
    assert tillstand(DAG, idag, klar=klar, underlag=underlag) is vantat


def test_budget_och_avgifter_ar_klara_nar_de_ar_faststallda() -> None:
    idag = date(2024, 6, 1)
    assert [p.tillstand for p in ekonomins_plikter(idag)] == [
        Tillstand.SAKNAR_UNDERLAG,
        Tillstand.KOMMANDE,
        Tillstand.KOMMANDE,
    ]
    avgift = Tilldelning.objects.create(verksamhetsar=2024, belopp=1)
    assert ekonomins_plikter(idag)[0].tillstand is Tillstand.FORSENAD
    avgift.status = "faststalld"
    avgift.save()
    Budget.objects.create(
        verksamhetsar=2025, status="faststalld", beslutad=idag, samrad=idag, paragraf="§ 4"
    )
    assert [p.tillstand for p in ekonomins_plikter(idag)] == [Tillstand.KLAR] * 3


def test_samradet_ar_klart_nar_det_har_varit() -> None:
    forslag = Budget.objects.create(verksamhetsar=2025, samrad=date(2024, 11, 6))
    lagen = {}
    for idag in (date(2024, 11, 5), date(2024, 11, 6), date(2024, 12, 1)):
        _, budget, samrad = ekonomins_plikter(idag)
        assert budget.adress == samrad.adress == forslag.get_absolute_url()
        lagen[idag.day] = (budget.tillstand, samrad.tillstand)
    assert lagen == {
        5: (Tillstand.SNART, Tillstand.SNART),
        6: (Tillstand.SNART, Tillstand.KLAR),
        1: (Tillstand.FORSENAD, Tillstand.KLAR),
    }


def test_folkmangden_ar_klar_nar_varje_kommun_har_en() -> None:
    idag = date(2024, 12, 1)
    heby, knivsta = (
        Medlem.objects.create(namn=namn, kortnamn=namn, typ=Medlemstyp.KOMMUN)
        for namn in ("Heby", "Knivsta")
    )
    Folkmangd.objects.create(medlem=heby, datum=date(2024, 11, 1), antal=1)
    assert golvets_plikter(idag)[0].tillstand is Tillstand.SNART
    Folkmangd.objects.create(medlem=knivsta, datum=date(2024, 11, 1), antal=1)
    assert golvets_plikter(idag)[0].tillstand is Tillstand.KLAR


def test_plikterna_star_i_dagordning_och_efter_roll(anvandare: SkapaAnvandare) -> None:
    titlar = [p.titel for p in plikter(anvandare(Roll.REVISOR), date(2024, 6, 1))]
    ordnade = ["Medlemsavgifter 2024", "Budget 2025", "Folkmängd 1 november 2024"]
    assert [t for t in titlar if t in ordnade] == ordnade
    assert plikter(anvandare(Roll.ADMINISTRATOR), date(2024, 6, 1)) == []


def test_en_tom_databas_sager_var_man_borjar(kansli_klient: Client) -> None:
    sida = kansli_klient.get("/").content.decode()
    assert "Här finns inget än" in sida and 'href="/inlasning/"' in sida


@pytest.mark.parametrize("roll", Roll)
def test_startsidan_visas_for_varje_roll(roll: Roll, klient: SkapaKlient) -> None:
    Forbund.objects.create(namn="Provförbundet")
    svar = klient(roll).get("/")
    assert svar.status_code == 200
    assert "<title>Översikt – Provförbundet</title>" in svar.content.decode()


def test_administratoren_ser_anvandarna_men_ingen_ekonomi(administrator_klient: Client) -> None:
    Forbund.objects.create(namn="Provförbundet")
    sida = administrator_klient.get("/").content.decode()
    assert "1 har tillträde" in sida
    assert "Budget" not in sida and "Ekonomi" not in sida
