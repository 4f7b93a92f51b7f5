"""The shell in a real browser: login, start page, users, history; by keyboard, narrow, enlarged."""

import re
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from finsam.choices import Medlemstyp, Roll
from finsam.models import Forbund, Medlem
from tests.browser.conftest import SkapaSida
from tests.browser.granskning import fokus_syns, granska, kontrast, overflod
from tests.conftest import SkapaAnvandare, SkapaKlient

AVSTAND = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em }"


@pytest.fixture(autouse=True)
def forbund(transactional_db: None) -> None:
    Forbund.objects.create(namn="Samordningsförbundet Provlandet")
    kommun = Medlem.objects.create(namn="Heby kommun", kortnamn="Heby", typ=Medlemstyp.KOMMUN)
    kommun.kortnamn = "Heby k:n"
    kommun.save()


def haller(page: Page) -> None:
    """axe, reflow at 320 px, text at 200 %, wide spacing."""
    assert granska(page) == []
    assert overflod(page, 320) == 0
    assert overflod(page, 390, AVSTAND) == 0
    assert overflod(page, 1280, "html { font-size: 225% !important }") == 0


def test_logga_in_ut_och_fel(bevakad: Page, live_server: Any, anvandare: SkapaAnvandare) -> None:
    anvandare(Roll.EKONOM)
    bevakad.goto(f"{live_server.url}/")
    assert granska(bevakad) == []
    bevakad.get_by_label("E-postadress").fill("ekonom@test.example")
    bevakad.get_by_label("Lösenord").fill("fel")
    bevakad.get_by_role("button", name="Logga in", exact=True).click()
    # The summary has focus, and the title says it first.
    expect(bevakad.locator(".felruta")).to_be_focused()
    expect(bevakad).to_have_title(re.compile("^Fel: Logga in"))
    haller(bevakad)
    bevakad.get_by_label("Lösenord").fill("hemligt-for-ekonom")
    bevakad.keyboard.press("Enter")
    expect(bevakad.get_by_role("heading", level=1)).to_have_text("Översikt")
    bevakad.get_by_role("button", name="Logga ut").click()
    expect(bevakad.get_by_role("heading", level=1)).to_have_text("Logga in")


@pytest.mark.parametrize(
    ("roll", "adress"),
    [
        (Roll.FORBUNDSCHEF, "/"),
        (Roll.REVISOR, "/historik/"),
        (Roll.ADMINISTRATOR, "/anvandare/"),
        (Roll.ADMINISTRATOR, "/anvandare/ny/"),
        (Roll.KANSLI, "/mitt-konto/"),
        (Roll.KANSLI, "/konto/tvasteg/"),
        (Roll.KANSLI, "/konto/enheter/"),
        (Roll.KANSLI, "/ordlista/"),
        (Roll.KANSLI, "/tillganglighet/"),
    ],
)
def test_sidan_haller(roll: Roll, adress: str, inloggad: SkapaSida, live_server: Any) -> None:
    page = inloggad(roll)
    page.goto(live_server.url + adress)
    haller(page)


def test_tangentbordet_nar_allt_och_fokus_syns(inloggad: SkapaSida, live_server: Any) -> None:
    page = inloggad(Roll.FORBUNDSCHEF)
    page.goto(f"{live_server.url}/")
    ordning, osynliga = fokus_syns(page)
    assert ordning[0] == "Hoppa till innehållet"
    assert osynliga == []
    page.goto(f"{live_server.url}/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#innehall")).to_be_focused()


def test_faltens_kant_syns(bevakad: Page, live_server: Any) -> None:
    bevakad.goto(f"{live_server.url}/konto/logga-in/")
    farger = bevakad.locator("#id_login").evaluate(
        "e => [getComputedStyle(e).borderTopColor, getComputedStyle(document.body).backgroundColor]"
    )
    assert kontrast(*farger) >= 3


def test_filtret_byter_listan_utan_att_ladda_om(inloggad: SkapaSida, live_server: Any) -> None:
    page = inloggad(Roll.REVISOR)
    page.goto(f"{live_server.url}/historik/")
    page.evaluate("window.kvar = true")
    page.get_by_label("Händelse").select_option("Ändrad")
    expect(page.locator("#antal")).to_contain_text("1 träff")
    assert page.evaluate("window.kvar") is True
    assert "handelse=~" in page.url or "handelse=%7E" in page.url
    # The files to fetch follow the filter, too.
    expect(page.get_by_role("link", name="Excel")).to_have_attribute(
        "href", re.compile("handelse=")
    )


def egen_sida(browser: Any, live_server: Any, klient: SkapaKlient, **val: Any) -> Page:
    """The auditor's history page outside the guard, which takes a 401 for a fault."""
    context = browser.new_context(**val)
    namn = settings.SESSION_COOKIE_NAME
    kaka = klient(Roll.REVISOR).cookies[namn].value
    context.add_cookies([{"name": namn, "value": kaka, "url": live_server.url}])
    page: Page = context.new_page()
    page.goto(f"{live_server.url}/historik/")
    return page


def test_nar_sessionen_ar_slut_sags_det_och_inget_byts_ut(
    browser: Any, live_server: Any, klient: SkapaKlient
) -> None:
    page = egen_sida(browser, live_server, klient)
    page.context.clear_cookies()
    page.get_by_label("Vad").fill("Heby")
    expect(page.locator("#sessionsbesked")).to_contain_text("Du har loggats ut.")
    expect(page.get_by_label("Vad")).to_have_value("Heby")
    expect(page.get_by_role("heading", level=1)).to_have_text("Historik")
    page.context.close()


def test_utan_skript_gar_filtret_med_knappen(
    browser: Any, live_server: Any, klient: SkapaKlient
) -> None:
    page = egen_sida(browser, live_server, klient, java_script_enabled=False)
    page.get_by_label("Händelse").select_option("Ändrad")
    page.get_by_role("button", name="Filtrera").click()
    expect(page.locator("#antal")).to_contain_text("1 träff")
    page.context.close()
