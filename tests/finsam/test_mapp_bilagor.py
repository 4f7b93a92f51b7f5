"""The attachments of every room leave with the folder, and come back with it."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from finsam.bilagor import spara_bilaga
from finsam.mapp.bilagedel import Bilagedel
from finsam.mapp.delar import Tillfalle
from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from finsam.models import Anvandare
from insatser.models import Rekvisition, Rekvisitionsbilaga
from tests.insatser.exempel import insats


@pytest.fixture
def mapp(db: None, settings: Any, tmp_path: Path, kansli: Anvandare) -> Path:
    """The exported folder of an association with one file on two claims."""
    settings.VAR_DIR = tmp_path / "var"
    en = insats(12)
    for kvartal in (1, 2):
        rekvisition = Rekvisition.objects.create(insats=en, period=f"2024-K{kvartal}")
        fil = SimpleUploadedFile("Hyra å.txt", "Hyran för kvartalet.".encode())
        spara_bilaga(rekvisition, Rekvisitionsbilaga, fil, kansli)
    skriv_mapp(tmp_path / "ut", exporterade())
    return tmp_path / "ut"


def bilder() -> list[tuple[Any, ...]]:
    alla = Rekvisitionsbilaga.objects.order_by("agare__period")
    return [(b.agare.period, b.filnamn, b.sha256, b.storlek, b.uppladdad_at) for b in alla]


def las(mapp: Path, **val: Any) -> Any:
    return las_in([fil for fil in filer_i(mapp) if fil.namn.startswith("bilagor")], **val)


def test_mappen_har_en_lista_och_varje_fil_en_gang(mapp: Path) -> None:
    rader = (mapp / "bilagor.csv").read_text("utf-8-sig").splitlines()
    assert rader[0] == "Hör till;Rad;Filnamn;Fil;Uppladdad"
    assert [rad.split(";")[:3] for rad in rader[1:]] == [
        ["rekvisitioner", "12 / 2024-K1 / 1", "Hyra å.txt"],
        ["rekvisitioner", "12 / 2024-K2 / 1", "Hyra å.txt"],
    ]
    (fil,) = (mapp / "bilagor").iterdir()
    assert fil.suffix == ".txt" and fil.read_text() == "Hyran för kvartalet."


def test_fram_och_tillbaka(
    mapp: Path, tmp_path: Path, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    fore = bilder()
    Rekvisitionsbilaga.objects.all().delete()
    settings.VAR_DIR = tmp_path / "nytt"
    with django_capture_on_commit_callbacks(execute=True):
        rapport = las(mapp)
    assert rapport.sparad and rapport.antal_nya == 2, rapport.alla_fel
    # A folder tells the time to the second.
    assert [rad[:-1] for rad in bilder()] == [rad[:-1] for rad in fore]
    nar = [(ny[-1].replace(microsecond=0), g[-1]) for ny, g in zip(bilder(), fore, strict=True)]
    assert all(ny == g.replace(microsecond=0) for ny, g in nar)
    platser = [Path(b.fil.path) for b in Rekvisitionsbilaga.objects.all()]
    assert len(set(platser)) == 2
    assert {plats.read_text() for plats in platser} == {"Hyran för kvartalet."}
    assert las(mapp).antal_oforandrade == 2


def test_torrkorning_lamnar_inga_filer(
    mapp: Path, tmp_path: Path, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    Rekvisitionsbilaga.objects.all().delete()
    settings.VAR_DIR = tmp_path / "nytt"
    with django_capture_on_commit_callbacks(execute=True):
        assert las(mapp, torrkor=True).antal_nya == 2
    assert not (tmp_path / "nytt").exists() and not Rekvisitionsbilaga.objects.exists()


@pytest.mark.parametrize(
    ("byt", "mot", "felet"),
    [
        ("2024-K1 / 1", "2024-K3 / 1", "Raden ”12 / 2024-K3 / 1” finns inte i rekvisitioner."),
        ("rekvisitioner;12 / 2024-K1", "medlemmar;12 / 2024-K1", "”medlemmar” har inga bilagor."),
        (".txt;2", "x.txt;2", "saknas i mappen."),
        ("Hyra å.txt", "Hyra å.exe", "Hyra å.exe: Filtypen .exe tillåts inte."),
        ("Filnamn", "Namn", "Filen saknar kolumnen ”Filnamn”."),
    ],
)
def test_fel_sags_med_rad(mapp: Path, byt: str, mot: str, felet: str) -> None:
    lista = mapp / "bilagor.csv"
    lista.write_text(lista.read_text("utf-8-sig").replace(byt, mot), "utf-8")
    fel = [str(ett) for ett in las(mapp).alla_fel]
    assert any(felet in ett for ett in fel), fel


def test_filer_utan_lista(mapp: Path) -> None:
    (mapp / "bilagor.csv").unlink()
    (rapport,) = Bilagedel().las_in(
        [fil for fil in filer_i(mapp) if fil.namn.startswith("bilagor/")], Tillfalle()
    )
    assert "bilagor.csv saknas" in str(rapport.fel[0])
