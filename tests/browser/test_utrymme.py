"""The decision room by hand: tick on a tablet and on a phone, hear it, share it, mend a fault."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from ekonomi.selectors import utrymmesminne
from finsam.choices import Roll
from tests.browser.granskning import granska
from tests.ekonomi.utrymmesexempel import PER, underlag

pytestmark = pytest.mark.django_db(transaction=True)
RUM = "/ekonomi/beslutsutrymme/2021/"


@pytest.fixture(autouse=True)
def exempel(monkeypatch):
    utrymmesminne._las.cache_clear()
    monkeypatch.setattr(utrymmesminne, "lagesdag", lambda ar, idag: PER)
    monkeypatch.setattr(
        utrymmesminne, "utrymmesunderlag", lambda ar, per, idag: replace(underlag(), per=per)
    )


@pytest.mark.parametrize("storlek", [(820, 1180), (390, 844)], ids=["platta", "telefon"])
def test_ticking_shows_the_negative_year_at_once(inloggad, live_server, storlek):
    sida = inloggad(Roll.LEDAMOT)
    sida.set_viewport_size({"width": storlek[0], "height": storlek[1]})
    sida.goto(live_server.url + RUM)
    for nr in (1, 2, 3):
        sida.locator(f"#sokt-{nr}").check()
    expect(sida.locator("#besked")).to_contain_text("−489")
    expect(sida.locator("#resultat .notis-fel")).to_contain_text("Beslutsutrymmet 2023 blir neg")
    expect(sida).to_have_url(re.compile(r"\?sokt=2021-21&sokt=2021-22&sokt=2021-23$"))
    bredd = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert sida.evaluate(bredd) <= 0
    assert granska(sida) == []


def test_a_fault_stands_at_its_field_and_goes_when_it_is_mended(inloggad, live_server):
    sida = inloggad(Roll.EKONOM)
    sida.goto(live_server.url + RUM)
    sida.get_by_text("Ändra intäkter, förvaltning och övrigt").click()
    falt = sida.locator("#belopp-forvaltning-2022")
    falt.fill("4 682 00")
    falt.press("Tab")
    expect(sida.locator("#belopp-forvaltning-2022-fel")).to_contain_text("kan inte tolkas")
    expect(falt).to_have_value("4 682 00")
    assert granska(sida) == []
    falt.fill("5 000 000")
    falt.press("Tab")
    expect(sida.locator("#belopp-forvaltning-2022-fel")).to_have_count(0)
    # 462 − 600
    expect(sida.locator("#besked")).to_contain_text("−138")
