"""A whole meeting in a real browser, by keyboard alone; and how its pages fit and read."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from finsam.choices import Roll
from styrelse.models import Beslut, Justering, Mote, Narvaro
from tests.browser.granskning import granska, overflod
from tests.styrelse.exempelsittning import Sittande, sittande


@pytest.fixture
def mote(transactional_db: None) -> Sittande:
    return sittande()


@pytest.fixture
def kansliet(inloggad: Callable[[Roll], Page], mote: Sittande) -> Page:
    return inloggad(Roll.KANSLI)


def till(page: Page, villkor: str, tangent: str = "Tab") -> None:
    """Presses on to the element that fulfils the JavaScript condition on `e`."""
    for _ in range(40):
        page.keyboard.press(tangent)
        if page.evaluate(f"(e => {villkor})(document.activeElement)"):
            return
    raise AssertionError(f"{villkor} nås inte med tangentbordet.")


def knapp(page: Page, text: str) -> None:
    """Goes to the button or link with the text, and presses it."""
    till(page, f"e.textContent.trim().startsWith('{text}')")
    page.keyboard.press("Enter")


def test_ett_helt_mote_med_bara_tangentbordet(
    kansliet: Page, live_server: Any, mote: Sittande
) -> None:
    page = kansliet
    page.goto(f"{live_server.url}/styrelse/moten/{mote.mote.pk}/sammantrade/")
    till(page, "e.name === 'tid'")
    page.keyboard.press("Control+a")
    page.keyboard.type("9.02")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Mötet är öppnat.")).to_be_visible()
    _narvaro(page)
    _rollerna(page)
    _besluta(page, mote)
    page.keyboard.press("Alt+ArrowDown")  # the closing, then the end of the meeting
    page.wait_for_url(f"**/punkter/{mote.punkter[2].pk}/behandla/")
    page.keyboard.press("Alt+ArrowDown")
    page.wait_for_url("**/avsluta/")
    expect(page.get_by_text("”Delårsrapport” är avslutat när mötet är det.")).to_be_visible()
    till(page, "e.name === 'tid'")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Mötet är avslutat.")).to_be_visible()
    assert Mote.objects.get().status == "hallet"


def _narvaro(page: Page) -> None:
    """P goes on to the next, F too: Anna and Bo are there, Cia is not, Fia is."""
    till(page, "e.type === 'radio'")
    for tangent, antal in (("p", 1), ("p", 2), ("f", 2), ("f", 2), ("f", 2), ("p", 3)):
        page.keyboard.press(tangent)
        expect(page.locator("input[value=plats]:checked")).to_have_count(antal)
    expect(page.locator("#antal-ersattare")).to_contain_text("1 av 3")
    expect(page.locator("#paragrafer").get_by_text("2 tjänstgör.").first).to_be_visible()
    assert Narvaro.objects.count() == 3


def _rollerna(page: Page) -> None:
    till(page, "e.name === 'ordforande'")
    page.keyboard.press("a")  # Anna, by the first letter
    till(page, "e.name === 'sekreterare'")
    page.keyboard.press("f")  # Fia
    till(page, "e.name === 'justerare'")
    till(page, "e.name === 'justerare'")
    page.keyboard.press("Space")
    knapp(page, "Spara valen")
    expect(page.get_by_text("Valen är sparade.")).to_be_visible()
    assert Justering.objects.filter(roll="justerare").count() == 1


def _besluta(page: Page, mote: Sittande) -> None:
    """Past the opening to the matter: reject, then approve; the words follow the outcome."""
    for punkt in mote.punkter[:2]:
        page.wait_for_load_state()
        page.keyboard.press("Alt+ArrowDown")
        page.wait_for_url(f"**/punkter/{punkt.pk}/behandla/")
    text = page.get_by_label("Beslutet")
    expect(text).to_have_value("att godkänna delårsrapporten")
    till(page, "e.type === 'radio'")
    page.keyboard.press("a")
    expect(text).to_have_value("att avslå förslaget")
    page.keyboard.press("b")
    expect(text).to_have_value("att godkänna delårsrapporten")
    expect(page.locator("#sparat")).to_contain_text("Sparat.")
    till(page, "e.name === 'protokollstext'")
    page.keyboard.type("Förbundschefen redogör.")
    expect(page.locator("#sparat")).to_contain_text("Sparat.")
    _rosta(page)
    beslut = Beslut.objects.get()
    assert (beslut.utfall, beslut.text) == ("bifall", "att godkänna delårsrapporten")


def _rosta(page: Page) -> None:
    till(page, "e.textContent.trim() === 'Begär votering' && e.tagName === 'SUMMARY'")
    page.keyboard.press("Enter")
    knapp(page, "Begär votering")
    voteringen = page.locator("#voteringar")
    expect(voteringen.get_by_role("button", name="Ja, Anna Alm")).to_be_focused()
    page.keyboard.press("Enter")
    expect(voteringen).to_contain_text("1 ja-röst och 0")
    till(page, "e.ariaLabel === 'Ja, Bo Berg'")
    page.keyboard.press("Enter")
    expect(voteringen).to_contain_text("2 ja-röster och 0")


def test_sidorna_ar_tillgangliga_och_ryms_pa_en_telefon(
    kansliet: Page, live_server: Any, mote: Sittande
) -> None:
    fel = []
    bas = f"{live_server.url}/styrelse/moten"
    kansliet.goto(f"{bas}/{mote.mote.pk}/sammantrade/")
    fel += granska(kansliet)
    kansliet.get_by_role("button", name="Öppna mötet").click()
    kansliet.get_by_role("button", name="Alla ledamöter på plats").click()
    punkt = mote.punkter[1].pk
    for vag in (f"{mote.mote.pk}/sammantrade/", f"punkter/{punkt}/behandla/",
                f"{mote.mote.pk}/sammantrade/avsluta/", f"punkter/{punkt}/"):  # fmt: skip
        kansliet.set_viewport_size({"width": 1280, "height": 900})
        kansliet.goto(f"{bas}/{vag}")
        for sammanfattning in kansliet.locator("main summary").all():
            sammanfattning.click()
        fel += [f"{vag}: {brist}" for brist in granska(kansliet)]
        if bredare := overflod(kansliet, 390):
            fel.append(f"{vag}: {bredare} px för bred")
        fel += [f"{vag} vid 390: {brist}" for brist in granska(kansliet)]
    assert fel == []
