"""A pack built with real drawing, once for the tests that look at it."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from finsam.rapporter.paket.bygg import bygg
from styrelse.calculations.handlingar import Handlingar
from tests.rapporter.paket.exempel import bilagefilerna, oktobermotet


@pytest.fixture(scope="session")
def rita(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Draws a document here and now, the same one once."""
    from finsam.rapporter.render.pdf import skriv_pdf

    mapp = tmp_path_factory.mktemp("ritade")

    def gor(html: str) -> Path:
        fil = mapp / f"{hashlib.sha256(html.encode()).hexdigest()}.pdf"
        if not fil.exists():
            fil.write_bytes(skriv_pdf(html))
        return fil

    return gor


@pytest.fixture(scope="session")
def paketet(rita, tmp_path_factory) -> tuple[Path, Handlingar]:
    """The example meeting's pack and its papers with their pages."""
    mapp = tmp_path_factory.mktemp("paket")
    mal = mapp / "paket.pdf"
    return mal, bygg(oktobermotet(), bilagefilerna(mapp), rita, mal)
