"""A budget in a real browser: a spreadsheet's cells spread over the grid, and sums follow."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from ekonomi.calculations.budgetposter import Postnyckel
from ekonomi.models import Budget
from ekonomi.selectors.budget import postvarden
from finsam.choices import Roll
from tests.browser.conftest import SkapaSida
from tests.browser.granskning import granska, overflod
from tests.ekonomi.budgetexempel import ARVODE, AVGIFT, LON, LOTS, budget, grund

# Pasting is sent as the browser does it: the clipboard itself belongs to the machine.
_KLISTRA = """(ruta, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    ruta.dispatchEvent(new ClipboardEvent("paste",
        {clipboardData: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def forslag(transactional_db: None) -> Budget:
    grund()
    budget(2024)
    return budget(2025, beslutad=False)


def bra(page: Page) -> None:
    """No finding of axe, and nothing to scroll sideways to on a phone."""
    assert granska(page) == []
    assert overflod(page, 390) == 0
    page.set_viewport_size({"width": 1280, "height": 900})


def ruta(page: Page, falt: str, nyckel: Postnyckel) -> Locator:
    return page.locator(f'[name="{falt}-{nyckel.kod}"]')


def test_klistra_in_ett_block_fran_excel(
    forslag: Budget, inloggad: SkapaSida, live_server: Any
) -> None:
    page = inloggad(Roll.EKONOM)
    page.goto(f"{live_server.url}/ekonomi/budgetar/{forslag.pk}/poster/")
    bra(page)
    # Two rows and two columns, with the amounts as Excel writes them: board, then salaries.
    text = "−55\u00a0000 kr\tNya arvoden\r\n-610\u202f000,00\tAvtal\r\n"
    ruta(page, "belopp", ARVODE).evaluate(_KLISTRA, text)
    expect(ruta(page, "kommentar", ARVODE)).to_have_value("Nya arvoden")
    expect(ruta(page, "kommentar", LON)).to_have_value("Avtal")
    expect(page.locator("#klistrat")).to_have_text("Klistrade in 4 celler. Inget är sparat än.")
    # 1 000 000 − 400 000 − 55 000 − 610 000 = −65 000, worked out by the server.
    expect(page.locator("#resultat")).to_contain_text("−65\u00a0000\u00a0kr")
    assert postvarden(forslag)[LON].belopp == -600_000
    # One cell is an ordinary paste, and the arrow keys walk the column.
    ruta(page, "belopp", ARVODE).focus()
    page.keyboard.press("ArrowDown")
    expect(ruta(page, "belopp", LON)).to_be_focused()
    ruta(page, "belopp", AVGIFT).fill("4 682 00")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.locator(".felruta")).to_contain_text("”4 682 00” kan inte tolkas")
    expect(ruta(page, "kommentar", LON)).to_have_value("Avtal")
    bra(page)
    ruta(page, "belopp", AVGIFT).fill("1 000 000")
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_text("Sparat: 2 poster är ändrade.")).to_be_visible()
    varden = {nyckel: varde.belopp for nyckel, varde in postvarden(forslag).items()}
    assert varden == {AVGIFT: 1_000_000, ARVODE: -55_000, LON: -610_000, LOTS: -400_000}
    bra(page)


def test_tolv_manader_fran_excel(forslag: Budget, inloggad: SkapaSida, live_server: Any) -> None:
    page = inloggad(Roll.EKONOM)
    page.goto(f"{live_server.url}/ekonomi/budgetar/{forslag.pk}/manader/")
    ruta(page, "m1", LON).evaluate(_KLISTRA, "\t".join(["-50 000"] * 11 + ["-60 000"]) + "\n")
    expect(page.locator("#klistrat")).to_contain_text("12 celler")
    bra(page)
    page.get_by_role("button", name="Spara", exact=True).click()
    expect(page.get_by_text("Sparat: 1 post är ändrad.")).to_be_visible()
    assert postvarden(forslag)[LON].belopp == -610_000  # 11 × 50 000 + 60 000


@pytest.mark.parametrize("sida", ["", "klistra-in/", "faststall/", "uppgifter/"])
def test_forslagets_sidor(
    forslag: Budget, inloggad: SkapaSida, live_server: Any, sida: str
) -> None:
    page = inloggad(Roll.EKONOM)
    page.goto(f"{live_server.url}/ekonomi/budgetar/{forslag.pk}/{sida}")
    bra(page)
