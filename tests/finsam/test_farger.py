"""The colours of static/css/tokens.css against each other, and the weight of the first page."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from tests.browser.granskning import kontrast

CSS = Path(settings.BASE_DIR) / "static" / "css"
TOKENS = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{3,6});", (CSS / "tokens.css").read_text()))


def rgb(token: str) -> str:
    siffror = TOKENS[token].removeprefix("#")
    if len(siffror) == 3:
        siffror = "".join(2 * s for s in siffror)
    return "rgb({}, {}, {})".format(*(int(siffror[i : i + 2], 16) for i in (0, 2, 4)))


# Foreground, background, and the least ratio: 4.5 for text, 3 for edges and focus (WCAG 2.1).
PAR = [
    ("text", "papper", 15.5),
    ("text", "yta", 4.5),
    ("text", "yta-stark", 4.5),
    ("text-svag", "papper", 7.5),
    ("text-svag", "yta", 4.5),
    ("lank", "papper", 7.3),
    ("lank", "yta", 4.5),
    ("lank-besokt", "papper", 8.2),
    ("pa-marke", "marke", 8.8),
    ("marke", "yta", 4.5),
    ("ok", "ok-yta", 5.6),
    ("varning", "varning-yta", 6.5),
    ("fel", "fel-yta", 5.9),
    ("fel", "papper", 4.5),
    ("info", "info-yta", 6.3),
    ("kant", "papper", 4.5),
    ("fokus", "papper", 3),
    ("fokus", "fokus-gloria", 10.7),
]


@pytest.mark.parametrize(("fram", "bak", "minst"), PAR)
def test_fargerna_gar_att_skilja_at(fram: str, bak: str, minst: float) -> None:
    assert kontrast(rgb(fram), rgb(bak)) >= minst


def test_varje_token_finns_och_ingen_farg_star_utanfor() -> None:
    for fil in CSS.glob("*.css"):
        if fil.name != "tokens.css":
            text = fil.read_text()
            okanda = set(re.findall(r"var\(--([\w-]+)\)", text)) - set(
                re.findall(r"--([\w-]+):", (CSS / "tokens.css").read_text() + text)
            )
            assert okanda == set(), fil.name


def test_forsta_sidan_vager_hogst_80_kb(db: None, client: Client) -> None:
    """Sent compressed, as whitenoise sends it; fonts are compressed as they are."""
    sida = client.get("/konto/logga-in/").content
    filer = set(re.findall(r'(?:href|src)="/static/([^"]+)"', sida.decode()))
    filer |= {f"fonts/{fil.name}" for fil in (CSS.parent / "fonts").glob("*.woff2")}
    vikt = len(gzip.compress(sida))
    for fil in filer:
        innehall = Path(str(finders.find(fil))).read_bytes()
        vikt += len(innehall) if fil.endswith("woff2") else len(gzip.compress(innehall))
    assert len(filer) >= 9
    assert vikt <= 80_000, vikt


def test_eget_skript_ar_litet() -> None:
    assert (CSS.parent / "js" / "app.js").stat().st_size < 4_000
