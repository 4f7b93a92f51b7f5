"""A pack built from papers by hand: what is where, what is clickable, and what stops it."""

import subprocess
from dataclasses import replace

import pikepdf
import pytest

from finsam.rapporter.paket.bygg import bygg
from finsam.rapporter.paket.fel import Paketfel
from tests.rapporter.paket.exempel import (
    andra,
    bilaga,
    bilagefilerna,
    mote,
    oktobermotet,
    pdf,
    punkt,
    skrivelse,
)
from tests.rapporter.pdflasning import sidor

# The notice has two pages, agenda and contents; then writing 3 and its annex, writing 4, 4.1
# (three pages), 4.2 and 5.1 (two each).


def test_varje_del_star_dar_den_sags_sta(paketet):
    fil, h = paketet
    platser = {p.nummer: p.forsta_sida for p in h.punkter}
    assert platser == {"1": 1, "2": 1, "3": 3, "4": 5, "5": 1, "6": 1}
    bilagor = [(b.nummer, b.forsta_sida, b.sidor) for p in h.punkter for b in p.bilagor]
    assert bilagor == [("3", 4, 1), ("4.1", 6, 3), ("4.2", 9, 2), ("5.1", 11, 2)]
    assert len(sidor(fil)) == 12


def test_kallelsen_sager_var_nar_och_vad(paketet):
    text = " ".join(" ".join(sidor(paketet[0])[:2]).split())
    for vantat in (
        "Kallelse",
        "torsdagen den 21 oktober 2021",
        "kl. 09.00–12.00",
        "Storgatan 1, Provstad",
        "4. Delårsrapport – information/beslut (bilaga 4, 4.1, 4.2)",
        "Föredragande: Anna Berg",
        "5 A. Nätverkets avgift",
        "att ge kansliet i uppdrag att återkomma.",
        "Bilaga 4.2: Karta 9",
    ):
        assert vantat in text


def test_skrivelsen_har_forslag_arende_bedomning_och_bilagor(paketet):
    text = " ".join(sidor(paketet[0])[4].split())
    assert "Förbundsstyrelsen föreslås besluta att godkänna delårsrapporten," in text
    assert "Ärendet Kansliet har tagit fram underlaget." in text
    assert "Anna Berg förbundschef" in text
    assert "Bilaga 4.1 Delårsrapport med förvaltningsberättelse" in text


def test_varje_sida_bar_sitt_nummer_och_sin_bilaga(paketet):
    for nr, text in enumerate(sidor(paketet[0]), 1):
        assert f"Sida {nr} av 12" in text
    assert "Bilaga 4.1" in sidor(paketet[0])[6]
    assert "Bilaga" not in sidor(paketet[0])[6].replace("Bilaga 4.1", "")


def test_stampeln_lases_inte_upp_som_text(paketet):
    with pikepdf.open(paketet[0]) as oppen:
        for sida in oppen.pages:
            assert b"/Artifact <</Type /Pagination>> BDC" in sida.Contents[-1].read_bytes()


def test_innehallet_leder_dit_det_pekar(paketet):
    with pikepdf.open(paketet[0]) as oppen:
        nummer = {sida.obj.objgen: nr for nr, sida in enumerate(oppen.pages, 1)}
        lankar = [list(sida.Annots) for sida in oppen.pages[:2]]
        assert not any("/A" in lank for sidans in lankar for lank in sidans)
        mal = [[nummer[lank.Dest[0].objgen] for lank in sidans] for sidans in lankar]
    # In the agenda 3; 4, 4.1, 4.2; 5.1. In the contents 3 and its annex; 4, 4.1, 4.2; 5.1.
    assert mal == [[3, 5, 6, 9, 11], [3, 4, 5, 6, 9, 11]]


def test_bokmarken_arende_och_under_det_bilagor(paketet):
    with pikepdf.open(paketet[0]) as oppen, oppen.open_outline() as oversikt:
        trad = [(p.title, [u.title for u in p.children]) for p in oversikt.root]
        assert oppen.Root.PageMode == "/UseOutlines"
    assert trad == [
        ("Kallelse", []),
        ("1. Mötets öppnande", []),
        ("2. Val av justerare", []),
        ("3. Ekonomisk information", ["Bilaga 3: Beslutsutrymmet"]),
        (
            "4. Delårsrapport",
            ["Bilaga 4.1: Delårsrapport med förvaltningsberättelse", "Bilaga 4.2: Karta"],
        ),
        ("5. Höstens frågor", ["Bilaga 5.1: Nätverkets underlag"]),
        ("6. Mötets avslutande", []),
    ]


def test_filen_ar_hel_och_sager_vad_den_ar(paketet):
    svar = subprocess.run(["qpdf", "--check", paketet[0]], capture_output=True, text=True)
    assert svar.returncode == 0, svar.stdout + svar.stderr
    with pikepdf.open(paketet[0]) as oppen:
        titel = "Kallelse Förbundsstyrelsen 2021-10-21 – Samordningsförbundet Provlänet"
        assert str(oppen.docinfo["/Title"]) == titel
        assert oppen.open_metadata()["dc:title"] == titel
        assert str(oppen.Root.Lang) == "sv"
        assert oppen.Root.ViewerPreferences.DisplayDocTitle


def test_samma_handlingar_ger_samma_byte(paketet, rita, tmp_path):
    igen = tmp_path / "igen.pdf"
    h = bygg(oktobermotet(), bilagefilerna(tmp_path), rita, igen)
    assert igen.read_bytes() == paketet[0].read_bytes()
    assert h == paketet[1]


def test_lopande_numrering_utan_skrivelser(rita, tmp_path):
    h = mote(
        punkt(1, "1", "Föregående protokoll", bilagor=(bilaga(1, "1", "Protokoll"),)),
        punkt(2, "2", "Rapport", typer=("beslut",), bilagor=(bilaga(2, "2", "Tertialrapport"),)),
        slut="", distans=True, plats="",
    )  # fmt: skip
    filer = {n: pdf(tmp_path / f"{n}.pdf") for n in (1, 2)}
    klar = bygg(h, filer, rita, tmp_path / "ut.pdf")
    assert [b.forsta_sida for p in klar.punkter for b in p.bilagor] == [3, 4]
    forsta = " ".join(sidor(tmp_path / "ut.pdf")[0].split())
    assert "2. Rapport – beslut (bilaga 2)" in forsta
    assert "kl. 09.00" in forsta and "Plats På distans" in forsta


def test_tillagg_heter_sa_och_har_bara_det_nya(rita, tmp_path):
    h = mote(punkt(9, "7", "Nytt", tillagd=True, skrivelse=skrivelse("7", "att anta.")), utskick=2)
    bygg(h, {}, rita, tmp_path / "ut.pdf")
    forsta = " ".join(sidor(tmp_path / "ut.pdf")[0].split())
    assert "Tilläggshandlingar 1" in forsta and "Tillkommer" in forsta
    assert "Ärendet har kommit till efter kallelsen." in forsta


def krypterad(fil):
    with pikepdf.open(pdf(fil), allow_overwriting_input=True) as oppen:
        oppen.save(fil, encryption=pikepdf.Encryption(owner="a", user="b"))


def med_lank(fil, handling):
    def gor(oppen):
        oppen.pages[0].obj.Annots = [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9],
                A=handling(oppen),
            )
        ]  # fmt: skip

    andra(pdf(fil), gor)


def skript(oppen=None):
    return pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def med_skript(fil):
    med_lank(fil, skript)


def lank(**mer):
    return pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://x.se", **mer)


def med_skript_efter_en_lank(fil):
    """A link that is followed by two actions, the last of which starts a program."""
    program = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="x.exe")
    fram = pikepdf.Dictionary(S=pikepdf.Name.Named, N=pikepdf.Name.NextPage)
    med_lank(fil, lambda oppen: lank(Next=[fram, program]))


def med_skript_bland_manga(fil):
    med_lank(fil, lambda oppen: lank(Next=[skript(), *(lank() for _ in range(60))]))


def med_skript_sist_i_en_ring(fil):
    """60 links that follow each other; the last is followed by the first, and by a script."""

    def handling(oppen):
        forsta = ett = oppen.make_indirect(lank())
        for _ in range(59):
            ett.Next = oppen.make_indirect(lank())
            ett = ett.Next
        ett.Next = pikepdf.Array([skript(), forsta])
        return forsta

    med_lank(fil, handling)


def med_skript_i_en_film(fil):
    """An action of another kind, which may have a script with it."""
    med_lank(fil, lambda oppen: pikepdf.Dictionary(S=pikepdf.Name.Rendition, JS="app.alert(1)"))


def med_skript_i_ett_falt(fil):
    """A place of a form's field, whose script stands at the field that it is a part of."""

    def gor(oppen):
        falt = oppen.make_indirect(
            pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="a", AA=pikepdf.Dictionary(K=skript()))
        )
        plats = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, Rect=[0, 0, 9, 9], Parent=falt
        )
        falt.Kids = pikepdf.Array([oppen.make_indirect(plats)])
        oppen.pages[0].obj.Annots = pikepdf.Array([falt.Kids[0]])
        oppen.Root.AcroForm = pikepdf.Dictionary(Fields=[falt])

    andra(pdf(fil), gor)


SKRIPT = "Bilaga 4.2: Karta innehåller skript. Skriv ut filen till en ny PDF."


@pytest.mark.parametrize(
    ("gor", "text"),
    [
        (lambda fil: None, "filen saknas."),
        (krypterad, "filen är låst med lösenord."),
        (lambda fil: fil.write_bytes(b"%PDF-1.7\nslut"), "filen är skadad."),
        (lambda fil: fil.write_bytes(pdf(fil).read_bytes()[:300]), "filen är skadad."),
        (med_skript, SKRIPT),
        (med_skript_efter_en_lank, SKRIPT),
        (med_skript_bland_manga, SKRIPT),
        (med_skript_sist_i_en_ring, SKRIPT),
        (med_skript_i_en_film, SKRIPT),
        (med_skript_i_ett_falt, SKRIPT),
    ],
)
def test_en_bilaga_som_inte_kan_lasas_stoppar_med_sitt_namn(gor, text, rita, tmp_path):
    filer = bilagefilerna(tmp_path)
    filer[42] = tmp_path / "trasig.pdf"
    gor(filer[42])
    with pytest.raises(Paketfel) as fel:
        bygg(oktobermotet(), filer, rita, tmp_path / "ut.pdf")
    assert str(fel.value).startswith("Bilaga 4.2: Karta ")
    assert str(fel.value).endswith(text)
    assert not (tmp_path / "ut.pdf").exists()


def test_lankar_som_foljer_varandra_i_en_ring_tas_med(rita, tmp_path):
    def handling(oppen):
        ett = oppen.make_indirect(lank())
        ett.Next = oppen.make_indirect(lank(Next=ett))
        return ett

    filer = bilagefilerna(tmp_path)
    med_lank(filer[42], handling)
    bygg(oktobermotet(), filer, rita, tmp_path / "ut.pdf")
    assert len(sidor(tmp_path / "ut.pdf")) == 11


def test_en_bilaga_utan_fil_stoppar_ocksa(rita, tmp_path):
    filer = bilagefilerna(tmp_path)
    del filer[51]
    with pytest.raises(Paketfel, match=r"Bilaga 5\.1: Nätverkets underlag .* filen saknas\."):
        bygg(oktobermotet(), filer, rita, tmp_path / "ut.pdf")


def test_langa_listor_far_egna_sidor_och_ratt_nummer(rita, tmp_path):
    """60 items run over several pages; the page numbers of the contents still hold."""
    fil = pdf(tmp_path / "a.pdf")
    punkter = [
        punkt(n, str(n), f"Ärende {n} " + "med ett långt namn " * 5,
              bilagor=(bilaga(n, f"{n}.1", "Underlag"),))
        for n in range(1, 61)
    ]  # fmt: skip
    klar = bygg(mote(*punkter), dict.fromkeys(range(1, 61), fil), rita, tmp_path / "ut.pdf")
    kallelsens = klar.punkter[0].bilagor[0].forsta_sida - 1
    assert kallelsens > 4
    text = " ".join(" ".join(sidor(tmp_path / "ut.pdf")[:kallelsens]).split())
    assert f"Bilaga 60.1: Underlag {kallelsens + 60}" in text
    assert replace(klar, punkter=()) == replace(mote(), punkter=())
    # Each item stands on the page of the notice that the papers say.
    for rad in klar.punkter:
        assert f"{rad.nummer}." in sidor(tmp_path / "ut.pdf")[rad.forsta_sida - 1]
