"""A quarterly report in a real browser: by keyboard alone, by two at once, and logged out."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect

from finsam.choices import Roll
from finsam.models import Anvandare
from tests.browser.granskning import granska, overflod
from tests.conftest import SkapaAnvandare, SkapaKlient
from tests.uppfoljning import exempel
from uppfoljning.models import Kvartalsrapport, Rapportutkast

# What a practised writer takes: 0.4 s a key (150 a minute), and 3 s to think before each answer.
SEKUNDER_PER_TANGENT = 0.4
SEKUNDER_PER_SVAR = 3
FYRA_MINUTER = 240


class Tangentbord:
    """The keyboard of a page, and how many keys have been pressed on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.antal = 0

    def tryck(self, *tangenter: str) -> None:
        for tangent in tangenter:
            self.page.keyboard.press(tangent)
            self.antal += 1

    def ga_till(self, villkor: str) -> None:
        """Tabs on to the element that fulfils the JavaScript condition on `e`."""
        for _ in range(20):
            self.tryck("Tab")
            if self.page.evaluate(f"(e => {villkor})(document.activeElement)"):
                return
        raise AssertionError(f"{villkor} nås inte med tangentbordet.")

    def skriv(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.antal += len(text)


@pytest.fixture
def rapport(
    transactional_db: None, anvandare: SkapaAnvandare, monkeypatch: pytest.MonkeyPatch
) -> Kvartalsrapport:
    """The second quarter of an insats that reported the first, with two goals."""
    exempel.forbund(forsta_rapportperiod="2021-K1")
    insats = exempel.insats(slut=date(2021, 8, 31))
    insats.ansvariga.add(anvandare(Roll.INSATSANSVARIG))
    for ordning, text in enumerate(("Minst 35 % till arbete", "Alla har en plan"), start=1):
        exempel.mal(insats, ordning, text=text)
    lasta = ("uppfoljning_enligt_avtal", "kontroll_metod", "kontroll_malgrupp", "valdsfragor")
    svar = dict.fromkeys(lasta, "ja") | {"jamlikhet": "ok", "jamstalldhet": "ok", "i_fas": "ja"}
    forsta = exempel.rapport(insats, inlamnad=True, **svar)
    for kon, antal in (("K", 12), ("M", 9)):
        forsta.antalen.create(matt="pagaende_slut", kon=kon, antal=antal)
    return exempel.rapport(insats, "2021-K2", forfaller=date(2021, 7, 31))


@pytest.fixture
def skrivare(inloggad: Callable[[Roll], Page], rapport: Kvartalsrapport) -> Page:
    return inloggad(Roll.INSATSANSVARIG)


def adress(live_server: Any, rapport: Kvartalsrapport, sida: str = "skriv/") -> str:
    return f"{live_server.url}/uppfoljning/rapporter/{rapport.pk}/{sida}"


def sparat(page: Page) -> None:
    expect(page.locator("#panel .sparad")).to_contain_text("Sparat")


def test_en_hel_rapport_med_bara_tangentbordet(
    skrivare: Page, live_server: Any, rapport: Kvartalsrapport, capsys: Any
) -> None:
    """From the board to handed in, as one does who has done it before."""
    skrivare.goto(f"{live_server.url}/uppfoljning/")
    tangenter = Tangentbord(skrivare)
    tangenter.tryck("Tab", "Enter")  # past the menu
    tangenter.ga_till("e.textContent.trim().startsWith('Skriv rapporten')")
    tangenter.tryck("Enter")
    skrivare.wait_for_url("**/skriv/")
    tangenter.tryck("Tab", "Enter", "Tab")
    svar = _svara(tangenter)
    _rakna(tangenter)
    for text in ("Ny handledare i maj.", "Fler går till studier."):
        tangenter.skriv(text)
        tangenter.tryck("Control+Enter")
    tangenter.tryck("Control+s")
    sparat(skrivare)
    expect(skrivare.get_by_role("button", name="Granska och lämna in")).to_be_focused()
    tangenter.tryck("Enter")
    skrivare.wait_for_url("**/lamna/")
    tangenter.tryck("Tab", "Enter")
    tangenter.ga_till("e.tagName === 'TEXTAREA'")
    tangenter.skriv("Två kom till i april.")
    tangenter.ga_till("e.textContent.trim() === 'Lämna in rapporten'")
    tangenter.tryck("Enter")
    expect(skrivare.get_by_text("Rapporten är inlämnad. Tack!")).to_be_visible()
    rapport.refresh_from_db()
    assert (rapport.status, rapport.i_fas, rapport.valdsfragor) == ("inlamnad", "delvis", "ja")
    assert rapport.antalen.get(matt="inskrivna", kon="K").antal == 5
    assert rapport.malutfall.first().utfall == "31 %"  # type: ignore[union-attr]
    sekunder = tangenter.antal * SEKUNDER_PER_TANGENT + svar * SEKUNDER_PER_SVAR
    with capsys.disabled():
        print(f"\nkvartalsrapport: {tangenter.antal} tangenter, {sekunder:.0f} s för en van")
    assert sekunder < FYRA_MINUTER


def _svara(tangenter: Tangentbord) -> int:
    """The questions and goals in order; how many of them were answered."""
    tangenter.tryck("d", "Enter", "j", "Enter")
    for status, utfall in (("d", "31 %"), ("u", "100 %")):
        tangenter.tryck(status, "Enter")
        tangenter.skriv(utfall)
        tangenter.tryck("Control+Enter")
    tangenter.skriv("Starten drog ut.")
    tangenter.tryck("Control+Enter")
    tangenter.tryck("j", "Enter", *("n", "Enter") * 3, "Control+Enter")  # förutsättningar
    tangenter.tryck("j", "Enter", "j", "Enter", *["Enter"] * 5, "n", "Enter", "Enter", "n", "Enter")
    tangenter.tryck("Control+Enter")  # no comment on quality
    return 12


def _rakna(tangenter: Tangentbord) -> None:
    """Ongoing at the start is filled in; then in, ended and ongoing at the end."""
    tangenter.tryck("ArrowDown")
    for k, m in (("5", "2"), ("4", "3"), ("13", "8")):
        tangenter.skriv(k)
        tangenter.tryck("Enter")
        tangenter.skriv(m)
        tangenter.tryck("Enter", "Enter")
    # Studerande, the fourth reason; then work to the end of the table and past what is not kept.
    tangenter.tryck("ArrowDown", "ArrowDown", "ArrowDown")
    tangenter.skriv("4")
    tangenter.tryck("Enter")
    tangenter.skriv("3")
    while tangenter.page.evaluate("document.activeElement.name") != "handelser":
        tangenter.tryck("Alt+ArrowDown")


def test_sidorna_ar_tillgangliga_och_ryms_pa_en_telefon(
    skrivare: Page, live_server: Any, rapport: Kvartalsrapport
) -> None:
    fel = []
    for url in (
        f"{live_server.url}/uppfoljning/",
        adress(live_server, rapport),
        adress(live_server, rapport, "lamna/"),
        adress(live_server, Kvartalsrapport.objects.get(period="2021-K1"), ""),
    ):
        skrivare.set_viewport_size({"width": 1280, "height": 900})
        skrivare.goto(url)
        fel += [f"{url}: {brist}" for brist in granska(skrivare)]
        if bredare := overflod(skrivare, 390):
            fel.append(f"{url}: {bredare} px för bred")
        fel += [f"{url} vid 390: {brist}" for brist in granska(skrivare)]
    assert fel == []


def test_bara_det_andrade_skickas_och_summeras(
    skrivare: Page, live_server: Any, rapport: Kvartalsrapport
) -> None:
    skrivare.goto(adress(live_server, rapport))
    with skrivare.expect_request("**/utkast/") as begaran:
        skrivare.locator("[name=antal__inskrivna____K]").fill("5")
    poster = begaran.value.post_data or ""
    assert "antal__inskrivna____K" in poster and "i_fas" not in poster
    sparat(skrivare)
    rad = skrivare.locator("#panel").get_by_role("row", name="Pågående vid start")
    expect(rad).to_contain_text("21")  # 12 + 9 from the first quarter, summed by the server
    expect(skrivare.locator("#panel")).to_contain_text("är inte lika med")
    # As typed; what came filled in is no draft until somebody changes it.
    assert Rapportutkast.objects.get().varden == {"antal__inskrivna____K": "5"}


def kollega(browser: Browser, live_server: Any, client: Any) -> Page:
    """Another person's browser."""
    context: BrowserContext = browser.new_context(locale="sv-SE")
    namn = settings.SESSION_COOKIE_NAME
    kaka = {"name": namn, "value": client.cookies[namn].value, "url": live_server.url}
    context.add_cookies([kaka])  # type: ignore[list-item]  # a dict of just these keys
    return context.new_page()


def test_tva_skriver_samtidigt_och_ser_varandra(
    skrivare: Page,
    live_server: Any,
    rapport: Kvartalsrapport,
    browser: Browser,
    klient: SkapaKlient,
    kansli: Anvandare,
) -> None:
    kansli.first_name = "Karin"
    kansli.save()
    skrivare.goto(adress(live_server, rapport))
    karin = kollega(browser, live_server, klient(kansli))
    karin.goto(adress(live_server, rapport))
    karin.locator("#f-i_fas").get_by_label("Nej").check()
    karin.locator("#f-prognos_maluppfyllelse").get_by_label("Nej").check()
    sparat(karin)
    skrivare.locator("#f-i_fas").get_by_label("Ja").check()
    not_ = skrivare.locator("#not-i_fas")
    expect(not_).to_contain_text("Karin ändrade detta till ”Nej”")
    expect(skrivare.locator("#f-i_fas").get_by_label("Ja")).to_be_checked()  # mine is on the page
    # The field that I have not touched takes hers, and says so.
    expect(skrivare.locator("#f-prognos_maluppfyllelse").get_by_label("Nej")).to_be_checked()
    expect(skrivare.locator("#not-prognos_maluppfyllelse")).to_contain_text("Karin ändrade")
    assert Rapportutkast.objects.get().varden["i_fas"] == "nej"
    with skrivare.expect_response("**/utkast/"):
        not_.get_by_role("button", name="Behåll mitt").click()
    assert Rapportutkast.objects.get().varden["i_fas"] == "ja"
    karin.context.close()


def test_inget_gar_forlorat_nar_man_loggas_ut(
    skrivare: Page, live_server: Any, rapport: Kvartalsrapport, context: BrowserContext
) -> None:
    skrivare = context.new_page()  # not the guarded one: a browser logs each 401 as an error
    skrivare.goto(adress(live_server, rapport))
    kakor = context.cookies()
    context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    with skrivare.expect_response(lambda svar: svar.status == 401):
        skrivare.get_by_label("Styrgruppens analys").fill("Skrivet efter utloggningen")
    expect(skrivare.get_by_text("Du har loggats ut.")).to_be_visible()
    context.add_cookies(kakor)  # type: ignore[arg-type]  # what was taken out goes in again
    skrivare.goto(adress(live_server, rapport))
    expect(skrivare.get_by_label("Styrgruppens analys")).to_have_value("Skrivet efter utloggningen")
    expect(skrivare.locator("#aterstallt")).to_be_visible()
    sparat(skrivare)
    assert Rapportutkast.objects.get().varden == {"analys": "Skrivet efter utloggningen"}
    assert skrivare.evaluate("localStorage.length") == 0


def test_det_som_avvisats_ar_inte_sparat_och_ligger_inte_kvar_i_webblasaren(
    skrivare: Page, live_server: Any, rapport: Kvartalsrapport
) -> None:
    skrivare.goto(adress(live_server, rapport))
    analys = skrivare.get_by_label("Styrgruppens analys")
    with skrivare.expect_response("**/utkast/"):
        analys.fill("Anna 811228-9874 slutade")
    expect(skrivare.locator("#not-analys .errorlist")).to_be_visible()
    assert skrivare.evaluate("localStorage.length") == 0
    # It counts as changed still: emptied again, as it was, it is asked about and the note goes.
    with skrivare.expect_response("**/utkast/"):
        analys.fill("")
    expect(skrivare.locator("#not-analys .errorlist")).to_have_count(0)
