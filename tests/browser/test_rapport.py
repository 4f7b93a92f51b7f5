"""A report in a real browser: reading it, writing a text, and the pages around it."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from finsam.choices import Roll
from finsam.rapporter import pdfforrad
from finsam.rapporter.models import Textblock
from tests.browser.granskning import granska, overflod
from tests.rapporter.databas import lagg_upp

SIDA = "/rapporter/arsredovisning/2019/"
SIDOR = [
    "/rapporter/",
    SIDA,
    f"{SIDA}kontroller/",
    f"{SIDA}text/personal/",
    f"{SIDA}text/personal/historik/",
    f"{SIDA}underlag/resultatrakning/arets_resultat/utfall-2019/",
    f"{SIDA}underlag/balansrakning/kassa_bank/utfall-2019/",
    f"{SIDA}uppgifter/",
    f"{SIDA}faststall/",
]


@pytest.fixture
def chef(
    transactional_db: None,
    monkeypatch: pytest.MonkeyPatch,
    inloggad: Callable[[Roll], Page],
) -> Page:
    monkeypatch.setattr(pdfforrad, "bestall", lambda html: "0" * 64)
    lagg_upp()
    return inloggad(Roll.FORBUNDSCHEF)


def test_sidorna_ar_tillgangliga_och_ryms(chef: Page, live_server: Any) -> None:
    fel = []
    for adress in SIDOR:
        chef.goto(live_server.url + adress)
        fel += [f"{adress}: {brist}" for brist in granska(chef)]
        if bredare := overflod(chef, 390):
            fel.append(f"{adress}: {bredare} px för bred")
    assert fel == []


def test_texten_sparas_medan_man_skriver_och_siffran_valjs(chef: Page, live_server: Any) -> None:
    chef.goto(f"{live_server.url}{SIDA}text/personal/")
    chef.get_by_label("Text").fill("Resultatet blev ")
    chef.get_by_label("Sök siffra").fill("årets resultat, utfall 2019")
    chef.get_by_role("button", name="Skriv in {arets_resultat|kr}").click()
    expect(chef.locator(".forhandsvisning")).to_have_text("Resultatet blev −11 000 kr")
    expect(chef.get_by_role("status").filter(has_text="Utkastet sparades")).to_be_visible()
    chef.get_by_label("Text").press_sequentially(" i år.")
    expect(chef.locator(".forhandsvisning")).to_have_text("Resultatet blev −11 000 kr i år.")
    chef.get_by_role("button", name="Spara").click()
    chef.wait_for_url(f"**{SIDA}#a-personal")
    assert Textblock.objects.get().innehall == "Resultatet blev {arets_resultat|kr} i år."


def test_siffran_leder_till_sitt_underlag(chef: Page, live_server: Any) -> None:
    chef.goto(f"{live_server.url}{SIDA}#a-resultatrakning")
    chef.locator("#t-resultatrakning").get_by_role("link", name="−150 000").first.click()
    expect(chef.get_by_role("heading", level=1)).to_have_text("Personal")
    expect(chef.get_by_role("row", name="Summa")).to_contain_text("−150 000,00")
