"""The examiner itself: a page with planted faults must be found out, or silence proves nothing."""

from playwright.sync_api import Page

from tests.browser.granskning import fokus_syns, granska, kontrast, overflod

TRASIG = """<html><title></title><body style="background:#fff"><h3>Rubrik</h3>
<p style="color:#999">Svag text</p><input type="text"><img src="data:,"><button></button>
<div style="width:900px">bred</div><style>button:focus{outline:none}</style></body></html>"""


def test_planterade_fel_hittas(page: Page) -> None:
    page.set_content(TRASIG)
    funna = {rad.split(" ")[0] for rad in granska(page)}
    assert {
        "color-contrast",
        "label",
        "image-alt",
        "button-name",
        "html-has-lang",
        "document-title",
    } <= funna


def test_osynlig_fokus_och_for_bred_sida_hittas(page: Page) -> None:
    page.set_content(TRASIG)
    assert fokus_syns(page)[1] == ["BUTTON"]
    assert overflod(page, 390) >= 500


def test_kontrast_som_i_wcag() -> None:
    assert kontrast("rgb(0, 0, 0)", "rgb(255, 255, 255)") == 21
    assert round(kontrast("rgb(118, 118, 118)", "rgb(255, 255, 255)"), 2) == 4.54
