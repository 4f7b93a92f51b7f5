"""What is open to everyone: the accessibility statement, and pages for what goes wrong."""

from typing import Any

import pytest
from django.core.cache import cache
from django.template.loader import render_to_string
from django.test import Client

from finsam.models import Tillganglighetsbrist

pytestmark = pytest.mark.django_db
SIDA = "/tillganglighet/"


@pytest.fixture(autouse=True)
def _rakna_om() -> None:
    cache.clear()


def test_en_brist_kan_anmalas_anonymt_utan_inloggning(utloggad: Client) -> None:
    svar = utloggad.post(SIDA, {"beskrivning": "Knappen läses inte upp.", "epost": ""}, follow=True)
    assert "Tack för din anmälan" in svar.content.decode()
    assert Tillganglighetsbrist.objects.get().beskrivning == "Knappen läses inte upp."


def test_en_tom_anmalan_sags_vid_faltet_och_overst(utloggad: Client) -> None:
    sida = utloggad.post(SIDA, {"beskrivning": ""}).content.decode()
    assert "<title>Fel: Tillgänglighetsredogörelse" in sida
    assert 'href="#id_beskrivning"' in sida and 'aria-invalid="true"' in sida


def test_sjatte_anmalan_pa_en_timme_tas_inte_emot(utloggad: Client) -> None:
    for nr in range(6):
        svar = utloggad.post(SIDA, {"beskrivning": f"Brist {nr}"})
    assert "Försök igen om en timme." in svar.content.decode()
    assert Tillganglighetsbrist.objects.count() == 5


def test_anmalningarna_lases_av_administratoren(
    administrator_klient: Client, kansli_klient: Client
) -> None:
    Tillganglighetsbrist.objects.create(beskrivning="Knappen läses inte upp.")
    lista = "/tillganglighet/brister/"
    assert "Knappen läses inte upp." in administrator_klient.get(lista).content.decode()
    assert kansli_klient.get(lista).status_code == 404


def test_en_sida_som_inte_finns_star_i_ramen(kansli_klient: Client) -> None:
    svar = kansli_klient.get("/finns-inte/")
    assert svar.status_code == 404
    assert "<h1>Sidan finns inte</h1>" in svar.content.decode()
    assert 'aria-label="Huvudmeny"' in svar.content.decode()


def test_for_gammal_sida_sags_i_klarsprak(db: None) -> None:
    svar = Client(enforce_csrf_checks=True).post(SIDA, {"beskrivning": "x"})
    assert svar.status_code == 403
    assert "Sidan var öppen för länge" in svar.content.decode()


@pytest.mark.parametrize("mall", ["400", "403", "429", "500"])
def test_felsidan_klarar_sig_utan_databas_och_begaran(mall: str, django_db_blocker: Any) -> None:
    with django_db_blocker.block():
        sida = render_to_string(f"{mall}.html")
    assert "<h1>" in sida and "– Finsam</title>" in sida
