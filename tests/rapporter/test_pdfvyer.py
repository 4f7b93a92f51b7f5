"""The PDF over the web: waiting, fetching, and what is said when it cannot be drawn."""

import pytest
from django.urls import include, path

from finsam.choices import Roll
from finsam.rapporter import pdfforrad, pdfvyer
from tests.rapporter.exempeldokument import exempel
from tests.rapporter.ritning import LANGSAMT, lat_rita, vila

byggda: list[str] = []
innehall = {"html": exempel(3)}


def _html():
    byggda.append(innehall["html"])
    return innehall["html"]


def vy(request):
    return pdfvyer.pdf(
        request,
        pdfvyer.Pdfdokument(_html, "Årsredovisning 2024", "arsredovisning-2024.pdf", "/tillbaka/"),
    )


urlpatterns = [path("prov.pdf", vy), path("", include("finsam.urls"))]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture(autouse=True)
def mapp(settings, tmp_path, monkeypatch):
    lat_rita(monkeypatch)
    settings.VAR_DIR = tmp_path
    innehall["html"] = exempel(3)
    byggda.clear()
    yield tmp_path / "pdf"
    vila(tmp_path / "pdf")


@pytest.fixture
def lasare(klient):
    return klient(Roll.EKONOM)


def rita(html: str) -> str:
    assert pdfforrad.vanta(html, LANGSAMT)
    return pdfforrad.avtryck(html)


def test_den_som_kommer_for_tidigt_far_en_sida_att_vanta_pa(lasare):
    svar = lasare.get("/prov.pdf")
    assert svar.status_code == 202
    sida = svar.content.decode()
    adress = f"/prov.pdf?v={pdfforrad.avtryck(innehall['html'])}"
    assert f'hx-get="{adress}"' in sida
    # Without script the page asks again by itself.
    assert f'<noscript><meta http-equiv="refresh" content="3;url={adress}"></noscript>' in sida
    assert "Årsredovisning 2024 som PDF" in sida
    assert 'href="/tillbaka/"' in sida


def test_sidan_fragar_om_utan_att_dokumentet_byggs_igen(lasare):
    lasare.get("/prov.pdf")
    nyckel = pdfforrad.avtryck(innehall["html"])
    byggda.clear()
    svar = lasare.get("/prov.pdf", {"v": nyckel}, headers={"HX-Request": "true"})
    assert svar.status_code == 202
    assert b"hx-get=" in svar.content
    assert b"<html" not in svar.content
    assert byggda == []
    rita(innehall["html"])
    svar = lasare.get("/prov.pdf", {"v": nyckel}, headers={"HX-Request": "true"})
    assert svar.headers["HX-Redirect"] == f"/prov.pdf?v={nyckel}"


def test_en_ritad_pdf_skickas_utan_att_dokumentet_byggs(lasare):
    nyckel = rita(innehall["html"])
    svar = lasare.get("/prov.pdf", {"v": nyckel})
    assert svar.status_code == 200
    assert svar.headers["Content-Type"] == "application/pdf"
    assert svar.headers["Content-Disposition"] == 'inline; filename="arsredovisning-2024.pdf"'
    # Chromium shows a PDF as an object; nothing else is let in.
    assert "object-src 'self'" in svar.headers["Content-Security-Policy"]
    assert "default-src 'none'" in svar.headers["Content-Security-Policy"]
    assert b"".join(svar.streaming_content) == pdfforrad.hamta_nyckel(nyckel).read_bytes()
    assert byggda == []


def test_adressen_utan_nyckel_ger_dokumentet_som_det_ar_nu(lasare):
    nyckel = rita(innehall["html"])
    svar = lasare.get("/prov.pdf")
    assert svar.headers["ETag"] == f'"{nyckel}"'
    assert len(byggda) == 1
    svar.close()


def test_den_som_har_filen_far_inte_den_igen(lasare):
    nyckel = rita(innehall["html"])
    svar = lasare.get("/prov.pdf", {"v": nyckel}, headers={"If-None-Match": f'"{nyckel}"'})
    assert svar.status_code == 304
    assert svar.headers["ETag"] == f'"{nyckel}"'
    assert set(svar.headers["Cache-Control"].split(", ")) == {"private", "no-cache"}


@pytest.mark.parametrize("nyckel", ["a" * 64, "../../hemligt", "x"])
def test_en_nyckel_som_inte_leder_nagonstans_bestaller_dokumentet(lasare, nyckel):
    svar = lasare.get("/prov.pdf", {"v": nyckel})
    assert svar.status_code == 202
    assert len(byggda) == 1
    assert pdfforrad.pagar(pdfforrad.avtryck(innehall["html"]))


def test_ett_fel_sags_pa_sidan_och_gar_att_forsoka_igen(lasare, mapp):
    innehall["html"] = exempel(3).replace("<main>", '<main><img src="borta.png" alt="Bild">')
    lasare.get("/prov.pdf")
    nyckel = pdfforrad.avtryck(innehall["html"])
    vila(mapp)
    svar = lasare.get("/prov.pdf", {"v": nyckel}, headers={"HX-Request": "true"})
    assert svar.headers["HX-Redirect"] == f"/prov.pdf?v={nyckel}"
    svar = lasare.get("/prov.pdf", {"v": nyckel})
    assert svar.status_code == 500
    assert "Filen borta.png gick inte att läsa." in svar.content.decode()
    assert '<a href="/prov.pdf">Försök igen</a>' in svar.content.decode()
    assert lasare.get("/prov.pdf").status_code == 202
