"""Answering a survey on a phone, by keyboard alone, and what it looks like in a real browser."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from finsam.choices import Roll
from finsam.models import Forbund
from tests.browser.conftest import SkapaSida
from tests.browser.granskning import fokus_syns, granska, overflod
from tests.uppfoljning.exempelenkat import skapa_enkat, skapa_omgang, stang
from tests.uppfoljning.exempelmal import skapa_aktivitet, skapa_mal
from uppfoljning.actions.enkat import oppna_omgang
from uppfoljning.actions.enkatsvar import spara_svar
from uppfoljning.models import Enkatomgang, Fritextsvar, Svarsrakning

AVSTAND = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em }"


@pytest.fixture
def omgang(transactional_db: None) -> Enkatomgang:
    Forbund.objects.create(namn="Samordningsförbundet Provlandet")
    return skapa_omgang(skapa_enkat())


def haller(page: Page) -> None:
    assert granska(page) == []
    assert overflod(page, 320) == 0
    assert overflod(page, 390, AVSTAND) == 0


def test_besvara_med_tangentbord_pa_390(
    omgang: Enkatomgang, bevakad: Page, context: BrowserContext, live_server: Any
) -> None:
    hemlighet = oppna_omgang(omgang, 5, None)[0]
    bevakad.set_viewport_size({"width": 390, "height": 844})
    bevakad.goto(live_server.url + reverse("uppfoljning:enkat_svara", args=[hemlighet]))
    haller(bevakad)
    assert fokus_syns(bevakad)[1] == []
    bevakad.reload()
    bevakad.set_viewport_size({"width": 390, "height": 844})

    # An empty questionnaire is told of, and the link is not used up.
    bevakad.get_by_role("button", name="Skicka svaren").focus()
    bevakad.keyboard.press("Enter")
    expect(bevakad.locator(".felruta")).to_be_focused()
    haller(bevakad)
    bevakad.set_viewport_size({"width": 390, "height": 844})

    bevakad.locator("input[type=radio]").first.focus()
    bevakad.keyboard.press("Space")
    for _ in range(3):  # from the first step of five to the fourth
        bevakad.keyboard.press("ArrowDown")
    bevakad.keyboard.press("Tab")
    bevakad.keyboard.press("Space")
    bevakad.keyboard.press("Tab")
    bevakad.keyboard.type("Tätare möten.")
    bevakad.keyboard.press("Tab")
    bevakad.keyboard.press("Enter")
    expect(bevakad.get_by_role("heading", level=1)).to_have_text("Tack för dina svar")
    haller(bevakad)

    valda = Svarsrakning.objects.filter(antal=1).order_by("fraga__ordning")
    assert [(r.fraga.ordning, r.steg) for r in valda] == [(1, 4), (2, 1), (3, 1)]
    assert Fritextsvar.objects.get().text == "Tätare möten."
    assert context.cookies() == []
    bevakad.goto(live_server.url + reverse("uppfoljning:enkat_svara", args=[hemlighet]))
    expect(bevakad.get_by_role("heading", level=1)).to_have_text("Enkäten kan inte besvaras")
    haller(bevakad)


def test_sidorna_haller(omgang: Enkatomgang, inloggad: SkapaSida, live_server: Any) -> None:
    en, _, text = omgang.enkat.fragor.order_by("ordning")
    skapa_mal(2024)
    skapa_aktivitet(kvinnor=3)
    page = inloggad(Roll.KANSLI)
    obesvarad = skapa_omgang(omgang.enkat, "nästa")
    for hemlighet in oppna_omgang(omgang, 6, None):
        spara_svar(hemlighet, {en.pk: 4, text.pk: "Mer tid."}, omgang.oppnar)
    stang(omgang)
    for adress in (
        reverse("uppfoljning:verksamhetsmal_list") + "?ar=2024",
        reverse("uppfoljning:enkat_detail", args=[omgang.enkat_id]),
        reverse("uppfoljning:enkat_resultat", args=[omgang.enkat_id]),
        reverse("uppfoljning:enkatomgang_detail", args=[obesvarad.pk]),
        reverse("uppfoljning:enkatomgang_lankar", args=[obesvarad.pk]),
    ):
        page.goto(live_server.url + adress)
        haller(page)


def test_fragorna_byter_plats_med_tangentbordet(
    omgang: Enkatomgang, inloggad: SkapaSida, live_server: Any
) -> None:
    page = inloggad(Roll.KANSLI)
    page.goto(live_server.url + omgang.enkat.get_absolute_url())
    page.get_by_role("button", name="Flytta upp fråga 3").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Frågan står nu på plats 2.")).to_be_visible()
    ordning = [f.skala for f in omgang.enkat.fragor.order_by("ordning")]
    assert ordning == ["instammer", "fritext", "ja_nej"]
