"""Reading a meeting's papers in a real browser: by keyboard, by touch, and without net."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect

from finsam.choices import Roll
from finsam.rapporter.lasning.sidbilder import BREDD
from styrelse.models import Lasanteckning, Lasplats, Mote
from tests.browser.granskning import granska, overflod
from tests.conftest import SkapaKlient
from tests.rapporter.exempelpaket import tillagg, utskickat_mote

PLATTA, TELEFON = (820, 1180), (390, 844)
# The pages of the example, in the order of reading: opening, matter, two annexes, closing.
RUBRIKER = [
    "1 Mötets öppnande",
    "2 Delårsrapport 2",
    "Bilaga 2.1 Delårsrapport 2",
    "Bilaga 2.2 Underlag 2",
    "3 Mötets avslutande",
]


@pytest.fixture
def mote(transactional_db: None, tmp_path: Path, settings: Any) -> Mote:
    settings.VAR_DIR = tmp_path
    return utskickat_mote()


@pytest.fixture(params=[PLATTA, TELEFON], ids=["platta", "telefon"])
def context(
    request: Any, browser: Browser, live_server: Any, klient: SkapaKlient, mote: Mote
) -> Iterator[BrowserContext]:
    """A ledamot's device with a touch screen."""
    bredd, hojd = request.param
    context = browser.new_context(
        viewport={"width": bredd, "height": hojd}, locale="sv-SE", has_touch=True
    )
    namn = settings.SESSION_COOKIE_NAME
    varde = klient(Roll.LEDAMOT).cookies[namn].value
    context.add_cookies([{"name": namn, "value": varde, "url": live_server.url}])
    yield context
    context.close()


@pytest.fixture
def start(mote: Mote, live_server: Any) -> str:
    return live_server.url + reverse("rapporter:las", args=[mote.pk])


@pytest.fixture
def sida(context: BrowserContext, start: str) -> Iterator[Page]:
    """The contents of the pack, open; the test fails on anything wrong in the console."""
    page = context.new_page()
    problem: list[str] = []
    page.on("pageerror", lambda fel: problem.append(str(fel)))
    page.goto(start)
    yield page
    assert problem == []


def rubrik(page: Page, text: str) -> None:
    # The first reader of an annex waits for its pages to be read by a process of its own.
    expect(page.get_by_role("heading", level=1)).to_have_text(text)
    page.wait_for_load_state()


def bilden_syns(page: Page) -> None:
    """The first page of the annex is drawn, in its full width."""
    expect(page.locator(".las-pdfsida img").first).to_have_js_property("naturalWidth", BREDD)


def blir(page: Page, uttryck: str, mellan: str = "0") -> None:
    """Waits until the expression, or what it promises, is true. (wait_for_function needs eval.)"""
    for _ in range(40):
        if page.evaluate(uttryck):
            return
        page.wait_for_timeout(250)
        page.evaluate(mellan)
    raise AssertionError(uttryck)


def opna_hela(page: Page) -> None:
    """Waits until the whole pack is kept on the device."""
    expect(page.locator(".las-nat-text")).to_contain_text("Sparat för läsning", timeout=30_000)
    text = page.locator(".las-nat-text").inner_text()
    klara, antal = text.rsplit(": ")[1].split(" av ")
    assert klara == antal


def test_hela_paketet_med_tangentbordet(sida: Page, mote: Mote) -> None:
    sida.get_by_role("link", name="Börja läsa").press("Enter")
    for nr, text in enumerate(RUBRIKER):
        rubrik(sida, text)
        if nr + 1 < len(RUBRIKER):
            sida.keyboard.press("ArrowRight" if nr % 2 else "j")
    sida.keyboard.press("k")
    rubrik(sida, RUBRIKER[3])
    sida.keyboard.press("ArrowLeft")
    sida.keyboard.press("n")
    rubrik(sida, RUBRIKER[4])
    sida.keyboard.press("p")
    rubrik(sida, RUBRIKER[1])
    # In the note a letter is a letter.
    with sida.expect_response(lambda svar: svar.url.endswith("/plats/") and svar.ok):
        sida.keyboard.press("a")
        sida.keyboard.type("jkni?")
    rubrik(sida, RUBRIKER[1])
    expect(sida.get_by_role("textbox", name="Min anteckning")).to_have_value("jkni?")
    expect(sida.locator(".las-sparlage")).to_have_text("Sparad")
    sida.locator("h1").click()
    sida.keyboard.press("i")
    rad = sida.locator("li", has=sida.get_by_role("link", name="2 Delårsrapport 2", exact=True))
    expect(rad.get_by_text("Anteckning", exact=True)).to_be_visible()
    # The annexes were only turned past.
    expect(rad.get_by_text("Påbörjad", exact=True)).to_be_visible()


def test_hela_paketet_med_fingret(sida: Page) -> None:
    sida.get_by_role("link", name="Börja läsa").tap()
    for nr, text in enumerate(RUBRIKER):
        rubrik(sida, text)
        if nr + 1 < len(RUBRIKER):
            stalle = "Bläddra, nederst" if nr % 2 else "Bläddra, överst"
            nasta = sida.get_by_role("navigation", name=stalle).get_by_role("link", name="Nästa")
            ruta = nasta.first.bounding_box()
            assert ruta is not None and ruta["height"] >= 48 and ruta["width"] >= 48
            nasta.first.tap()
    sida.get_by_role("banner").get_by_role("link", name="Innehåll").tap()
    sida.get_by_role("link", name="Bilaga 2.2").tap()
    rubrik(sida, RUBRIKER[3])
    bild = sida.get_by_alt_text("Bilaga 2.2, sida 1 av 3")
    expect(bild).to_be_visible()
    bilden_syns(sida)
    sida.get_by_text("Sida 1 av 3 som text").tap()
    expect(sida.get_by_text("Sida ett 2")).to_be_visible()


def forstorad(page: Page, fore: float) -> None:
    """What is enlarged is wider than its place, and moves in both directions by its keys."""
    yta = page.get_by_role("region", name="Förstorad bild")
    expect(yta).to_be_focused()
    bild = yta.locator("img, svg").first
    assert (bild.bounding_box() or {})["width"] > fore * 1.4
    for tangent, led in (("ArrowRight", "scrollLeft"), ("ArrowDown", "scrollTop")):
        if led == "scrollTop":  # a low chart is not higher than the screen until it is larger
            for _ in range(4):
                page.keyboard.press("+")
            yta.focus()
        page.keyboard.press(tangent)
        page.keyboard.press(tangent)
        page.wait_for_timeout(400)
        assert yta.evaluate(f"(ett) => ett.{led}") > 0, led
    page.keyboard.press("j")  # turns no page behind it


def test_sida_och_diagram_kan_forstoras_ocksa_utan_nat(sida: Page, context: BrowserContext) -> None:
    opna_hela(sida)
    context.set_offline(True)
    sida.get_by_role("link", name="Bilaga 2.2").click()
    rubrik(sida, RUBRIKER[3])
    bilden_syns(sida)
    lank = sida.locator(".las-pdfbild").first
    fore = (sida.locator(".las-pdfsida img").first.bounding_box() or {})["width"]
    lank.press("Enter")
    forstorad(sida, fore)
    assert granska(sida) == []
    sida.get_by_role("button", name="Mindre").tap()
    expect(sida.get_by_text("300\u00a0%")).to_be_visible()
    sida.keyboard.press("Escape")
    expect(lank).to_be_focused()
    rubrik(sida, RUBRIKER[3])
    # Without script the link leads to the picture, which is kept.
    sida.goto(sida.url.split("/rapporter/")[0] + str(lank.get_attribute("href")))
    assert sida.evaluate("document.images[0].naturalWidth") == BREDD


def test_diagram_kan_forstoras(sida: Page) -> None:
    sida.get_by_role("link", name="Bilaga 2.1").click()
    rubrik(sida, RUBRIKER[2])
    sida.locator(".diagram svg").first.evaluate(
        "(ett) => ett.setAttribute('viewBox', '0 0 100 400')"
    )
    fore = (sida.locator(".diagram svg").first.bounding_box() or {})["width"]
    sida.get_by_role("button", name="Förstora diagrammet").first.tap()
    forstorad(sida, fore)
    sida.get_by_role("button", name="Stäng").tap()
    expect(sida.locator("dialog")).to_be_hidden()


def test_ett_langt_ord_tacker_inte_siffrorna(sida: Page) -> None:
    sida.get_by_role("link", name="Bilaga 2.1").click()
    rubrik(sida, RUBRIKER[2])
    sida.set_viewport_size({"width": 390, "height": 844})
    etikett = sida.locator(".las-dokument tbody th[scope=row]").first
    etikett.evaluate("(ett) => { ett.textContent = 'Försäkringskassan/'.repeat(4); }")
    assert etikett.evaluate("(ett) => ett.scrollWidth <= ett.clientWidth + 1")


def test_fortsatter_dar_man_var(sida: Page, start: str) -> None:
    sida.get_by_role("link", name="Bilaga 2.2").click()
    rubrik(sida, RUBRIKER[3])
    # A kept page has an older key: it is told no, asks for a new one and sends again.
    with sida.expect_response(lambda svar: svar.url.endswith("/plats/") and svar.ok):
        sida.evaluate("document.getElementById('sida-2').scrollIntoView()")
        expect(sida.locator(".las-var")).to_contain_text("sida 2 av 3")
    assert Lasplats.objects.get().plats.endswith("/2")
    sida.goto(start)
    sida.get_by_role("link", name="Fortsätt där du var").click()
    assert sida.url.endswith("#sida-2")


def test_utan_nat_efter_oppnandet(sida: Page, context: BrowserContext, start: str) -> None:
    opna_hela(sida)
    context.set_offline(True)
    sida.get_by_role("link", name="Börja läsa").click()
    for nr, text in enumerate(RUBRIKER):
        rubrik(sida, text)
        expect(sida.get_by_text("Utan nät", exact=True)).to_be_visible()
        if text.startswith("Bilaga 2.2"):
            bilden_syns(sida)
        if nr + 1 < len(RUBRIKER):
            sida.keyboard.press("j")
    sida.goto(start)
    sida.get_by_role("link", name="2 Delårsrapport 2", exact=True).click()
    sida.get_by_role("textbox", name="Min anteckning").fill("Skriven på tåget")
    expect(sida.locator(".las-sparlage")).to_contain_text("Skickas när det finns nät")
    sida.keyboard.press("Tab")
    sida.goto(start)
    sida.get_by_role("link", name="2 Delårsrapport 2", exact=True).click()
    expect(sida.get_by_role("textbox", name="Min anteckning")).to_have_value("Skriven på tåget")
    expect(sida.locator(".las-sparlage")).to_contain_text("Skickas när det finns nät")
    context.set_offline(False)
    expect(sida.locator(".las-sparlage")).to_have_text("Sparad")
    assert Lasanteckning.objects.get().text == "Skriven på tåget"


def test_nytt_tillagg_sags_och_hamtas(sida: Page, context: BrowserContext, mote: Mote) -> None:
    opna_hela(sida)
    tillagg(mote)
    sida.evaluate("window.dispatchEvent(new Event('online'))")
    expect(sida.get_by_text("Nya handlingar har kommit.")).to_be_visible()
    sida.wait_for_timeout(300)
    opna_hela(sida)
    context.set_offline(True)
    sida.get_by_role("link", name="Visa dem").click()
    sida.get_by_role("link", name="Bilaga 2.3 Yttrande").click()
    rubrik(sida, "Bilaga 2.3 Yttrande")
    bilden_syns(sida)


def test_ingenting_ar_kvar_for_nasta_lasare(
    sida: Page, context: BrowserContext, start: str, live_server: Any
) -> None:
    opna_hela(sida)
    sida.goto(live_server.url + "/mitt-konto/")
    sida.get_by_role("button", name="Logga ut").click()
    rubrik(sida, "Logga in")
    assert sida.evaluate("caches.keys()") == []
    assert sida.evaluate("localStorage.length") == 0
    sida.goto(start)
    rubrik(sida, "Logga in")
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        sida.goto(start)


def test_den_som_kommer_efter_far_inte_den_forras_sidor(
    sida: Page, context: BrowserContext, start: str, live_server: Any, klient: SkapaKlient
) -> None:
    opna_hela(sida)
    # Somebody else logs in on the same tablet: nobody had logged out.
    namn = settings.SESSION_COOKIE_NAME
    varde = klient(Roll.INSATSANSVARIG).cookies[namn].value
    context.add_cookies([{"name": namn, "value": varde, "url": live_server.url}])
    sida.goto(live_server.url + "/mitt-konto/")
    assert sida.evaluate("caches.keys()") == []
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        sida.goto(start)


def test_inloggning_som_gatt_ut_lamnar_bara_det_osanda(
    sida: Page, context: BrowserContext, start: str
) -> None:
    opna_hela(sida)
    sida.get_by_role("link", name="2 Delårsrapport 2", exact=True).click()
    falt = sida.get_by_role("textbox", name="Min anteckning")
    falt.fill("Sparad hos servern")
    expect(sida.locator(".las-sparlage")).to_have_text("Sparad")
    assert "Sparad hos servern" not in sida.evaluate("JSON.stringify(localStorage)")
    context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    falt.fill("Inte sänd")
    expect(sida.locator(".las-sparlage")).to_contain_text("Logga in")
    # The server has said that the login is over: nothing is kept any more, before any page is left.
    expect(sida.locator(".las-nat-tid")).to_contain_text("når servern sedan inloggningen har gått")
    expect(sida.locator(".las-nat-text")).to_have_text(
        "Borttaget från den här enheten: inloggningen har gått ut. "
        "Logga in, så sparas handlingarna igen."
    )
    blir(sida, "caches.keys().then((alla) => alla.length === 0)")
    sida.goto(start)
    rubrik(sida, "Logga in")
    kvar = sida.evaluate("JSON.stringify(localStorage)")
    assert "Inte sänd" in kvar and "Sparad hos servern" not in kvar
    blir(sida, "caches.keys().then((alla) => alla.length === 0)")


def test_en_annans_flik_skriver_inget_i_mitt_namn(
    sida: Page, context: BrowserContext, live_server: Any, klient: SkapaKlient
) -> None:
    sida.get_by_role("link", name="2 Delårsrapport 2", exact=True).click()
    rubrik(sida, RUBRIKER[1])
    namn = settings.SESSION_COOKIE_NAME
    varde = klient(Roll.KANSLI).cookies[namn].value
    context.add_cookies([{"name": namn, "value": varde, "url": live_server.url}])
    with sida.expect_navigation():
        sida.get_by_role("textbox", name="Min anteckning").fill("Ledamotens ord")
    expect(sida.get_by_role("textbox", name="Min anteckning")).to_have_value("")
    sida.wait_for_timeout(1_200)
    assert not Lasanteckning.objects.exists()


def test_sidorna_ar_tillgangliga_och_ryms(sida: Page, mote: Mote) -> None:
    tillagg(mote)
    bredd = (sida.viewport_size or {})["width"]
    fel = []
    sida.reload()
    adresser = [a.get_attribute("href") for a in sida.locator("main a, footer a").all()]
    las = sorted({a for a in adresser if a and "/las/" in a and "#" not in a})
    for adress in las:
        sida.goto(sida.url.split("/rapporter/")[0] + adress)
        fel += [f"{adress}: {brist}" for brist in granska(sida)]
        for smal in (bredd, 320):
            if bredare := overflod(sida, smal):
                fel.append(f"{adress}: {bredare} px för bred vid {smal}")
    assert len(las) >= 6
    assert fel == []


def test_utan_skript_gar_allt_utom_att_spara_pa_enheten(
    browser: Browser, klient: SkapaKlient, live_server: Any, mote: Mote, start: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    namn = settings.SESSION_COOKIE_NAME
    varde = klient(Roll.LEDAMOT).cookies[namn].value
    context.add_cookies([{"name": namn, "value": varde, "url": live_server.url}])
    page = context.new_page()
    page.goto(start)
    page.get_by_role("link", name="2 Delårsrapport 2", exact=True).click()
    page.get_by_role("textbox", name="Min anteckning").fill("Med knapp")
    page.get_by_role("button", name="Spara anteckningen").click()
    expect(page.get_by_text("Anteckningen är sparad.")).to_be_visible()
    page.get_by_role("button", name="Fortsätt här nästa gång").click()
    page.get_by_role("banner").get_by_role("link", name="Innehåll").click()
    expect(page.get_by_role("link", name="Fortsätt där du var")).to_contain_text("Delårsrapport 2")
    assert Lasanteckning.objects.get().text == "Med knapp"
    context.close()


def test_anteckning_pa_bilaga_och_framsteg_utan_nat(
    sida: Page, context: BrowserContext, start: str
) -> None:
    opna_hela(sida)
    expect(sida.get_by_role("banner")).to_contain_text("0 av 3 lästa")
    context.set_offline(True)
    sida.get_by_role("link", name="Bilaga 2.2").click()
    rubrik(sida, RUBRIKER[3])
    sida.keyboard.press("a")
    sida.keyboard.type("Skriven i bilagan")
    expect(sida.locator(".las-sparlage")).to_contain_text("Skickas när det finns nät")
    sida.wait_for_timeout(1_700)  # so long one must stay on a page to have read it
    sida.goto(start)
    arende = sida.locator(".las-rad").nth(1)
    expect(arende.locator(":scope > .las-om")).to_contain_text("Påbörjad")
    expect(arende.locator(".las-bilagor li").nth(1)).to_contain_text("Läst")
    for namn in ("2 Delårsrapport 2", "Bilaga 2.1 Delårsrapport 2"):
        sida.get_by_role("link", name=namn, exact=True).click()
        rubrik(sida, namn)
        sida.wait_for_timeout(1_700)
        sida.goto(start)
    expect(arende.locator(":scope > .las-om")).to_contain_text("Läst")
    expect(sida.get_by_role("banner")).to_contain_text("1 av 3 lästa")
    context.set_offline(False)
    # The tests' database in memory refuses a write while it is read: then it is sent anew.
    igen = "window.dispatchEvent(new Event('online'))"
    blir(sida, "!Object.keys(localStorage).some((namn) => /anteckning|plats/.test(namn))", igen)
    sida.wait_for_timeout(1_000)
    sida.reload()
    expect(arende.locator(".las-bilagor li").nth(1)).to_contain_text("Anteckning")
    expect(sida.get_by_role("banner")).to_contain_text("1 av 3 lästa")
    anteckning = Lasanteckning.objects.get()
    assert anteckning.text == "Skriven i bilagan" and anteckning.bilaga is not None
    # The kept contents and annex say the same without net, though nothing waits to be sent.
    sida.wait_for_timeout(1_000)
    context.set_offline(True)
    sida.goto(start)
    expect(sida.get_by_role("banner")).to_contain_text("1 av 3 lästa")
    sida.get_by_role("link", name="Bilaga 2.2").click()
    falt = sida.get_by_role("textbox", name="Min anteckning")
    expect(falt).to_have_value("Skriven i bilagan")
