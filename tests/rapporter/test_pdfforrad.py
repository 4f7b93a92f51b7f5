"""The store of PDFs: ordered once, drawn by a process of its own, kept by what decides them."""

import os
import subprocess
import sys

import pytest

from finsam.rapporter import pdfforrad
from finsam.rapporter.render import pdfarbetare
from finsam.rapporter.render.avtryck import avtryck
from tests.rapporter.exempeldokument import exempel
from tests.rapporter.ritning import LANGSAMT, lat_rita, vila

_starta_arbetare = pdfforrad._starta_arbetare


@pytest.fixture(autouse=True)
def mapp(settings, tmp_path, monkeypatch):
    lat_rita(monkeypatch)
    settings.VAR_DIR = tmp_path
    yield tmp_path / "pdf"
    vila(tmp_path / "pdf")


def test_ett_nytt_dokument_finns_inte_forran_det_ar_bestallt(mapp):
    html = exempel(3)
    assert pdfforrad.hamta_nyckel(avtryck(html)) is None
    nyckel = pdfforrad.bestall(html)
    fil = pdfforrad.vanta(html, LANGSAMT)
    assert fil == mapp / f"{nyckel}.pdf"
    assert fil.read_bytes().startswith(b"%PDF-1.7")
    assert pdfforrad.hamta_nyckel(nyckel) == fil
    # The text itself is not kept.
    assert (mapp / f"{nyckel}.html").read_bytes() == b""


def test_att_bestalla_vantar_inte(mapp):
    nyckel = pdfforrad.bestall(exempel(40))
    assert pdfforrad.hamta_nyckel(nyckel) is None
    assert pdfforrad.pagar(nyckel)


def test_samma_dokument_bestallt_tva_ganger_ritas_en_gang(mapp, monkeypatch):
    html = exempel(3)
    startade = []
    monkeypatch.setattr(
        pdfforrad, "_starta_arbetare", lambda *allt: startade.append(_starta_arbetare(*allt))
    )
    for _ in range(5):
        pdfforrad.bestall(html)
    assert pdfforrad.vanta(html, LANGSAMT)
    pdfforrad.bestall(html)
    assert len(startade) == 1


def test_en_arbetare_som_dog_star_inte_i_vagen(mapp):
    html = exempel(3)
    # A module that ends without a word: no PDF, no message, and no lock left.
    with pytest.MonkeyPatch.context() as annan_arbetare:
        annan_arbetare.setattr(pdfforrad, "ARBETARE", "signal")
        nyckel = pdfforrad.bestall(html)
    vila(mapp)
    assert pdfforrad.hamta_nyckel(nyckel) is None
    assert pdfforrad.felet(nyckel) == ""
    assert pdfforrad.vanta(html, LANGSAMT) is not None


def test_ett_fel_sags_och_nasta_bestallning_forsoker_igen(mapp):
    html = exempel(3).replace("<main>", '<main><img src="saknas.png" alt="Bild">')
    assert pdfforrad.vanta(html, LANGSAMT) is None
    nyckel = pdfforrad.avtryck(html)
    assert "saknas.png gick inte att läsa" in pdfforrad.felet(nyckel)
    vila(mapp)
    pdfforrad.bestall(html)
    assert pdfforrad.felet(nyckel) == ""


def test_vanta_ger_upp_nar_tiden_ar_ute(mapp):
    assert pdfforrad.vanta(exempel(3), 0) is None


@pytest.mark.parametrize("nyckel", ["", "../../etc/passwd", "A" * 64, "a" * 63])
def test_bara_en_nyckel_ar_ett_filnamn(nyckel):
    with pytest.raises(ValueError, match="är ingen nyckel"):
        pdfforrad.hamta_nyckel(nyckel)


def test_de_aldsta_gor_plats(mapp, monkeypatch):
    monkeypatch.setattr(pdfforrad, "ANTAL_SPARADE", 2)
    mapp.mkdir()
    for nr in range(4):
        for andelse in ("pdf", "html"):
            fil = mapp / f"{nr:064d}.{andelse}"
            fil.touch()
            os.utime(fil, (nr, nr))
    pdfforrad.vanta(exempel(3), LANGSAMT)
    kvar = sorted(int(fil.stem) for fil in mapp.glob("0*.pdf"))
    assert kvar == [2, 3]
    assert not list(mapp.glob(f"{0:064d}.*"))


def test_arbetaren_arbetar_lagst_och_skriver_hela_filen(tmp_path, monkeypatch):
    steg = []
    monkeypatch.setattr(pdfarbetare.os, "nice", steg.append)
    kalla, mal = tmp_path / "in.html", tmp_path / "ut.pdf"
    kalla.write_text(exempel(3), encoding="utf-8")
    assert pdfarbetare.main([str(kalla), str(mal)]) == 0
    assert steg == [19]
    assert sorted(fil.name for fil in tmp_path.iterdir()) == ["in.html", "ut.pdf"]


def test_arbetaren_startar_utan_django():
    """What it imports before and with WeasyPrint names no settings and no models."""
    svar = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, finsam.rapporter.render.pdfarbetare, finsam.rapporter.render.pdf;"
            "print(sorted(m for m in sys.modules if m.split('.')[0] == 'django'))",
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=pdfforrad.settings.BASE_DIR,
    )
    assert svar.stdout.strip() == "[]"
