"""Logging in by two steps in a real browser: an app's code, and a passkey of a virtual key."""

import re
import time
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import hotp_value
from playwright.sync_api import Page, expect

from finsam.choices import Roll
from tests.browser.granskning import granska
from tests.conftest import SkapaAnvandare

LOSENORD = "hemligt-for-ekonom"


def fyll_i(page: Page, rot: str) -> None:
    page.goto(f"{rot}/konto/logga-in/")
    page.get_by_label("E-postadress").fill("ekonom@test.example")
    page.get_by_label("Lösenord").fill(LOSENORD)
    page.get_by_role("button", name="Logga in", exact=True).click()


def bekrafta(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Bekräfta att det är du")
    page.get_by_label("Lösenord").fill(LOSENORD)
    page.get_by_role("button", name="Bekräfta").click()


def test_app_med_koder(bevakad: Page, live_server: Any, anvandare: SkapaAnvandare) -> None:
    anvandare(Roll.EKONOM)
    fyll_i(bevakad, live_server.url)
    bevakad.goto(f"{live_server.url}/konto/tvasteg/app/ny/")
    bekrafta(bevakad)
    assert granska(bevakad) == []
    nyckel = bevakad.locator("main code").inner_text()
    kod = f"{hotp_value(nyckel, int(time.time()) // 30):06}"
    bevakad.get_by_label("Kod från appen").fill(kod)
    bevakad.get_by_role("button", name="Slå på").click()
    expect(bevakad.get_by_role("heading", level=1)).to_have_text("Återställningskoder")
    assert granska(bevakad) == []
    aterstallning = bevakad.locator(".koder code").first.inner_text()
    bevakad.get_by_role("button", name="Logga ut").click()
    fyll_i(bevakad, live_server.url)
    expect(bevakad.get_by_role("heading", level=1)).to_have_text("Andra steget")
    assert granska(bevakad) == []
    bevakad.get_by_label(re.compile("^Kod")).fill(aterstallning)
    bevakad.get_by_role("button", name="Logga in", exact=True).click()
    expect(bevakad.get_by_role("heading", level=1)).to_have_text("Översikt")


@pytest.fixture
def nyckel(bevakad: Page) -> None:
    """A passkey in the browser itself, that always says yes."""
    cdp = bevakad.context.new_cdp_session(bevakad)
    cdp.send("WebAuthn.enable")
    val = {
        **{"protocol": "ctap2", "transport": "internal", "hasResidentKey": True},
        **{"hasUserVerification": True, "isUserVerified": True},
        "automaticPresenceSimulation": True,
    }
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": val})


def test_passnyckel_utan_losenord(
    bevakad: Page, live_server: Any, anvandare: SkapaAnvandare, nyckel: None
) -> None:
    # A passkey belongs to a name, never to a number.
    rot = live_server.url.replace("127.0.0.1", "localhost")
    anvandare(Roll.EKONOM)
    bevakad.unroute_all()
    fyll_i(bevakad, rot)
    bevakad.goto(f"{rot}/konto/passnycklar/ny/")
    bekrafta(bevakad)
    assert granska(bevakad) == []
    bevakad.get_by_label("Namn på nyckeln").fill("Min dator")
    bevakad.get_by_label("Logga in med bara nyckeln, utan lösenord").check()
    bevakad.get_by_role("button", name="Lägg till", exact=True).click()
    expect(bevakad.get_by_text("Passnyckeln är tillagd.")).to_be_visible()
    bevakad.goto(f"{rot}/konto/passnycklar/")
    expect(bevakad.get_by_role("rowheader", name=re.compile("Min dator"))).to_be_visible()
    assert granska(bevakad) == []
    bevakad.get_by_role("button", name="Logga ut").click()
    bevakad.get_by_role("button", name="Logga in med passnyckel").click()
    expect(bevakad.get_by_role("heading", level=1)).to_have_text("Översikt")
