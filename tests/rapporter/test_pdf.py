"""The PDF itself: what a reader, a screen reader and an archive find in the finished file."""

import os
import re
import subprocess
import sys

import pikepdf
import pytest

from finsam.rapporter.render.avtryck import STATISK, avtryck
from finsam.rapporter.render.pdf import PdfFel, skriv_pdf
from tests.rapporter.exempeldokument import AVSNITT, exempel
from tests.rapporter.pdflasning import med_namn, sidor, taggar

# 70 lines do not fit on a page: the table of the example goes over three.
RADER = 70


@pytest.fixture(scope="module")
def fil(tmp_path_factory):
    fil = tmp_path_factory.mktemp("pdf") / "exempel.pdf"
    fil.write_bytes(skriv_pdf(exempel(RADER)))
    return fil


@pytest.fixture(scope="module")
def pdf(fil):
    with pikepdf.open(fil) as dokument:
        yield dokument


def test_dokumentet_har_sprak_titel_och_bokmarken(pdf):
    assert str(pdf.Root.Lang) == "sv"
    assert str(pdf.docinfo["/Title"]) == "Årsredovisning 2024 – Samordningsförbundet Exempel"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_outline() as bokmarken:
        assert [b.title for b in bokmarken.root] == [
            "Innehåll",
            "Ordföranden har ordet",
            "Förvaltningsberättelse",
            "Ekonomisk redogörelse",
            "Underskrifter",
        ]
        # Level 2 and 3 hang under their chapter.
        assert [b.title for b in bokmarken.root[3].children] == [
            "Resultaträkning",
            "Driftredovisning",
        ]


def test_filen_uppger_bade_arkivformat_och_tillganglighet(pdf):
    xmp = pdf.Root.Metadata.read_bytes().decode()
    # What stands after the first RDF is not read by anyone.
    xmp = xmp.split("</rdf:RDF>")[0]
    assert 'pdfaid:part="3"' in xmp
    assert 'pdfaid:conformance="A"' in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "pdfaExtension:schemas" in xmp
    assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
    assert "/DestOutputProfile" in pdf.Root.OutputIntents[0]
    assert bool(pdf.Root.MarkInfo.Marked)


def test_datum_och_identitet_kommer_ur_dokumentet(pdf):
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20241231")
    assert bytes(pdf.trailer.ID[0]).decode() == avtryck(exempel(RADER))[:32]


def test_rubriker_ar_taggade_i_ordning_utan_hopp(pdf):
    nivaer = [int(namn[1]) for _, namn in taggar(pdf) if re.fullmatch("H[1-6]", namn)]
    # The contents list has a heading of its own before those of the sections.
    assert nivaer == [1, *(niva for _, _, niva in AVSNITT)]


def test_en_tabell_ar_en_tagg_hur_manga_sidor_den_an_gar_over(pdf):
    tabeller = med_namn(pdf, "Table")
    assert len(tabeller) == 2
    # Three parts of TBody, one THead: 70 lines + heading + sum + total.
    grupper = [str(del_.S) for del_ in tabeller[0].K]
    assert grupper.count("/THead") == 1
    assert grupper.count("/TBody") >= 2
    assert sum(len(del_.K) for del_ in tabeller[0].K if del_.S == "/TBody") == RADER + 3


def test_rubrikceller_sager_vad_de_ar_rubrik_for(pdf):
    celler = med_namn(pdf, "TH")
    rackvidder = [str(cell.A.Scope) for cell in celler]
    # Three columns in each of two tables; one label per row: 73 + 9.
    assert rackvidder.count("/Column") == 6
    assert rackvidder.count("/Row") == RADER + 3 + 9


def test_varje_cell_pekar_pa_rubrikceller_som_finns(pdf):
    namn = {bytes(cell.ID) for cell in med_namn(pdf, "TH")}
    celler = med_namn(pdf, "TD")
    assert len(celler) == 2 * (RADER + 3 + 9)
    for cell in celler:
        assert len(cell.A.Headers) == 2
        assert {bytes(rubrik) for rubrik in cell.A.Headers} <= namn


def test_bild_har_slutsatsen_som_alternativtext_och_ratt_ruta(pdf):
    (bild,) = med_namn(pdf, "Figure")
    assert str(bild.Alt) == "Kostnaderna ökade till 26,5 mkr"
    x1, y1, x2, y2 = map(float, bild.A.BBox)
    # 640 × 60 in a column of 166 mm: 470.6 pt wide, 44.1 pt high, inside an A4 page.
    assert x2 - x1 == pytest.approx(470.6, abs=1)
    assert y2 - y1 == pytest.approx(44.1, abs=1)
    assert 0 < y1 < y2 < 842


def test_innehallsforteckningen_ar_taggad_som_en_sadan(pdf):
    (lista,) = med_namn(pdf, "TOC")
    assert {str(punkt.S) for punkt in lista.K} == {"/TOCI"}
    assert len(lista.K) == len(AVSNITT)
    assert len(med_namn(pdf, "Reference")) == len(AVSNITT)
    # One link per line: heading and page number with an annotation each.
    lankar = med_namn(pdf, "Link")
    assert len(lankar) == len(AVSNITT)
    for lank in lankar:
        rader = [str(d.Type) if isinstance(d, pikepdf.Dictionary) else "text" for d in lank.K]
        assert rader == ["/OBJR", "text", "/OBJR", "text"]


def test_sidhuvud_sidnummer_och_upprepade_tabellhuvuden_lases_inte_upp(pdf):
    """They are artifacts; everything else that is painted as text belongs to a tag."""
    foraldrar = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    for nr, sida in enumerate(pdf.pages):
        artefakter = 0
        for operander, operator in pikepdf.parse_content_stream(sida):
            if str(operator) != "BDC":
                continue
            if str(operander[0]) == "/Artifact":
                artefakter += 1
                assert operander[1].Type == "/Pagination"
            else:
                assert isinstance(foraldrar[nr][int(operander[1].MCID)], pikepdf.Dictionary)
        # Association, chapter, document and page number; on the cover nothing.
        assert artefakter >= (4 if nr > 1 else 3 if nr else 0)


def test_lankar_heter_som_rubriken_de_leder_till(pdf):
    lankar = [a for sida in pdf.pages for a in sida.get("/Annots", [])]
    assert {str(lank.Contents) for lank in lankar} == {rubrik for _, rubrik, _ in AVSNITT}
    assert all(int(lank.F) & 4 for lank in lankar)  # printed
    assert all("/StructParent" in lank for lank in lankar)
    assert all(sida.Tabs == "/S" for sida in pdf.pages)


def test_all_text_ar_markt_innehall_och_alla_typsnitt_inbaddade(pdf):
    for sida in pdf.pages:
        djup = 0
        for _, operator in pikepdf.parse_content_stream(sida):
            djup += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
            assert djup or str(operator) not in ("Tj", "TJ", "'", '"')
    typsnitt = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o]
    assert all("Source-Sans-3" in str(t.BaseFont) for t in typsnitt)
    sammansatta = [t for t in typsnitt if t.Subtype == "/Type0"]
    assert sammansatta
    for t in sammansatta:
        assert "/ToUnicode" in t
        assert "/FontFile2" in t.DescendantFonts[0].FontDescriptor


def test_utdragen_text_har_varje_rubrik_och_sidnummer(fil):
    text = "".join(sidor(fil))
    for _, rubrik, _ in AVSNITT:
        assert len(re.findall(rf"^\s*{rubrik}$", text, re.MULTILINE)) >= 1
    with pikepdf.open(fil) as pdf:
        antal = len(pdf.pages)
    # The cover carries no number.
    assert re.findall(r"Sida (\d+) av (\d+)", text) == [
        (str(nr), str(antal)) for nr in range(2, antal + 1)
    ]


def test_tabellhuvudet_upprepas_pa_varje_sida(fil):
    med_rader = [s for s in sidor(fil) if re.search(r"^\s*Konto \d+", s, re.MULTILINE)]
    assert len(med_rader) >= 2
    assert all("Utfall 2024" in sida for sida in med_rader)


def test_qpdf_finner_inget_fel(fil):
    svar = subprocess.run(["qpdf", "--check", str(fil)], capture_output=True, text=True)
    assert svar.returncode == 0, svar.stdout + svar.stderr


def test_samma_html_ger_samma_byte_i_en_annan_process(tmp_path):
    """Another process, another hash seed, another time zone and another working directory."""
    kalla = tmp_path / "in.html"
    kalla.write_text(exempel(), encoding="utf-8")
    rita = (
        "import pathlib, sys; from finsam.rapporter.render.pdf import skriv_pdf;"
        "pathlib.Path(sys.argv[2]).write_bytes(skriv_pdf(pathlib.Path(sys.argv[1]).read_text()))"
    )
    for nr, zon in enumerate(("UTC", "Asia/Tokyo")):
        subprocess.run(
            [sys.executable, "-c", rita, str(kalla), str(tmp_path / f"{nr}.pdf")],
            check=True,
            cwd=tmp_path,
            env=os.environ
            | {"PYTHONPATH": str(STATISK.parent), "PYTHONHASHSEED": str(nr), "TZ": zon},
        )
    assert (tmp_path / "0.pdf").read_bytes() == (tmp_path / "1.pdf").read_bytes()
    assert (tmp_path / "0.pdf").read_bytes() == skriv_pdf(exempel())


@pytest.mark.parametrize(
    ("adress", "text"),
    [
        ("http://exempel.se/bild.png", "Dokument hämtar ingenting från nätet"),
        ("file:///etc/passwd", "ligger utanför mappen static"),
        ("../pyproject.toml", "ligger utanför mappen static"),
        ("//server/bild.png", "ligger utanför mappen static"),
        ("bilder/finns-inte.png", "gick inte att läsa"),
    ],
)
def test_en_bild_som_inte_far_eller_kan_lasas_stoppar_dokumentet(adress, text):
    html = exempel().replace("<main>", f'<main><img src="{adress}" alt="Bild">')
    with pytest.raises(PdfFel, match=text):
        skriv_pdf(html)


def test_avtrycket_foljer_html_och_stilmall(tmp_path, monkeypatch):
    forut = avtryck("<p>1</p>")
    assert avtryck("<p>1</p>") == forut
    assert avtryck("<p>2</p>") != forut
    stil = tmp_path / "rapport.css"
    stil.write_text("p { color: red }", encoding="utf-8")
    monkeypatch.setattr("finsam.rapporter.render.avtryck.STILMALLAR", (stil,))
    assert avtryck("<p>1</p>") != forut


def test_tabellen_fyller_sina_sidor(pdf):
    """Cover, contents, four chapters that begin on a new page, and two pages more of table.

    A rule that kept rows apart once gave a page per row; nothing else here would have seen it.
    """
    assert len(pdf.pages) == 9
