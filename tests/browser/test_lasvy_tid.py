"""How long papers stay on a device that does not meet the server, in a real browser."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Error, Page, expect

from tests.browser.test_lasvy import context, mote, opna_hela, rubrik, sida, start

__all__ = ["context", "mote", "sida", "start"]
INTE_KVAR = "Sidan är inte sparad på den här enheten"
SATT_DAG = """async (till) => {
  for (const namn of await caches.keys()) {
    if (!namn.startsWith("las:")) continue;
    await (await caches.open(namn)).put("/las-till", new Response(till));
  }
}"""
KVAR = "caches.keys().then((alla) => alla.filter((namn) => namn.startsWith('las:')).length)"


@pytest.fixture
def utan_nat_dagar(settings: Any) -> int:
    settings.LASNING_UTAN_NAT_DAGAR = 3
    return 3


def dag(om: int) -> str:
    return (timezone.localdate() + timedelta(days=om)).isoformat()


def test_sidan_sager_hur_lange(utan_nat_dagar: int, sida: Page, context: BrowserContext) -> None:
    opna_hela(sida)
    expect(sida.locator(".las-nat-text")).to_contain_text(f"utan nät till och med {dag(3)}:")
    expect(sida.locator(".las-nat-tid")).to_contain_text("också sedan inloggningen har gått ut")
    expect(sida.locator(".las-nat-tid")).to_contain_text("3 dagar efter")
    context.set_offline(True)
    sida.get_by_role("link", name="Börja läsa").click()
    rubrik(sida, "1 Mötets öppnande")
    expect(sida.locator(".las-nat-text")).to_contain_text(f"utan nät till och med {dag(3)}:")


def test_efter_sista_dagen_ar_inget_kvar(sida: Page, context: BrowserContext, start: str) -> None:
    opna_hela(sida)
    sida.evaluate(SATT_DAG, dag(0))
    context.set_offline(True)
    sida.goto(start)
    rubrik(sida, "Förbundsstyrelsen 21\u00a0oktober\u00a02021")  # the last day is one of them
    sida.evaluate(SATT_DAG, dag(-1))
    # The page that stands open is told at the same moment, and loads itself anew.
    with suppress(Error):
        sida.goto(start)
    rubrik(sida, INTE_KVAR)
    assert sida.evaluate(KVAR) == 0
    context.set_offline(False)
    sida.goto(start)
    opna_hela(sida)
    expect(sida.locator(".las-nat-text")).to_contain_text(f"utan nät till och med {dag(14)}:")


def test_den_sida_som_star_oppen_tas_bort(sida: Page, context: BrowserContext) -> None:
    opna_hela(sida)
    context.set_offline(True)
    sida.evaluate(SATT_DAG, dag(-1))
    sida.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    rubrik(sida, INTE_KVAR)
