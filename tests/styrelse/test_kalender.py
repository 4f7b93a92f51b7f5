"""The calendar by secret address: who sees what in it, and what a revoked one answers."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from finsam.models import Anvandare, Medlem
from styrelse.calculations.ical import Kalendermote, kalender
from styrelse.models import Kalenderadress, Person, Uppdrag
from tests.styrelse.exempelmoten import mote

IDAG = timezone.localdate()
LISTA = "/styrelse/kalender/"


@pytest.fixture(autouse=True)
def _oraknat():
    """Nothing counted before, and what is counted here is no other module's."""
    cache.clear()
    yield
    cache.clear()


def skapad(klient, namn="Telefonen"):
    """The address as the page shows it once."""
    sida = klient.post(LISTA, {"namn": namn}).content.decode()
    return sida.split('id="adressen" class="hel" value="')[1].split('"')[0]


def moten_i(svar):
    assert svar.status_code == 200
    return {str(h["summary"]): h for h in Calendar.from_ical(svar.content).walk("VEVENT")}


def test_times_are_stockholms_with_the_rules_of_the_zone():
    grund = ("Salen", "https://x/1/", "CONFIRMED", 3, datetime(2022, 1, 2, tzinfo=UTC))
    fil = kalender(
        "Förbundet",
        [
            Kalendermote("a@x", "Vinter", date(2022, 1, 20), time(9, 30), time(12), *grund),
            Kalendermote("b@x", "Sommar", date(2022, 6, 2), time(9), None, *grund),
        ],
    )
    text = fil.decode()
    assert "BEGIN:VTIMEZONE" in text and "TZID:Europe/Stockholm" in text
    assert "DTSTART;TZID=Europe/Stockholm:20220120T093000" in text
    vinter, sommar = Calendar.from_ical(fil).walk("VEVENT")
    # 09.30 in winter is 08.30 UTC, 09.00 in summer is 07.00; no end is two hours.
    assert vinter["dtstart"].dt.astimezone(UTC).time() == time(8, 30)
    assert sommar["dtstart"].dt.astimezone(UTC).time() == time(7)
    assert sommar["dtend"].dt - sommar["dtstart"].dt == timedelta(hours=2)
    assert (vinter["uid"], vinter["sequence"]) == ("a@x", 3)


@pytest.mark.django_db
def test_the_address_is_shown_once_and_needs_no_login(kansli_klient, client):
    mote(IDAG)
    adress = skapad(kansli_klient)
    hemlighet = adress.rsplit("/", 1)[1].removesuffix(".ics")
    assert adress not in kansli_klient.get(LISTA).content.decode()
    assert hemlighet not in str(Kalenderadress.objects.values().get())
    svar = client.get(adress)
    assert list(moten_i(svar)) == ["Förbundsstyrelsen"]
    assert svar["Cache-Control"] == "private, no-store"
    assert svar["Content-Type"].startswith("text/calendar") and not svar.cookies


@pytest.mark.django_db
def test_a_changed_meeting_keeps_its_name_and_grows_in_number(kansli_klient, client):
    ett = mote(IDAG, inledning="Hemligt", anteckningar="Hemligt")
    adress = skapad(kansli_klient)
    fore = moten_i(client.get(adress))["Förbundsstyrelsen"]
    assert fore["status"] == "TENTATIVE" and "Hemligt" not in client.get(adress).content.decode()
    ett.status = "installt"
    ett.save()
    efter = moten_i(client.get(adress))["Förbundsstyrelsen"]
    assert efter["uid"] == fore["uid"] and efter["status"] == "CANCELLED"
    assert efter["sequence"] == fore["sequence"] + 1
    assert efter["last-modified"].dt >= fore["last-modified"].dt


@pytest.mark.django_db
@pytest.mark.parametrize("hinder", ["aterkalla", "avstangd", "ny_roll"])
def test_revoked_unknown_and_shut_out_answer_alike(kansli_klient, client, hinder):
    adress = skapad(kansli_klient)
    rad = Kalenderadress.objects.get()
    if hinder == "aterkalla":
        kansli_klient.post(reverse("styrelse:kalenderadress_aterkalla", args=[rad.pk]))
    else:
        agare = rad.anvandare
        agare.is_active = hinder != "avstangd"
        agare.roll = "revisor" if hinder == "ny_roll" else agare.roll
        agare.save()
    assert client.get(adress).status_code == 404
    assert client.get(f"{LISTA}finns-inte.ics").status_code == 404


@pytest.mark.django_db
def test_nobody_revokes_anothers_address(kansli_klient, ledamot_klient):
    skapad(kansli_klient)
    rad = Kalenderadress.objects.get()
    adress = reverse("styrelse:kalenderadress_aterkalla", args=[rad.pk])
    assert ledamot_klient.post(adress).status_code == 404
    rad.refresh_from_db()
    assert rad.aterkallad_at is None


@pytest.mark.django_db
def test_a_ledamot_has_the_committees_meetings_only_when_in_it(ledamot_klient, client):
    for organ in ("fs", "au"):
        mote(IDAG, organ)
    kommun = Medlem.objects.create(namn="Kommunen", kortnamn="K", typ="kommun")
    mote(IDAG, "dialog", medlem=kommun)
    adress = skapad(ledamot_klient)
    assert set(moten_i(client.get(adress))) == {"Förbundsstyrelsen"}
    person = Person.objects.create(namn="Ada", anvandare=Anvandare.objects.get(roll="ledamot"))
    Uppdrag.objects.create(
        person=person, medlem=kommun, organ="au", roll="ledamot", fran=IDAG - timedelta(days=1)
    )
    assert set(moten_i(client.get(adress))) == {"Förbundsstyrelsen", "Arbetsutskottet"}


@pytest.mark.django_db
def test_who_guesses_is_stopped(client):
    svar = [client.get(f"{LISTA}gissning-{nr}.ics").status_code for nr in range(61)]
    assert svar[:60] == [404] * 60 and svar[60] == 429


@pytest.mark.django_db
def test_the_new_address_opens_the_devices_calendar(ledamot_klient):
    sida = ledamot_klient.post(LISTA, {"namn": "Telefonen"}).content.decode()
    adress = sida.split('id="adressen" class="hel" value="')[1].split('"')[0]
    assert f'href="webcal:{adress.partition(":")[2]}"' in sida
    assert "iPhone" in sida and "Outlook" in sida and 'data-kopiera="adressen"' in sida
