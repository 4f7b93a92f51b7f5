"""Every kind of page that a role can reach by its links, looked at in a real browser."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from finsam.choices import Roll
from tests.browser.conftest import SkapaSida
from tests.browser.granskning import fokus_syns, granska, overflod
from tests.conftest import SkapaKlient

MAPP = settings.BASE_DIR / "fixtures" / "uppsala"
# Files are fetched, not looked at; the administration is Django's own.
FILER = (".pdf", ".xlsx", ".json", ".csv", ".zip")
LANK = re.compile(r'<a\s[^>]*?href="([^"]+)"')
ENGANGS = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")\w+')


@pytest.fixture
def forbund(transactional_db: None) -> None:
    call_command("las_in", str(MAPP), verbosity=0)


def sidslag(adress: str) -> str | None:
    """The name of the page's kind, None for what is not a page of ours."""
    delar = urlsplit(adress)
    if delar.netloc or delar.path.endswith(FILER) or "export=" in delar.query:
        return None
    try:
        slag = resolve(delar.path).view_name
    except Resolver404:
        return None
    return None if slag.startswith("admin:") else slag


def sidor(client: Client) -> Iterator[tuple[str, str, str]]:
    """One page of each kind, breadth first from the start page: its kind, address and main part.

    They are fetched without the browser, which is slow to open what it need not look at.
    """
    sedda: set[str] = set()
    ko = [("/", "")]
    while ko:
        adress, fran = ko.pop(0)
        slag = sidslag(adress)
        if slag is None or slag in sedda:
            continue
        sedda.add(slag)
        svar = client.get(adress, follow=True)
        # 202: the page to wait on while papers are put together.
        assert svar.status_code in (200, 202), f"{fran} länkar till {adress}: {svar.status_code}"
        if svar.streaming:  # A file under an address that does not say so.
            svar.close()
            continue
        html = svar.content.decode()
        ko += [
            (urldefrag(urljoin(adress, unescape(lank))).url, adress) for lank in LANK.findall(html)
        ]
        yield slag, adress, ENGANGS.sub("", html.partition("<main")[2])


def brister(page: Page, *, tangentbord: bool = True) -> list[str]:
    """What is wrong with the page where the browser stands, for eye, hand and telephone."""
    fel = granska(page)
    if tangentbord:
        ordning, osynliga = fokus_syns(page, steg=40)
        # A page may put focus in its one field; Tab then starts from there.
        if ordning[0] != "Hoppa till innehållet" and not page.locator("[autofocus]").count():
            fel.append(f"första stoppet är ”{ordning[0]}”")
        fel += [f"fokus syns inte på ”{namn}”" for namn in osynliga]
    if bredare := overflod(page, 390):
        fel.append(f"{bredare} px för bred vid 390 px")
    page.set_viewport_size({"width": 1280, "height": 900})
    return fel


def test_alla_sidor_for_alla_roller(
    inloggad: SkapaSida, klient: SkapaKlient, live_server: Any, forbund: None
) -> None:
    granskade: set[str] = set()
    fel: list[str] = []
    provade_slag: set[str] = set()
    # First the one who sees most: what the others see alike is looked at once.
    for roll in sorted(Roll, key=lambda roll: roll != Roll.FORBUNDSCHEF):
        page = inloggad(roll)
        alla = list(sidor(klient(roll)))
        assert len(alla) >= 4, f"{roll} når bara {alla}"
        for slag, adress, innehall in alla:
            # The menu is the role's own, so the start page is always looked at.
            if innehall in granskade and adress != "/":
                continue
            page.goto(live_server.url + adress)
            rader = brister(page, tangentbord=slag not in provade_slag)
            fel += [f"{roll} {adress}: {rad}" for rad in rader]
            granskade.add(innehall)
            provade_slag.add(slag)
    assert not fel, "\n".join(fel)


def test_inloggningssidan(bevakad: Page, live_server: Any) -> None:
    bevakad.goto(live_server.url + "/medlemmar/")
    assert sidslag(urlsplit(bevakad.url).path) == "account_login"
    assert brister(bevakad) == []
