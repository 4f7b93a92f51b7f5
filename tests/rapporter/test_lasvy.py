"""The reading view: what a reader is shown, and to whom it is open."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from finsam.choices import Roll
from styrelse.calculations.handlingar import las
from styrelse.models import Mote
from tests.conftest import SkapaKlient
from tests.rapporter.exempelpaket import tillagg, utskickat_mote
from tests.styrelse.exempelmoten import mote as ett_mote

pytestmark = pytest.mark.django_db
LASER = {Roll.KANSLI, Roll.EKONOM, Roll.FORBUNDSCHEF, Roll.REVISOR, Roll.LEDAMOT}


@pytest.fixture
def mote(tmp_path, settings) -> Mote:
    settings.VAR_DIR = tmp_path
    return utskickat_mote()


def start(mote: Mote) -> str:
    return reverse("rapporter:las", args=[mote.pk])


def arendet(mote: Mote) -> str:
    rad = las(mote.paket.get(nummer=1).innehall).punkter[1]
    return reverse("rapporter:las_punkt", args=[mote.pk, rad.punkt])


def html(client: Client, adress: str) -> str:
    svar = client.get(adress)
    assert svar.status_code == 200, adress
    return svar.content.decode()


def test_the_contents_lead_to_every_item(ledamot_klient, mote) -> None:
    sida = html(ledamot_klient, start(mote))
    for rad in las(mote.paket.get().innehall).punkter:
        assert reverse("rapporter:las_punkt", args=[mote.pk, rad.punkt]) in sida
    assert "Förbundsstyrelsen 21\u00a0oktober\u00a02021" in sida
    assert "Välkommen till höstens möte." in sida and "Börja läsa" in sida


def test_an_item_holds_all_that_was_sent_for_it(ledamot_klient, mote) -> None:
    sida = html(ledamot_klient, arendet(mote))
    for ord_ in (
        *("Information, beslut", "Föredragande: Anna Andersson", "Förslag till beslut"),
        *("att lämna den till medlemmarna", "<strong>överskott</strong>", "Bedömning"),
        *("Bilaga 2.1", "Bilaga 2.2", "Anna Andersson, förbundschef", "2 av 3"),
        *("1. Mötets öppnande",),
    ):
        assert ord_ in sida, ord_
    # The writing's proposal is said once, not again as the item's own.
    assert sida.count("att godkänna delårsrapporten") == 1


def test_later_papers_stand_at_their_place_with_their_day(ledamot_klient, mote) -> None:
    tillagg(mote)
    sida = html(ledamot_klient, start(mote))
    assert sida.index("Yttrande") < sida.index("Sent ärende") < sida.index("Mötets avslutande")
    assert "Tillagd" in sida and "tilläggshandlingar" in sida
    assert "Yttrande" in html(ledamot_klient, arendet(mote))


@pytest.mark.parametrize("roll", list(Roll))
def test_open_to_those_who_read_papers_and_closed_to_others(
    roll: Roll, klient: SkapaKlient, mote: Mote
) -> None:
    vantat = 200 if roll in LASER else 404
    for adress in (start(mote), arendet(mote)):
        assert klient(roll).get(adress).status_code == vantat


def test_a_meeting_whose_papers_are_not_sent_has_nothing_to_read(klient, mote) -> None:
    annat = ett_mote(date(2021, 12, 2))
    for roll in Roll:
        assert klient(roll).get(start(annat)).status_code == 404
    # An item of another meeting is not found under this one.
    fel = arendet(mote).replace(f"/{mote.pk}/las/", f"/{annat.pk}/las/")
    assert klient(Roll.KANSLI).get(fel).status_code == 404


@pytest.mark.parametrize("sida", [start, arendet])
def test_as_many_queries_for_three_matters_as_for_thirty(sida, ledamot_klient, tmp_path, settings):
    settings.VAR_DIR = tmp_path
    antal = []
    for arenden in (3, 30):
        adress = sida(utskickat_mote(arenden, date(2021, 1, arenden)))
        ledamot_klient.get(adress)
        with CaptureQueriesContext(connection) as fragor:
            html(ledamot_klient, adress)
        antal.append(len(fragor))
    assert antal[0] == antal[1] <= 6
