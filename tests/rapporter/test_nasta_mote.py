"""The next meeting, first on the start page, for each who may read of meetings."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from finsam.arshjul import plikter
from finsam.choices import Roll
from finsam.history import tysta_slag
from finsam.models import Forbund
from finsam.nasta import det_som_ar_nasta
from styrelse.models import Lasplats, Mottagare, Person
from tests.rapporter.exempelpaket import utskickat_mote
from tests.styrelse.exempelmoten import mote

pytestmark = pytest.mark.django_db
IDAG = date(2026, 11, 20)
LASER = (Roll.LEDAMOT, Roll.REVISOR, Roll.KANSLI, Roll.EKONOM, Roll.FORBUNDSCHEF)


@pytest.fixture
def ledamot(anvandare):
    Forbund.objects.create(namn="Provförbundet", kallelsedagar=7)
    return anvandare(Roll.LEDAMOT)


def test_before_the_notice_the_day_to_expect_it_is_told(ledamot):
    mote(date(2026, 12, 3))
    mote(date(2026, 12, 17))  # the same organ's later meeting is not the next
    mote(date(2026, 11, 25), "au")
    mote(date(2026, 11, 21), "samrad")  # decides nothing
    mote(IDAG - timedelta(days=1), status="hallet")
    au, fs = det_som_ar_nasta(ledamot, IDAG)
    assert fs.titel == "Förbundsstyrelsen torsdagen den 3 december 2026 kl.\u00a009.00–12.00"
    # 3 December less seven days; 25 November less seven has passed.
    assert fs.text == "Kallelsen kommer omkring 26\u00a0november." and fs.lank == ""
    assert au.text == "Kallelsen är inte skickad än."


def test_a_meeting_called_to_without_papers_here_has_no_button(ledamot):
    mote(date(2026, 12, 3), status="kallat")
    (rad,) = det_som_ar_nasta(ledamot, IDAG)
    assert (rad.text, rad.lank) == ("", "")


def test_sent_papers_are_one_click_away_and_reading_goes_on_where_it_was(ledamot, anvandare):
    ett = utskickat_mote(datum=date(2026, 12, 3))
    (rad,) = det_som_ar_nasta(ledamot, IDAG)
    assert (rad.lank, rad.lankadress) == (
        "Läs handlingarna",
        reverse("rapporter:las", args=[ett.pk]),
    )
    punkt = ett.punkter.get(arende__isnull=False)
    Lasplats.objects.create(mote=ett, anvandare=ledamot, plats=f"punkt/{punkt.pk}")
    (rad,) = det_som_ar_nasta(ledamot, IDAG)
    assert rad.lank == "Fortsätt där du var"
    assert rad.lankadress == reverse("rapporter:las_punkt", args=[ett.pk, punkt.pk])
    # Another's place is another's.
    (rad,) = det_som_ar_nasta(anvandare(Roll.REVISOR), IDAG)
    assert rad.lank == "Läs handlingarna"


@pytest.mark.parametrize("roll", list(Roll))
def test_it_stands_on_the_start_page_of_those_who_read_of_meetings(roll, klient):
    Forbund.objects.create(namn="Provförbundet")
    ett = utskickat_mote(datum=timezone.localdate() + timedelta(days=5))
    sida = klient(roll).get("/").content.decode()
    assert (reverse("rapporter:las", args=[ett.pk]) in sida) is (roll in LASER)
    assert ("Nästa möte" in sida) is (roll in LASER)


@pytest.mark.parametrize("roll", [Roll.LEDAMOT, Roll.REVISOR])
def test_every_duty_with_a_link_leads_to_a_page_that_the_reader_may_open(roll, klient, anvandare):
    Forbund.objects.create(namn="Provförbundet")
    mote(timezone.localdate() + timedelta(days=5))
    client = klient(roll)
    rader = plikter(anvandare(roll), timezone.localdate())
    assert rader
    for plikt in rader:
        if plikt.adress:
            assert client.get(plikt.adress).status_code == 200, plikt
    sida = client.get("/").content.decode()
    assert "Årets plikter" in sida and "Att göra" not in sida
    # No report is decided: the list of them says nothing to who sees no draft.
    rapporten = next(p for p in rader if p.titel.startswith("Årsredovisning"))
    assert bool(rapporten.adress) is (roll == Roll.REVISOR)


def test_the_office_has_it_to_do(kansli_klient):
    Forbund.objects.create(namn="Provförbundet")
    assert "Att göra" in kansli_klient.get("/").content.decode()


def test_recipients_stand_in_the_log_and_not_on_the_start_page(kansli_klient):
    Forbund.objects.create(namn="Provförbundet")
    paket = utskickat_mote().paket.get()
    person = Person.objects.create(namn="Eva Ek")
    Mottagare.objects.create(paket=paket, person=person, epost="ek@example.org")
    assert "styrelse.mottagare" in tysta_slag()
    assert "ek@example.org" in kansli_klient.get("/historik/").content.decode()
    sida = kansli_klient.get("/").content.decode()
    assert "Senast ändrat" in sida and "Mottagare" not in sida
