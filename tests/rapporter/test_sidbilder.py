"""PDFs handed in as pictures and words: made once, and a bad file harms nobody."""

import hashlib
import io
import sys
from pathlib import Path

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from finsam.rapporter.lasning import ritare, sidbilder
from finsam.rapporter.lasning.matt import pixelbredd
from finsam.rapporter.lasning.sidbilder import BREDD, GickInteAttLasa, Upptaget, bild, sidor
from styrelse.models import Arendebilaga, Paketbilaga
from tests.rapporter.exempelpaket import pdf, utskickat_mote

WEBP = b"WEBP"


@pytest.fixture
def var(tmp_path: Path, settings) -> Path:
    settings.VAR_DIR = tmp_path / "var"
    return tmp_path


def fil(mapp: Path, innehall: bytes) -> tuple[Path, str]:
    sokvag = mapp / "fil.pdf"
    sokvag.write_bytes(innehall)
    return sokvag, hashlib.sha256(innehall).hexdigest()


def test_every_page_has_size_and_words(var: Path) -> None:
    # A4 is 595 × 842 points: 1240 px wide it is 1240 · 842 / 595 = 1755 px high.
    lasta = sidor(*fil(var, pdf("Forsta sidan", "Andra")))
    assert [(s.nr, s.bredd, s.hojd, s.text) for s in lasta] == [
        (1, 1240, 1755, "Forsta sidan"),
        (2, 1240, 1755, "Andra"),
    ]


@pytest.mark.parametrize(
    ("punkter", "bredd"),
    # 842 / 596 × 1240 = 1751.8; 1191 / 596 × 1240 = 2477.9; at most 3 × 1240.
    [(595.28, 1240), (300, 1240), (842, 1752), (1191, 2478), (5000, 3720)],
)
def test_a_wide_page_is_as_sharp_as_the_others(punkter: float, bredd: int) -> None:
    assert pixelbredd(punkter, 1240) == bredd


def test_a_landscape_page_is_drawn_as_wide_as_it_is_said_to_be(var: Path) -> None:
    liggande = pikepdf.new()
    liggande.add_blank_page(page_size=(842, 595))
    ut = io.BytesIO()
    liggande.save(ut)
    kalla = fil(var, ut.getvalue())
    (sida,) = sidor(*kalla)
    assert (sida.bredd, sida.hojd) == (1752, 1238)
    # WebP (VP8): the width is 14 bits at byte 26.
    assert int.from_bytes(bild(*kalla, 1).read_bytes()[26:28], "little") & 0x3FFF == 1752


def test_pages_are_drawn_once_and_eight_at_a_time(var: Path, monkeypatch) -> None:
    kalla = fil(var, pdf(*(f"Sida {nr}" for nr in range(1, 11))))
    forsta = bild(*kalla, 1)
    assert forsta.read_bytes()[8:12] == WEBP
    assert {f.name for f in forsta.parent.glob("*.webp")} == {
        f"{BREDD}-{nr}.webp" for nr in range(1, 9)
    }
    monkeypatch.setattr(sidbilder, "RITARE", "finns.inte")
    assert bild(*kalla, 8).is_file()
    with pytest.raises(GickInteAttLasa):
        bild(*kalla, 9)


@pytest.mark.parametrize("innehall", [b"", b"%PDF-1.7\nskadad", b"<html></html>"])
def test_a_broken_file_is_told_of_and_leaves_nothing(innehall: bytes, var: Path) -> None:
    kalla = fil(var, innehall)
    with pytest.raises(GickInteAttLasa):
        sidor(*kalla)
    with pytest.raises(GickInteAttLasa):
        bild(*kalla, 1)


def test_what_could_not_be_drawn_is_not_tried_again_the_same_day(var: Path, monkeypatch) -> None:
    kalla = fil(var, b"%PDF-1.7\nskadad")
    startade = []
    riktig = sidbilder._starta
    monkeypatch.setattr(sidbilder, "_starta", lambda vad: startade.append(vad) or riktig(vad))
    for _ in range(3):
        with pytest.raises(GickInteAttLasa):
            sidor(*kalla)
    assert len(startade) == 1
    assert not sidbilder.gar_att_rita(kalla[1], 1)
    monkeypatch.setattr(sidbilder, "FEL_GALLER", -1)
    assert sidbilder.gar_att_rita(kalla[1], 1)
    with pytest.raises(GickInteAttLasa):
        sidor(*kalla)
    assert len(startade) == 2


def test_a_bad_page_hides_no_good_ones(var: Path, monkeypatch) -> None:
    def rita_illa(sida, mal: Path, bredd: int) -> None:
        if mal.stem.endswith("-2"):
            raise MemoryError("för stor")
        mal.write_bytes(b"bild")

    monkeypatch.setattr(ritare, "_rita", rita_illa)
    pdfen, _ = fil(var, pdf("Ett", "Tva", "Tre"))
    ritare.rita(pdfen, var, BREDD, 1, 8)
    assert {f.name for f in var.glob(f"{BREDD}-*")} == {
        f"{BREDD}-{rest}" for rest in ("1.webp", "2.fel", "3.webp")
    }


def test_a_page_that_ends_the_process_is_drawn_past(var: Path, monkeypatch) -> None:
    kalla = fil(var, pdf("Ett", "Tva", "Tre"))
    mapp = sidbilder._mapp(kalla[1])
    # As when page 1 takes more time than there is: only its mark is left.
    with monkeypatch.context() as byte:
        byte.setattr(sidbilder, "_starta", lambda _: (mapp / f"{BREDD}-1.ritas").touch())
        with pytest.raises(Upptaget):
            bild(*kalla, 2)
    assert bild(*kalla, 2).is_file()
    with pytest.raises(GickInteAttLasa):
        bild(*kalla, 1)


def test_nobody_waits_long_for_anothers_drawing(var: Path, monkeypatch) -> None:
    monkeypatch.setattr(sidbilder, "VANTAN", 0.1)
    kalla = fil(var, pdf("Ett"))
    mapp = sidbilder._mapp(kalla[1])
    mapp.mkdir(parents=True)
    with sidbilder._ensam(mapp / ".las"), pytest.raises(Upptaget):
        bild(*kalla, 1)
    assert bild(*kalla, 1).is_file()


def test_the_process_is_told_no_secrets(var: Path, monkeypatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "hemlig")
    sagt = sidbilder._starta([sys.executable, "-c", "import os; exit(str(dict(os.environ)))"])
    assert "PATH" in sagt and "hemlig" not in sagt


@pytest.mark.parametrize("sida", [0, 11])
def test_a_page_that_is_not_there_is_no_picture(sida: int, var: Path) -> None:
    with pytest.raises(GickInteAttLasa):
        bild(*fil(var, pdf(*"0123456789")), sida)


def test_only_the_newest_documents_are_kept(var: Path, monkeypatch) -> None:
    monkeypatch.setattr(sidbilder, "FLEST_DOKUMENT", 2)
    for nr in range(4):
        sidor(*fil(var, pdf(f"Fil {nr}")))
    assert len(list((var / "var" / "sidbilder").iterdir())) == 2


@pytest.mark.django_db
def test_a_picture_is_safe_to_show_and_asked_for_again_each_time(var, ledamot_klient) -> None:
    mote = utskickat_mote()
    rad = Arendebilaga.objects.get(slag="uppladdad")
    adress = reverse("rapporter:las_sida", args=[mote.pk, rad.pk, 1])
    svar = ledamot_klient.get(adress)
    assert svar["Content-Type"] == "image/webp" and svar.getvalue()[8:12] == WEBP
    assert svar["X-Content-Type-Options"] == "nosniff"
    assert "no-cache" in svar["Cache-Control"] and "private" in svar["Cache-Control"]
    igen = ledamot_klient.get(adress, headers={"If-None-Match": svar["ETag"]})
    assert igen.status_code == 304
    # A frozen document has no pages to draw, and no file to fetch.
    dokument = Arendebilaga.objects.get(slag="rapport")
    for namn, argument in (
        ("las_sida", [mote.pk, dokument.pk, 1]),
        ("las_pdf", [mote.pk, dokument.pk]),
    ):
        assert ledamot_klient.get(reverse(f"rapporter:{namn}", args=argument)).status_code == 404


@pytest.mark.django_db
def test_the_annex_of_another_meeting_is_not_shown(var, ledamot_klient: Client) -> None:
    mote = utskickat_mote()
    rad = Arendebilaga.objects.get(slag="uppladdad")
    oskickad = Arendebilaga.objects.get(slag="rapport")
    Paketbilaga.objects.all().delete()
    mote.paket.all().delete()
    for nyckel in (rad.pk, oskickad.pk):
        for namn, mer in (("las_bilaga", []), ("las_sida", [1]), ("las_pdf", [])):
            adress = reverse(f"rapporter:{namn}", args=[mote.pk, nyckel, *mer])
            assert ledamot_klient.get(adress).status_code == 404


@pytest.mark.django_db
def test_a_file_that_cannot_be_drawn_can_be_fetched(var, ledamot_klient, monkeypatch) -> None:
    mote = utskickat_mote()
    rad = Arendebilaga.objects.get(slag="uppladdad")
    monkeypatch.setattr(sidbilder, "RITARE", "finns.inte")
    sida = ledamot_klient.get(reverse("rapporter:las_bilaga", args=[mote.pk, rad.pk]))
    text = sida.content.decode()
    assert "kan inte visas här sida för sida" in text
    pdfen = reverse("rapporter:las_pdf", args=[mote.pk, rad.pk])
    assert pdfen in text
    svar = ledamot_klient.get(pdfen)
    assert svar.getvalue().startswith(b"%PDF") and "attachment" in svar["Content-Disposition"]


@pytest.mark.django_db
def test_a_page_drawn_for_somebody_else_is_asked_for_again(var, ledamot_klient, monkeypatch):
    monkeypatch.setattr(sidbilder, "VANTAN", 0.1)
    mote = utskickat_mote()
    rad = Arendebilaga.objects.get(slag="uppladdad")
    mapp = sidbilder._mapp(rad.sha256)
    mapp.mkdir(parents=True)
    adresser = [
        reverse("rapporter:las_bilaga", args=[mote.pk, rad.pk]),
        reverse("rapporter:las_sida", args=[mote.pk, rad.pk, 1]),
    ]
    with sidbilder._ensam(mapp / ".las"):
        for adress in adresser:
            svar = ledamot_klient.get(adress)
            assert svar.status_code == 503 and svar["Retry-After"] == str(sidbilder.IGEN)
    for adress in adresser:
        svar = ledamot_klient.get(adress)
        assert svar.status_code == 200 and svar.getvalue()


@pytest.mark.django_db
def test_a_page_that_cannot_be_drawn_does_not_keep_the_pack_from_being_kept(
    var, ledamot_klient
) -> None:
    mote = utskickat_mote()
    rad = Arendebilaga.objects.get(slag="uppladdad")
    lista = reverse("rapporter:las_offline", args=[mote.pk])
    sida = reverse("rapporter:las_sida", args=[mote.pk, rad.pk, 2])
    assert sida in ledamot_klient.get(lista).json()["adresser"]
    mapp = sidbilder._mapp(rad.sha256)
    mapp.mkdir(parents=True)
    (mapp / f"{BREDD}-2.fel").touch()
    assert ledamot_klient.get(sida).status_code == 404
    adresser = ledamot_klient.get(lista).json()["adresser"]
    assert sida not in adresser and sida.replace("/2.webp", "/1.webp") in adresser
