"""Sent packs leave with the folder and come back with it: the same papers, the same locks."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from finsam.rapporter import pdfforrad
from finsam.rapporter.paket.actions import posta, skicka
from finsam.rapporter.paket.selectors import OFORANDRAD, filens_lage, mottagare, valda
from styrelse.actions.arende import ersatt_bilaga, fil_som_bilaga, ta_bort_bilaga
from styrelse.calculations.handlingar import las
from styrelse.models import (
    Arende,
    Arendebilaga,
    Mote,
    Motespaket,
    Mottagare,
    Paketbilaga,
    Punkt,
)
from tests.rapporter.paket.motesexempel import byggt, genast, redo
from tests.styrelse.dagordningsexempel import punkt_om, skapa_arende, skapa_mote
from tests.styrelse.pdfexempel import uppladdad

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="session")
def skrivet():
    """What the first test has sent and written, for the others: drawing takes its time."""
    return {}


@pytest.fixture
def mapp(skrivet, settings, tmp_path, monkeypatch, rita, forbundschef):
    """The folder of a meeting with its notice and an addition; the database has neither."""
    if not skrivet:
        settings.VAR_DIR = tmp_path / "gammalt"
        settings.SKICKAR_EPOST = True
        monkeypatch.setattr(pdfforrad, "bestall", genast(settings.VAR_DIR, rita))
        with transaction.atomic():
            skicka_tva(forbundschef)
            skrivet |= {"filer": list(exporterade()), "bild": bilden()}
            transaction.set_rollback(True)
    for nr in range(3):  # The new database counts its keys from somewhere else.
        punkt_om(skapa_mote(date(1999, 1, 1 + nr)), nr, "Annat")
    for modell in (Punkt, Arende, Mote):
        modell.objects.all().delete()
    settings.VAR_DIR = tmp_path / "nytt"
    skriv_mapp(tmp_path / "ut", skrivet["filer"])
    return tmp_path / "ut"


@pytest.fixture
def inlast(mapp, django_capture_on_commit_callbacks):
    """The folder, read into the database."""
    with django_capture_on_commit_callbacks(execute=True):
        rapport = las_in(filer_i(mapp))
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    return mapp


def skicka_tva(user):
    """A notice, with letters to the two who have addresses, and an item and an annex added."""
    kallat = redo()
    till = valda(mottagare(kallat.mote), ())
    posta(skicka(kallat.mote, 1, byggt(kallat.mote).nyckel, till, user), "/", user)
    sent = skapa_arende("Sent ärende", har_skrivelse=False, forslag="att anta.")
    punkt_om(kallat.mote, 4, "", arende=sent, tillagd=True)
    ersatt_bilaga(
        kallat.bilagor[1], fil_som_bilaga(uppladdad("ny.pdf", bredd=120), "Ny karta"), None
    )
    kallat.mote.refresh_from_db()
    skicka(kallat.mote, 2, byggt(kallat.mote).nyckel, till, user)


def bilden():
    """The meeting and all that was sent to it, but for the keys."""
    mote = Mote.objects.get()
    paketen = mote.paket.order_by("nummer")
    bilagor = Paketbilaga.objects.order_by("paket__nummer", "forsta_sida")
    mottagarna = Mottagare.objects.order_by("paket__nummer", "person__namn")
    return (
        mote.status,
        mote.kallelsedatum,
        list(mote.punkter.order_by("ordning").values_list("ordning", "nummer", "tillagd")),
        [(p.nummer, p.skickat_at, p.sha256, p.sidor, utan_nycklar(p.innehall)) for p in paketen],
        list(bilagor.values_list("bilaga__titel", "nummer", "forsta_sida", "sidor", "sha256")),
        list(mottagarna.values_list("paket__nummer", "person__namn", "epost", "skickat_at", "fel")),
    )


def filen(mapp: Path, nr: int = 1, andelse: str = "json") -> Path:
    [fil] = (mapp / "motespaket").glob(f"fs-*-{nr}.{andelse}")
    return fil


def utan_nycklar(innehall):
    """What was sent, but for the keys of the database that it was sent from."""
    for rad in innehall["punkter"]:
        rad.pop("punkt")
        for bilaga in rad["bilagor"]:
            bilaga.pop("bilaga")
    innehall.pop("mote")
    return innehall


def test_fram_och_tillbaka(inlast, skrivet):
    assert bilden() == skrivet["bild"]
    status, _, nummer, paketen, bilagor, mottagarna = bilden()
    assert (status, len(paketen), len(bilagor), len(mottagarna)) == ("kallat", 2, 3, 12)
    assert [rad[1] for rad in nummer] == [1, 2, 3, 4]
    assert list(exporterade()) == skrivet["filer"]
    igen = las_in(filer_i(inlast))
    assert igen.sparad and (igen.antal_nya, igen.antal_andrade) == (0, 0)


def test_nycklarna_ar_den_nya_databasens(inlast):
    mote = Mote.objects.get()
    assert json.loads(filen(inlast).read_text())["innehall"]["mote"] is None
    for paket in mote.paket.all():
        assert filens_lage(paket) == (True, OFORANDRAD)
        papper = las(paket.innehall)
        assert papper.mote == mote.pk
        for rad in papper.punkter:
            assert mote.punkter.get(pk=rad.punkt).titel == rad.rubrik
            for bilaga in rad.bilagor:
                assert Arendebilaga.objects.get(pk=bilaga.bilaga).titel == bilaga.titel


def test_efter_inlasningen_laser_ledamoten_och_bilagorna_ar_lasta(inlast, ledamot_klient):
    mote, paket = Mote.objects.get(), Motespaket.objects.get(nummer=1)
    las_vyn = ledamot_klient.get(reverse("rapporter:las", args=[mote.pk]))
    assert las_vyn.status_code == 200 and "Delårsrapport" in las_vyn.content.decode()
    pdf = ledamot_klient.get(reverse("rapporter:motespaket_pdf", args=[paket.pk]))
    assert b"".join(pdf.streaming_content) == filen(inlast, andelse="pdf").read_bytes()
    for utskickad in Paketbilaga.objects.select_related("bilaga"):
        with pytest.raises(ValidationError, match="skickats ut"):
            ta_bort_bilaga(utskickad.bilaga, None)


def test_en_torrkorning_lamnar_inget(mapp):
    assert las_in(filer_i(mapp), torrkor=True).alla_fel == []
    assert not Motespaket.objects.exists()


def test_ingen_fil_andrar_det_skickade(inlast):
    fil = filen(inlast, 2)
    fil.write_text(fil.read_text().replace("Sent ärende", "Annat ärende"))
    [fel] = las_in(filer_i(inlast)).alla_fel
    assert fel.text == "Handlingarna är skickade och ändras inte."
    assert fel.plats.fil == f"motespaket/{fil.name}"


def test_ingen_fil_skickar_mer(inlast):
    data = json.loads(filen(inlast, 2).read_text()) | {"utskick": 3}
    tredje = filen(inlast, 2).with_name("fs-3.json")
    tredje.write_text(json.dumps(data))
    tredje.with_suffix(".pdf").write_bytes(filen(inlast, 2, "pdf").read_bytes())
    [fel] = las_in(filer_i(inlast)).alla_fel
    assert fel.text == "Mötets handlingar är skickade: lägg till fler på dess sida."
    assert not Motespaket.objects.filter(nummer=3).exists()


def _satt(fil, **andrat):
    fil.write_text(json.dumps(json.loads(fil.read_text()) | andrat))


def _byt(fil, fran, till):
    assert fran in fil.read_text()
    fil.write_text(fil.read_text().replace(fran, till))


@pytest.mark.parametrize(
    ("gor", "mening"),
    [
        (lambda m: filen(m, 1, "pdf").write_bytes(b"annan"), "är inte den som skickades."),
        (lambda m: filen(m, 1, "pdf").unlink(), "är inte den som skickades."),
        (lambda m: filen(m).write_text("{"), "Filen är inga skickade handlingar."),
        (lambda m: filen(m).write_text("[]"), "Filen är inga skickade handlingar."),
        (lambda m: _satt(filen(m), annat=1), "Filen är inga skickade handlingar."),
        (lambda m: _satt(filen(m), utskick="ett"), "Filen är inga skickade handlingar."),
        (lambda m: _satt(filen(m), skickat="2021-10-11"), "Filen är inga skickade handlingar."),
        (lambda m: _satt(filen(m), start="08:00"), "Mötet finns inte i moten.csv."),
        (lambda m: filen(m).unlink(), "som saknas i mappen."),
        (lambda m: _byt(filen(m), " ärende 2", " ärende 8"), "finns inte i punkter.csv."),
        (lambda m: _byt(filen(m), '"arende": "', '"arende": "9'), "finns inte i arendebilagor.csv"),
        (lambda m: _byt(filen(m), "Cia Ceder", "Cia Okänd"), "”Cia Okänd” finns inte i personer"),
    ],
)
def test_det_som_inte_ar_ett_paket(mapp, gor, mening):
    gor(mapp)
    rapport = las_in(filer_i(mapp))
    assert not rapport.sparad and not Motespaket.objects.exists()
    [fel] = rapport.alla_fel
    assert mening in fel.text and fel.plats.fil.startswith("motespaket/fs-")


def test_ett_mote_som_inte_ar_kallat_har_inga_handlingar(mapp):
    _byt(mapp / "moten.csv", "Kallat", "Planerat")
    texter = [fel.text for fel in las_in(filer_i(mapp)).alla_fel]
    assert texter == ["Mötet är inte kallat i moten.csv."] * 2
