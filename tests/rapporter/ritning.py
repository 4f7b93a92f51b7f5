"""For the tests that let workers draw PDFs."""

import time
from pathlib import Path

import pytest

from finsam.rapporter import pdfforrad

LANGSAMT = 60
# As it is before the tests at large are kept from ordering.
BESTALL = pdfforrad.bestall


def lat_rita(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfforrad, "bestall", BESTALL)


def vila(mapp: Path) -> None:
    """Until no worker is at work in the folder."""
    slut = time.monotonic() + LANGSAMT
    while any(pdfforrad.pagar(fil.stem) for fil in mapp.glob("*.html")):
        assert time.monotonic() < slut
        time.sleep(0.05)
