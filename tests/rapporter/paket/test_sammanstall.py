"""What an annex brought with it is there in the pack: its size, links, forms and layers."""

import random
import tracemalloc
import zlib
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from finsam.rapporter.paket.delar import Del, Kalla
from finsam.rapporter.paket.fel import Paketfel
from finsam.rapporter.paket.oppna import Oppnade
from finsam.rapporter.paket.sammanstall import Rubrik, Uppgifter, sammanstall
from finsam.rapporter.paket.stampel import oppna_lagen, overvikt
from tests.rapporter.paket.exempel import andra, date, pdf
from tests.rapporter.pdflasning import sidor


def ihop(tmp_path, *filer):
    """The files as a pack of annexes 1, 2 …, opened."""
    delar, rubriker = [], []
    for nr, fil in enumerate(filer, 1):
        with pikepdf.open(fil) as oppen:
            antal = len(oppen.pages)
        delar.append(Del(f"bilaga-{nr}", f"Bilaga {nr}", f"Bilaga {nr}", Kalla(fil, 0, antal)))
        rubriker.append(Rubrik(f"Bilaga {nr}", f"bilaga-{nr}"))
    mal = tmp_path / "ut.pdf"
    uppgifter = Uppgifter("Prov", "Provlänet", date(2021, 10, 14), bytes(16))
    with Oppnade() as oppnade:
        sammanstall(delar, rubriker, uppgifter, mal, oppnade)
    return mal


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("ruta", [(0, 0, 595, 842), (-100, 50, 742, 645), (0, 0, 2384, 3370)])
def test_stampeln_star_ratt_vand_i_synliga_horn(rotation, ruta, tmp_path):
    fil = pdf(tmp_path / "a.pdf", 1, ruta, rotation)
    ut = ihop(tmp_path, fil)
    with pikepdf.open(ut) as oppen:
        assert [float(m) for m in oppen.pages[0].mediabox] == list(ruta)
        assert oppen.pages[0].rotation == rotation
    # pdftotext lays words out as they are seen: the annex number first, the page number last.
    rader = [rad.strip() for rad in sidor(ut)[0].splitlines() if rad.strip()]
    assert rader[0].endswith("Bilaga 1")
    assert rader[-1].endswith("Sida 1 av 1")


def test_stampeln_star_innanfor_det_beskurna(tmp_path):
    def beskar(oppen):
        oppen.pages[0].obj.CropBox = Array([100, 100, 300, 400])

    ut = ihop(tmp_path, andra(pdf(tmp_path / "a.pdf"), beskar))
    with pikepdf.open(ut) as oppen:
        stampel = oppen.pages[0].Contents[-1].read_bytes().decode("cp1252")
        assert [float(m) for m in oppen.pages[0].cropbox] == [100, 100, 300, 400]
    # The visible box is 200 × 300 from 100, 100.
    assert "1.00 0.00 0.00 1.00 100.00 100.00 cm" in stampel
    lagen = [rad.split() for rad in stampel.splitlines() if rad.startswith("BT")]
    for ord_ in lagen:
        x, y = float(ord_[8]), float(ord_[9])
        assert 0 < x < 200 and 0 < y < 300


def test_en_sida_som_lamnar_sitt_lage_oppet_flyttar_inte_stampeln(tmp_path):
    def oppna_lage(oppen):
        oppen.pages[0].obj.Contents = oppen.make_stream(
            b"q 0.1 0 0 0.1 0 0 cm q (ett q i text) pop"[:-4]
        )

    ut = ihop(tmp_path, andra(pdf(tmp_path / "a.pdf"), oppna_lage))
    with pikepdf.open(ut) as oppen:
        operatorer = [str(op) for _, op in pikepdf.parse_content_stream(oppen.pages[0], "q Q")]
    assert operatorer.count("q") == operatorer.count("Q")


@given(st.lists(st.sampled_from([b"q", b"Q", b" ", b"\n", b"\t", b"\0", b"x", b"/", b"("])))
def test_q_raknas_som_hela_ord(bitar):
    innehall = b"".join(bitar)
    orden = innehall.split()
    assert overvikt(innehall) == orden.count(b"q") - orden.count(b"Q")


def test_matt_som_star_nagon_annanstans_i_filen(tmp_path):
    """A page whose width is an object of its own: the stamp still stands in its corner."""

    def flytta(oppen):
        bredd = oppen.make_indirect(pikepdf.Object.parse(b"595"))
        oppen.pages[0].obj.MediaBox = Array([0, 0, bredd, 842])

    fil = andra(pdf(tmp_path / "a.pdf"), flytta)
    with pikepdf.open(ihop(tmp_path, fil)) as oppen:
        flyttad = oppen.pages[0].Contents[-1].read_bytes()
    with pikepdf.open(ihop(tmp_path, pdf(tmp_path / "b.pdf"))) as oppen:
        assert oppen.pages[0].Contents[-1].read_bytes() == flyttad


def test_sidor_med_gemensamma_resurser_far_stampelns_typsnitt(tmp_path):
    def dela(oppen):
        resurser = oppen.make_indirect(oppen.pages[0].obj.Resources)
        for sida in oppen.pages:
            sida.obj.Resources = resurser

    ut = ihop(tmp_path, andra(pdf(tmp_path / "a.pdf", 3), dela))
    assert ["Sida 3 av 3" in text for text in sidor(ut)] == [False, False, True]
    with pikepdf.open(ut) as oppen:
        assert all("/FinsamStampel" in sida.obj.Resources.Font for sida in oppen.pages)


def test_den_bilaga_vars_sida_inte_gar_att_ta_over_namns(tmp_path, monkeypatch):
    """The pages are taken over at one go, and it is still told whose would not come."""
    filer = [pdf(tmp_path / f"{n}.pdf", 2) for n in "abc"]
    ratt = Oppnade.oppna

    def med_fel(self, fil, namn):
        oppnad = ratt(self, fil, namn)
        return replace(oppnad, sidor=[oppnad.sidor[0], None]) if fil == filer[1] else oppnad

    monkeypatch.setattr(Oppnade, "oppna", med_fel)
    with pytest.raises(Paketfel, match=r"^Bilaga 2 kan inte läsas: filen är skadad\.$"):
        ihop(tmp_path, *filer)


def test_sidans_eget_innehall_ar_orort(tmp_path):
    fil = pdf(tmp_path / "a.pdf", 2)
    with pikepdf.open(fil) as oppen:
        fore = [sida.Contents.read_bytes() for sida in oppen.pages]
    with pikepdf.open(ihop(tmp_path, fil)) as oppen:
        assert [sida.Contents[1].read_bytes() for sida in oppen.pages] == fore


def med_lankar(oppen):
    """Page 1 leads to page 2 three ways: to the page, by a name, and by an older kind of name."""
    mal = Array([oppen.pages[1].obj, Name.XYZ, 0, 700, 0])
    oppen.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("kapitel"), mal])))
    oppen.Root.Dests = Dictionary(Gammal=mal)
    oppen.pages[0].obj.Annots = Array(
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 50, 50], Dest=dest)
        for dest in (mal, String("kapitel"), Name.Gammal)
    )
    with oppen.open_outline() as oversikt:
        kapitel = pikepdf.OutlineItem("Kapitel", 1)
        kapitel.children.append(pikepdf.OutlineItem("Avsnitt", "kapitel"))
        oversikt.root.append(kapitel)


def test_lankar_leder_inom_sin_egen_bilaga_fast_namnen_ar_lika(tmp_path):
    filer = [andra(pdf(tmp_path / f"{n}.pdf", 2), med_lankar) for n in "ab"]
    with pikepdf.open(ihop(tmp_path, *filer)) as oppen:
        nummer = {sida.obj.objgen: nr for nr, sida in enumerate(oppen.pages, 1)}

        def mal(dest):
            if isinstance(dest, pikepdf.String):
                dest = pikepdf.NameTree(oppen.Root.Names.Dests)[str(dest)]
            elif isinstance(dest, pikepdf.Name):
                dest = oppen.Root.Dests[dest]
            return nummer[(dest.D if isinstance(dest, pikepdf.Dictionary) else dest)[0].objgen]

        assert [mal(a.Dest) for a in oppen.pages[0].Annots] == [2, 2, 2]
        assert [mal(a.Dest) for a in oppen.pages[2].Annots] == [4, 4, 4]


def test_en_bilagas_egna_bokmarken_star_under_dess(tmp_path):
    filer = [andra(pdf(tmp_path / f"{n}.pdf", 2), med_lankar) for n in "ab"]
    with pikepdf.open(ihop(tmp_path, *filer)) as oppen, oppen.open_outline() as oversikt:
        nummer = {sida.obj.objgen: nr for nr, sida in enumerate(oppen.pages, 1)}
        andra_bilagan = oversikt.root[1]
        kapitel = andra_bilagan.children[0]
        assert (andra_bilagan.title, kapitel.title) == ("Bilaga 2", "Kapitel")
        assert [u.title for u in kapitel.children] == ["Avsnitt"]
        assert nummer[kapitel.children[0].destination[0].objgen] == 4


def test_bokmarken_i_ring_tar_slut(tmp_path):
    def ring(oppen):
        med_lankar(oppen)
        forsta = oppen.Root.Outlines.First
        forsta.Next = forsta

    ut = ihop(tmp_path, andra(pdf(tmp_path / "a.pdf", 2), ring))
    with pikepdf.open(ut) as oppen, oppen.open_outline() as oversikt:
        assert [p.title for p in oversikt.root[0].children] == ["Kapitel"]


def formular(varde):
    def gor(oppen):
        falt = oppen.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T="namn", V=varde,
                       Rect=[50, 50, 200, 70], P=oppen.pages[0].obj)
        )  # fmt: skip
        oppen.pages[0].obj.Annots = Array([falt])
        oppen.Root.AcroForm = Dictionary(Fields=Array([falt]))

    return gor


def test_falt_med_samma_namn_behaller_sina_egna_varden(tmp_path):
    filer = [andra(pdf(tmp_path / f"{v}.pdf"), formular(v)) for v in ("Ett", "Tva")]
    with pikepdf.open(ihop(tmp_path, *filer)) as oppen:
        falt = list(oppen.acroform.fields)
        assert [str(f.obj.V) for f in falt] == ["Ett", "Tva"]
        assert len({str(f.obj.T) for f in falt}) == 2


def test_dolda_lager_foljer_med(tmp_path):
    def gor(oppen):
        dolt, synligt = (
            oppen.make_indirect(Dictionary(Type=Name.OCG, Name=namn))
            for namn in ("Dolt", "Synligt")
        )
        oppen.Root.OCProperties = Dictionary(
            OCGs=Array([dolt, synligt]), D=Dictionary(OFF=Array([dolt]))
        )
        oppen.pages[0].obj.Resources.Properties = Dictionary(L1=dolt, L2=synligt)

    filer = [andra(pdf(tmp_path / f"{n}.pdf"), gor) for n in "ab"]
    with pikepdf.open(ihop(tmp_path, *filer)) as oppen:
        slackta = {lager.objgen for lager in oppen.Root.OCProperties.D.OFF}
        pa_sidorna = {sida.obj.Resources.Properties.L1.objgen for sida in oppen.pages}
        assert slackta == pa_sidorna and len(slackta) == 2


def test_en_ogiltig_adress_i_en_bilaga_ror_ingenting(tmp_path):
    """An annex cannot lead by the pack's own kind of address, nor be changed for trying."""

    def gor(oppen):
        handling = Dictionary(S=Name.URI, URI=String("paket:bilaga-1"))
        oppen.pages[0].obj.Annots = Array(
            [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=handling)]
        )

    filer = [pdf(tmp_path / "a.pdf"), andra(pdf(tmp_path / "b.pdf"), gor)]
    with pikepdf.open(ihop(tmp_path, *filer)) as oppen:
        assert str(oppen.pages[1].Annots[0].A.URI) == "paket:bilaga-1"


def test_en_sida_som_svaller_packas_inte_upp(tmp_path):
    """200 MB of zeros in 200 kB: the pack is made in little memory, and the page is left alone."""

    def svall(oppen):
        oppen.pages[0].obj.Contents = oppen.make_stream(
            zlib.compress(bytes(200_000_000)), Filter=Name.FlateDecode
        )

    fil = andra(pdf(tmp_path / "svall.pdf"), svall)
    with pikepdf.open(fil) as oppen:
        sida = oppen.pages[0]
        tracemalloc.start()
        assert oppna_lagen(sida, [sida.obj.Contents]) == 0
        _, toppen = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert toppen < 60_000_000


@pytest.mark.parametrize(
    ("packa", "satt"),
    [
        pytest.param(bytes, {}, id="inte packat"),
        pytest.param(zlib.compress, {"Filter": Name.FlateDecode}, id="packat"),
        pytest.param(zlib.compress, {"Filter": Array([Name.FlateDecode])}, id="i en lista"),
        pytest.param(
            zlib.compress,
            {"Filter": Name.FlateDecode, "DecodeParms": Dictionary(Predictor=1)},
            id="med villkor",
        ),
    ],
)
def test_ett_oppet_lage_syns_hur_stort_innehallet_an_ar(packa, satt):
    """Two states left open in 400 kB that packing makes little less of."""
    punkter = random.Random(1).choices(range(10_000), k=80_000)
    rader = "\n".join(f"{x} {y} l" for x, y in zip(*[iter(punkter)] * 2, strict=True))
    innehall = f"q 0.1 0 0 0.1 0 0 cm q 0 0 m\n{rader}\nS".encode()
    with pikepdf.new() as ny:
        sida = ny.add_blank_page()
        sida.obj.Contents = ny.make_stream(packa(innehall), **satt)
        assert oppna_lagen(sida, [sida.obj.Contents]) == 2
