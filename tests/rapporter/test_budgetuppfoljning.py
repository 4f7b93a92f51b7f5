"""The follow-up of the budget as document and page, made of rows in the database."""

import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ekonomi.models import Budget, Konto, Objekt, Prognos, Prognospost, Saldo
from finsam.choices import Roll
from finsam.periods import Period, las_period
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.render import excel, json_
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.selectors import UnderlagSaknas, perioder
from finsam.rapporter.slag import build
from tests.conftest import SkapaKlient
from tests.rapporter.databas import lagg_upp

pytestmark = pytest.mark.django_db
ADRESS = "/ekonomi/budgetuppfoljning/"


@pytest.fixture(autouse=True)
def underlag() -> None:
    """The report tests' year 2019, booked in December, with a forecast laid in October."""
    lagg_upp()
    prognos = Prognos.objects.create(
        verksamhetsar=2019, upprattad=date(2019, 10, 1), utfall_tom=date(2019, 8, 31), status="lagd"
    )
    for nummer, kod, belopp, text in (
        ("3010", None, 1_000_000, ""),
        ("5010", "20", -140_000, "Vakans"),
    ):
        Prognospost.objects.create(
            prognos=prognos,
            konto=Konto.objects.get(nummer=nummer),
            kostnadsblock=Objekt.objects.filter(kod=kod).first(),
            belopp=belopp,
            kommentar=text,
        )


def rapport(kod: str = "2019-A12") -> Rapport:
    return build("budgetuppfoljning", las_period(kod), date(2020, 1, 10))


@pytest.fixture
def ekonom(klient: SkapaKlient) -> Client:
    return klient(Roll.EKONOM)


def test_dokumentet_i_alla_format(ekonom: Client) -> None:
    ett = rapport()
    data = json.loads(json_.skriv(ett))
    assert (data["slag"], data["titel"]) == (
        "budgetuppfoljning",
        "Budgetuppföljning januari–december 2019",
    )
    assert data["period"]["kod"] == "2019-A12"
    drift = next(t for t in data["tables"] if t["id"] == "driftredovisning")
    kansli = next(rad for rad in drift["rows"] if rad["label"] == "Kansli")
    # Budget and outcome 150 000, forecast 140 000, in tkr and whole per cent.
    assert kansli["values"] == [-150, -150, 0, 100, -140, -150, 100, None]
    assert "Budgetuppföljning" in utskrift(ett)
    assert excel.skriv(ett)[:2] == b"PK"
    assert ekonom.get("/rapporter/budgetuppfoljning/2019-A12/").status_code == 200


def test_varje_tal_leder_nedat(ekonom: Client) -> None:
    sida = ekonom.get(ADRESS, {"per": "2019-12"}).content.decode()
    lankar = sorted(set(re.findall(r'href="(/rapporter/[^"]+/underlag/[^"]+)"', sida)))
    assert {lank.rstrip("/").rsplit("/", 1)[1].split("-")[0] for lank in lankar} == {
        *("utfall", "budget", "diff", "kvot", "prognos", "arskvot")
    }
    for lank in lankar[::7]:
        assert ekonom.get(lank).status_code == 200, lank
    prognos = next(lank for lank in lankar if "/drift_kansli/prognos-" in lank)
    assert "/ekonomi/prognoser/" in ekonom.get(prognos).content.decode()


def test_sidan_sager_vad_som_avviker_och_varfor(ekonom: Client) -> None:
    sida = ekonom.get(ADRESS, {"per": "2019-12"}).content.decode()
    # The board: 60 000 of 50 000 is 120 %, above the association's 110 %.
    assert "Förbrukningskvoten 120\u00a0% avviker från målvärdet 100\u00a0%." in sida
    assert "Vakans" in sida
    assert "version 1, fastställd 2018-11-20" in sida


def test_manaden_valjs_med_lankar_och_formular(ekonom: Client) -> None:
    sida = ekonom.get(ADRESS).content.decode()
    assert "Budgetuppföljning januari–december 2019" in sida
    assert 'href="?per=2019-11"' in sida
    assert 'href="?per=2020-01"' not in sida
    assert '<option value="2019-12" selected>December 2019</option>' in sida


@pytest.mark.parametrize("per", ["2019-13", "2019-00", "2019", "x-1", "19-01"])
def test_det_som_inte_ar_en_manad_finns_inte(ekonom: Client, per: str) -> None:
    assert ekonom.get(ADRESS, {"per": per}).status_code == 404


def test_ledamoten_ser_inte_utkastet(klient: SkapaKlient) -> None:
    assert klient(Roll.LEDAMOT).get(ADRESS).status_code == 404


def test_manader_som_inte_ar_bokforda_sags(ekonom: Client) -> None:
    Budget.objects.all().delete()
    Prognos.objects.all().delete()
    sida = ekonom.get(ADRESS, {"per": "2019-06"}).content.decode()
    assert "Året har ingen beslutad budget." in sida
    assert "Ingen prognos är lagd som bygger på utfall till och med 2019-06-30" in sida
    Saldo.objects.filter(manad__gt=0).update(manad=3)
    sida = ekonom.get(ADRESS, {"per": "2019-06"}).content.decode()
    assert "Bokföringen når till och med mars" in sida
    (bokfort,) = (k for k in rapport("2019-A06").kontroller if k.id.endswith(":bokfort"))
    assert (bokfort.ok, bokfort.text) == (
        False,
        "Bokföringen når till och med mars: utfallet är inte hela periodens.",
    )


def test_slutar_som_resultatrakningen() -> None:
    utfall = {k.id: k for k in rapport().kontroller}
    for falt in ("hittills", "utfall", "prognos", "arsbudget"):
        assert utfall[f"budgetuppfoljning:{falt}"].ok


@pytest.mark.parametrize(
    ("kod", "mening"),
    [
        ("2019-K2", "Budgetuppföljningen görs för året hittills, till exempel 2019-A08."),
        ("2017-A08", "Bokföringen för 2017 är inte inläst."),
    ],
)
def test_det_som_inte_kan_goras_sager_varfor(kod: str, mening: str) -> None:
    with pytest.raises(UnderlagSaknas, match=mening):
        rapport(kod)


def test_det_finns_ett_dokument_for_aret_hittills() -> None:
    assert perioder("budgetuppfoljning") == [Period(2019, "A", 12)]


def test_antalet_fragor_vaxer_inte_med_posterna(ekonom: Client) -> None:
    def fragor() -> int:
        with CaptureQueriesContext(connection) as fangade:
            assert ekonom.get(ADRESS, {"per": "2019-12"}).status_code == 200
        return len(fangade)

    fore = fragor()
    prognos = Prognos.objects.get()
    for nr in range(30):
        konto = Konto.objects.create(nummer=str(6100 + nr), namn="Kontor", kontotyp="K")
        Prognospost.objects.create(prognos=prognos, konto=konto, belopp=-nr, kommentar=f"Skäl {nr}")
    assert fragor() == fore
