"""Attachments in and out: limits, duplicates, storage and what the browser is told."""

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from finsam.bilagor import BilagorForm, bilagesvar, spara_bilaga, ta_bort_bilaga
from finsam.models import Anvandare
from finsam.uppladdningsgrans import STORSTA_ANROP
from insatser.models import Rekvisition, Rekvisitionsbilaga
from tests.insatser.exempel import insats

TEXT = "Underlag för kvartalet.".encode()


@pytest.fixture
def rekvisition(db: None, settings: Any, tmp_path: Path) -> Rekvisition:
    settings.VAR_DIR = tmp_path
    return Rekvisition.objects.create(insats=insats(), period="2024-K1")


def fil(namn: str = "underlag.txt", innehall: bytes = TEXT) -> SimpleUploadedFile:
    return SimpleUploadedFile(namn, innehall)


def test_sparas_utanfor_webben_efter_sitt_innehall(
    rekvisition: Rekvisition, kansli: Anvandare, tmp_path: Path
) -> None:
    bilaga = spara_bilaga(rekvisition, Rekvisitionsbilaga, fil(r"C:\hemma\underlag.txt"), kansli)
    plats = Path(bilaga.fil.path)
    assert (bilaga.filnamn, bilaga.storlek, bilaga.uppladdad_av) == ("underlag.txt", 24, kansli)
    assert plats.is_relative_to(tmp_path / "bilagor") and plats.name == bilaga.sha256
    assert plats.read_bytes() == TEXT
    assert plats.stat().st_mode & 0o077 == 0


def test_samma_innehall_bifogas_en_gang(rekvisition: Rekvisition, kansli: Anvandare) -> None:
    spara_bilaga(rekvisition, Rekvisitionsbilaga, fil(), kansli)
    with pytest.raises(ValidationError, match="Filen är redan bifogad"):
        spara_bilaga(rekvisition, Rekvisitionsbilaga, fil("annat-namn.txt"), kansli)


def test_samma_innehall_hos_tva_agare_ar_tva_filer(
    rekvisition: Rekvisition, kansli: Anvandare, django_capture_on_commit_callbacks: Any
) -> None:
    annan = Rekvisition.objects.create(insats=rekvisition.insats, period="2024-K2")
    forsta = spara_bilaga(rekvisition, Rekvisitionsbilaga, fil(), kansli)
    andra = spara_bilaga(annan, Rekvisitionsbilaga, fil(), kansli)
    with django_capture_on_commit_callbacks(execute=True):
        ta_bort_bilaga(forsta)
    assert not Path(forsta.fil.path).exists()
    assert Path(andra.fil.path).read_bytes() == TEXT


def test_filen_foljer_med_nar_agaren_tas_bort(
    rekvisition: Rekvisition, kansli: Anvandare, django_capture_on_commit_callbacks: Any
) -> None:
    plats = Path(spara_bilaga(rekvisition, Rekvisitionsbilaga, fil(), kansli).fil.path)
    with django_capture_on_commit_callbacks(execute=True):
        rekvisition.delete()
    assert not plats.exists()


@pytest.mark.parametrize(
    ("storlek", "fel"),
    [
        (10_000_000, ""),
        (10_000_001, "a.txt: Filen är 10,1 MB; högst 10 MB tas emot."),
        (12_000_000, "a.txt: Filen är 12,0 MB; högst 10 MB tas emot."),
    ],
)
def test_storsta_fil(storlek: int, fel: str) -> None:
    form = BilagorForm({}, {"filer": [fil("a.txt", b"a" * storlek)]})
    assert form.errors.get("filer", []) == ([fel] if fel else [])


def test_utan_fil() -> None:
    assert not BilagorForm({}, {}).is_valid()


def test_hamtas_som_fil_och_aldrig_som_sida(rekvisition: Rekvisition, kansli: Anvandare) -> None:
    bilaga = spara_bilaga(rekvisition, Rekvisitionsbilaga, fil("rapport å.txt"), kansli)
    svar = bilagesvar(bilaga)
    assert b"".join(svar.streaming_content) == TEXT  # type: ignore[arg-type]
    assert svar["Content-Type"] == "text/plain"
    assert svar["Content-Disposition"] == "attachment; filename*=utf-8''rapport%20%C3%A5.txt"
    assert svar["X-Content-Type-Options"] == "nosniff"
    svar.close()


def test_for_stort_anrop_lases_inte(db: None, utloggad: Client) -> None:
    svar = utloggad.post(
        reverse("account_login"),
        {"fil": fil()},
        headers={"content-length": str(STORSTA_ANROP + 1)},
    )
    assert svar.status_code == 400
