"""A claim in a real browser: the sums follow what is typed, a file is attached, it is handed in."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from finsam.choices import Roll
from insatser.actions import rekvisition as steg
from insatser.models import Insats, Rekvisition
from tests.browser.conftest import SkapaSida
from tests.browser.granskning import granska, overflod
from tests.conftest import SkapaAnvandare
from tests.insatser.exempel import insats


@pytest.fixture
def en_insats(
    transactional_db: None,
    anvandare: SkapaAnvandare,
    settings: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Insats:
    settings.VAR_DIR = tmp_path
    monkeypatch.setattr(steg, "hinder", lambda insats, period: [])
    en = insats(budget={2024: 1_000_000})
    en.ansvariga.add(anvandare(Roll.INSATSANSVARIG))
    return en


def bra(page: Page) -> None:
    """No finding of axe, and nothing to scroll sideways to on a phone."""
    assert granska(page) == []
    assert overflod(page, 390) == 0
    page.set_viewport_size({"width": 1280, "height": 900})


def test_rekvirera_pa_telefon_och_skarm(
    en_insats: Insats, inloggad: SkapaSida, live_server: Any, tmp_path: Path
) -> None:
    page = inloggad(Roll.INSATSANSVARIG)
    page.goto(f"{live_server.url}/insatser/rekvisitioner/ny/")
    bra(page)
    page.get_by_label("Insats", exact=True).select_option(str(en_insats.pk))
    page.get_by_label("Period").select_option("2024-K1")
    page.get_by_role("button", name="Spara").click()
    expect(page.locator("#summa")).to_be_visible()
    page.wait_for_load_state()  # what adds as one types comes with the page
    page.get_by_label("Personal, kr").fill("1 000 000")
    page.get_by_label("Lokaler, kr").fill("500")
    # Nothing is stored, and yet the sums are there: the server has added what is typed.
    expect(page.locator("#summa")).to_contain_text("beviljade medel med 500\u00a0kr")
    assert not Rekvisition.objects.get().poster.exists()
    bra(page)
    page.get_by_label("Lokaler, kr").fill("")
    expect(page.locator("#summa tfoot")).to_contain_text("0,00")
    page.get_by_role("button", name="Spara").click()
    underlag = tmp_path / "underlag.txt"
    underlag.write_text("Hyran för kvartalet.")
    page.get_by_label("Filer att bifoga").set_input_files(underlag)
    page.get_by_role("button", name="Bifoga", exact=True).click()
    expect(page.get_by_role("link", name="underlag.txt")).to_be_visible()
    bra(page)
    page.get_by_role("button", name="Lämna in rekvisitionen").click()
    expect(page.get_by_text("Rekvisitionen är inlämnad.")).to_be_visible()
    expect(page.get_by_role("button", name="Bifoga", exact=True)).to_have_count(0)


def test_attest_och_ater(
    en_insats: Insats, inloggad: SkapaSida, anvandare: SkapaAnvandare, live_server: Any
) -> None:
    rekvisition = Rekvisition.objects.create(insats=en_insats, period="2024-K4")
    ansvarig = anvandare(Roll.INSATSANSVARIG)
    steg.spara_belopp(rekvisition, {"personal": 900_000}, "", ansvarig)  # type: ignore[dict-item]
    steg.lamna_in(rekvisition, ansvarig)
    page = inloggad(Roll.EKONOM)
    page.goto(live_server.url + rekvisition.get_absolute_url())
    expect(page.get_by_text("återgår till förbundet om ingen avvikelse")).to_be_visible()
    bra(page)
    page.get_by_role("button", name="Attestera 900").click()
    expect(page.get_by_text("En annan person attesterar.")).to_be_visible()
    page.get_by_text("Skicka åter för komplettering").click()
    page.get_by_label("Vad behöver kompletteras?").fill("Hyran saknas.")
    page.get_by_role("button", name="Skicka åter").click()
    expect(page.locator("main .notis-varning").first).to_contain_text("Hyran saknas.")
    bra(page)


@pytest.mark.parametrize(
    "adress",
    ["/ekonomi/forbrukning/?period=2024", "/ekonomi/rekvisitionsavstamning/?ar=2024"],
)
def test_pengarna_mot_bokforingen(
    en_insats: Insats, inloggad: SkapaSida, live_server: Any, adress: str
) -> None:
    page = inloggad(Roll.EKONOM)
    page.goto(live_server.url + adress)
    bra(page)
