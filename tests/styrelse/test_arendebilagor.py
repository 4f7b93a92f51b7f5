"""Annexes: what may be attached, and what has been sent and therefore stays."""

import pytest
from django.core.exceptions import ValidationError

from styrelse.actions.arende import (
    bifoga_dokument,
    bifoga_fil,
    dokument_som_bilaga,
    ersatt_bilaga,
    fil_som_bilaga,
    ordna_bilagor,
    ta_bort_bilaga,
)
from styrelse.models import Arendebilaga
from tests.styrelse.dagordningsexempel import punkt_om, skapa_arende, skapa_mote, skicka
from tests.styrelse.pdfexempel import pdf, uppladdad

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def egen_var(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def test_filen_bifogas_sist_med_namn_sidor_och_kontrollsumma(kansli):
    arende = skapa_arende("A")
    bifoga_fil(arende, uppladdad("ett.pdf"), kansli)
    bilaga = bifoga_fil(arende, uppladdad("C:\\x\\två.PDF", sidor=3), kansli, i_skrivelsen=True)
    assert (bilaga.ordning, bilaga.titel, bilaga.filnamn, bilaga.sidor) == (2, "två", "två.PDF", 3)
    assert bilaga.i_skrivelsen and bilaga.bifogad_av == kansli
    with bilaga.fil.open() as fil:
        assert fil.read() == pdf(sidor=3)


@pytest.mark.parametrize(
    ("namn", "innehall", "fel"),
    [
        ("PM.docx", b"PK", "PM.docx: En bilaga ska vara en PDF. Öppna filen i programmet"),
        ("bild.jpg", b"x", "bild.jpg: En bilaga ska vara en PDF. Öppna bilden, välj Skriv ut"),
        ("x.exe", b"MZ", "x.exe: Filtypen .exe tillåts inte."),
        ("fejk.pdf", b"<html></html>", "fejk.pdf: Filtypen"),
        ("tom.pdf", b"", "tom.pdf: Filen är tom."),
        ("trasig.pdf", pdf()[:90], "trasig.pdf: Filen är skadad eller låst med lösenord."),
        ("last.pdf", pdf(losenord="x"), "last.pdf: Filen är skadad eller låst med lösenord."),
        ("krypterad.pdf", pdf(losenord=""), "krypterad.pdf: Filen är krypterad."),
        ("skript.pdf", pdf(skript=True), "skript.pdf: Filtypen .pdf med skript tillåts inte."),
        ("i.pdf", pdf(inbaddad=True), "i.pdf: Filen har andra filer inbäddade. Skriv ut den"),
        ("lang.pdf", pdf(sidor=1001), "lang.pdf: Filen har 1\u00a0001 sidor; högst 1\u00a0000"),
    ],
)
def test_andra_filer_tas_inte_emot(namn, innehall, fel, kansli):
    with pytest.raises(ValidationError) as svar:
        bifoga_fil(skapa_arende("A"), uppladdad(namn, innehall), kansli)
    assert svar.value.messages[0].startswith(fel)
    assert not Arendebilaga.objects.exists()


def test_for_stor_fil_sags_utan_att_lasas(kansli):
    fil = uppladdad()
    fil.size = 50_000_001
    with pytest.raises(ValidationError, match="Filen är 51 MB; högst 50 MB"):
        bifoga_fil(skapa_arende("A"), fil, kansli)


def test_samma_fil_bifogas_inte_tva_ganger(kansli):
    arende = skapa_arende("A")
    bifoga_fil(arende, uppladdad(), kansli)
    with pytest.raises(ValidationError, match="Bilagan är redan bifogad"):
        bifoga_fil(arende, uppladdad("annat namn.pdf"), kansli)


def test_det_frysta_dokumentet_har_sin_egen_kontrollsumma(kansli):
    arende = skapa_arende("A")
    a = bifoga_dokument(arende, {"b": 1, "a": "å"}, "PM", "pm 2021", "rapport", kansli)
    assert (a.innehall, a.kalla, a.frusen) == ({"b": 1, "a": "å"}, "pm 2021", True)
    # echo -n '{"a":"å","b":1}' | sha256sum: the order of the keys says nothing.
    with pytest.raises(ValidationError, match="redan bifogad"):
        bifoga_dokument(arende, {"a": "å", "b": 1}, "PM", "pm 2021", "rapport", kansli)


def test_det_som_ingen_sett_ersatts_och_tas_bort(kansli, django_capture_on_commit_callbacks):
    arende = skapa_arende("A")
    gammal = bifoga_fil(arende, uppladdad(), kansli)
    fil = gammal.fil.path
    with django_capture_on_commit_callbacks(execute=True):
        ny = ersatt_bilaga(gammal, fil_som_bilaga(uppladdad(bredd=200)), kansli)
    assert [b.pk for b in arende.bilagor.all()] == [ny.pk] and ny.ordning == 1
    assert not gammal.fil.storage.exists(fil)
    ta_bort_bilaga(ny, kansli)
    assert not arende.bilagor.exists()


def test_det_som_skickats_ersatts_men_star_kvar(kansli):
    mote = skapa_mote()
    punkt = punkt_om(mote, 1, "A")
    gammal = bifoga_fil(punkt.arende, uppladdad(), kansli)
    skicka(mote, {punkt: 1}, {gammal: "1.1"})
    with pytest.raises(ValidationError, match="Bilagan har skickats ut och ändras inte"):
        ta_bort_bilaga(gammal, kansli)
    ny = ersatt_bilaga(gammal, dokument_som_bilaga({"a": 1}, "Ny", "pm 2021", "rapport"), kansli)
    gammal.refresh_from_db()
    assert gammal.ersatt_av == ny
    with pytest.raises(ValidationError, match="redan ersatt"):
        ersatt_bilaga(gammal, fil_som_bilaga(uppladdad(bredd=200)), kansli)
    with pytest.raises(ValidationError, match="ersätter en som har skickats ut"):
        ta_bort_bilaga(ny, kansli)


def test_justerat_motes_bilagor_ror_ingen(kansli):
    mote = skapa_mote()
    punkt = punkt_om(mote, 1, "A")
    bilaga = bifoga_fil(punkt.arende, uppladdad(), kansli)
    mote.datum = bilaga.bifogad_at.date()
    mote.status = "justerat"
    mote.save()
    with pytest.raises(ValidationError, match="hör till ett justerat möte"):
        ta_bort_bilaga(bilaga, kansli)


def test_avslutat_arende_far_inga_bilagor(kansli):
    arende = skapa_arende("A", avslutat="2026-01-01")
    with pytest.raises(ValidationError, match="Ärendet är avslutat"):
        bifoga_fil(arende, uppladdad(), kansli)


def test_bilagorna_ordnas_och_den_som_sett_en_annan_lista_far_veta_det(kansli):
    arende = skapa_arende("A")
    a, b, c = (bifoga_fil(arende, uppladdad(bredd=n), kansli).pk for n in (1, 2, 3))
    ordna_bilagor(arende, [c, a, b], kansli)
    assert [x.pk for x in arende.bilagor.order_by("ordning")] == [c, a, b]
    with pytest.raises(ValidationError, match="har ändrats av någon annan"):
        ordna_bilagor(arende, [a, b], kansli)
