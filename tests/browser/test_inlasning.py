"""The import page as a person meets it: with and without script, on a phone, with faults."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from finsam.choices import Roll
from finsam.models import Medlem
from tests.browser.conftest import SkapaSida
from tests.browser.granskning import granska, overflod
from tests.finsam.mappexempel import FILER, skriv


@pytest.fixture(autouse=True)
def var(settings: Any, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path / "var"


def ren(page: Page) -> None:
    """No finding of axe, and nothing to scroll sideways to on a phone."""
    assert granska(page) == []
    assert overflod(page, 390) <= 0


def test_fran_fil_till_sparat(inloggad: SkapaSida, live_server: Any, tmp_path: Path) -> None:
    page = inloggad(Roll.FORBUNDSCHEF)
    mapp = skriv(tmp_path / "in", bara=["medlemmar.csv", "folkmangd.csv"])
    page.goto(f"{live_server.url}/inlasning/")
    ren(page)
    page.get_by_label("Filer", exact=True).set_input_files(
        [mapp / "medlemmar.csv", mapp / "folkmangd.csv"]
    )
    page.get_by_role("button", name="Granska filerna").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Granska inläsningen"
    ren(page)
    page.get_by_role("button", name="Spara 6 rader").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Inläst"
    ren(page)
    assert Medlem.objects.count() == 4


def test_fel_star_forst_och_far_fokus(
    inloggad: SkapaSida, live_server: Any, tmp_path: Path
) -> None:
    page = inloggad(Roll.FORBUNDSCHEF)
    fel = FILER["medlemmar.csv"].replace(";kommun;", ";stad;")
    mapp = skriv(tmp_path / "in", {"medlemmar.csv": fel}, bara=["medlemmar.csv"])
    page.goto(f"{live_server.url}/inlasning/")
    page.get_by_label("Filer", exact=True).set_input_files(mapp / "medlemmar.csv")
    page.get_by_role("button", name="Granska filerna").click()
    expect(page.locator(".felruta")).to_be_focused()
    ren(page)
    assert Medlem.objects.count() == 0
