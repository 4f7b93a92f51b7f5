"""The demo folder's annual report on paper: all is there, in order, and can be read aloud."""

import re
import subprocess
from datetime import date
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.periods import Period
from finsam.rapporter.arsredovisning import ARSREDOVISNING
from finsam.rapporter.dokument import Diagram, Rapport
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.render.pdf import skriv_pdf
from finsam.rapporter.render.vy import utan_tomma
from tests.rapporter.pdflasning import med_namn, sidor, taggar

# The box of an insats that has ended is no line of its own in the contents.
LAGSTA_NIVA = 3
MAPP = Path(__file__).parent.parent.parent / "fixtures" / "uppsala"


@pytest.fixture
def rapport(db: None) -> Rapport:
    assert not las_in(filer_i(MAPP)).alla_fel
    return ARSREDOVISNING.bygg(Period(2024), date(2025, 2, 15))


def _ord(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_arsredovisningen_pa_papper(rapport: Rapport, tmp_path: Path) -> None:
    """One drawing and one look through it: loading and drawing take most of the time."""
    fil = tmp_path / "arsredovisning-2024.pdf"
    fil.write_bytes(skriv_pdf(utskrift(rapport)))
    svar = subprocess.run(["qpdf", "--check", str(fil)], capture_output=True, text=True)
    assert svar.returncode == 0, svar.stdout
    text = sidor(fil)
    avsnitt = utan_tomma(rapport.avsnitt)

    # Every heading stands in the contents, on one page, and again on the page that is named there.
    innehall = {
        rubrik: int(sida) for rubrik, sida in re.findall(r"^ *(\S.*?) {2,}(\d+)$", text[1], re.M)
    }
    assert list(innehall) == [ett.rubrik for ett in avsnitt if ett.niva <= LAGSTA_NIVA]
    for rubrik, sida in innehall.items():
        assert rubrik in _ord(text[sida - 1])

    # Each page says where one is; no page is nearly empty but the cover.
    for nr, sida in enumerate(text[1:], start=2):
        assert f"Sida {nr} av {len(text)}" in sida
        assert rapport.forbund in sida
        assert len(sida.split()) > 40

    with pikepdf.open(fil) as pdf:
        nivaer = [int(namn[1]) for _, namn in taggar(pdf) if re.fullmatch("H[1-6]", namn)]
        assert all(nasta <= niva + 1 for niva, nasta in pairwise(nivaer))
        assert len(med_namn(pdf, "Table")) == len(rapport.tabeller)
        assert all("/Scope" in cell.A for cell in med_namn(pdf, "TH"))
        diagram = [b for a in avsnitt for b in a.block if isinstance(b, Diagram)]
        assert [str(figur.Alt) for figur in med_namn(pdf, "Figure")] == [
            d.slutsats for d in diagram
        ]
        assert len(diagram) == 8
        # A sign that the typeface lacks would be drawn in some other one, whichever there is.
        typsnitt = {str(o.BaseFont) for o in pdf.objects if "/BaseFont" in _post(o)}
        assert all("Source-Sans-3" in namn for namn in typsnitt)


def _post(objekt: pikepdf.Object) -> pikepdf.Object | dict[str, object]:
    return objekt if isinstance(objekt, pikepdf.Dictionary) else {}
