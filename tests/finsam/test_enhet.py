"""What a browser keeps of a person is cleared when the person leaves it."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from finsam.choices import Roll
from finsam.enhet import KAKA, RENSA, enhetsnyckel
from finsam.models import Anvandare
from tests.conftest import SkapaAnvandare, SkapaKlient

pytestmark = pytest.mark.django_db
SIDA = "/mitt-konto/"


def test_a_logout_clears_the_browser(ledamot_klient: Client) -> None:
    svar = ledamot_klient.post(reverse("account_logout"))
    assert svar["Clear-Site-Data"] == RENSA


def test_to_ask_about_logging_out_clears_nothing(ledamot_klient: Client) -> None:
    assert "Clear-Site-Data" not in ledamot_klient.get(reverse("account_logout"))


def test_the_marked_reader_keeps_and_another_does_not(
    klient: SkapaKlient, anvandare: SkapaAnvandare
) -> None:
    ledamot, kansli = klient(Roll.LEDAMOT), klient(Roll.KANSLI)
    for client in (ledamot, kansli):
        client.cookies[KAKA] = enhetsnyckel(anvandare(Roll.LEDAMOT))
    assert "Clear-Site-Data" not in ledamot.get(SIDA)
    svar = kansli.get(SIDA)
    assert svar["Clear-Site-Data"] == RENSA
    assert svar.cookies[KAKA].value == ""  # and is not asked again


def test_a_login_that_ended_by_itself_clears_nothing(
    ledamot_klient: Client, ledamot: Anvandare
) -> None:
    ledamot_klient.cookies[KAKA] = enhetsnyckel(ledamot)
    del ledamot_klient.cookies[settings.SESSION_COOKIE_NAME]
    svar = ledamot_klient.get(SIDA)
    assert svar.status_code == 302 and "Clear-Site-Data" not in svar


def test_the_mark_tells_nothing_of_who_it_is(ledamot: Anvandare, kansli: Anvandare) -> None:
    nycklar = {enhetsnyckel(ledamot), enhetsnyckel(kansli)}
    assert len(nycklar) == 2 and all(len(nyckel) == 16 for nyckel in nycklar)
