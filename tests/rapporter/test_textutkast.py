"""What is typed and not saved: kept for the one who types, and no part of the report."""

import pytest
from django.test import Client

from finsam.choices import Roll
from finsam.rapporter import pdfforrad
from finsam.rapporter.models import Textblock, Textutkast
from tests.rapporter.databas import lagg_upp

SIDA = "/rapporter/arsredovisning/2019/"
TEXT = f"{SIDA}text/personal/"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forbund(settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path
    lagg_upp()
    monkeypatch.setattr(pdfforrad, "bestall", lambda html: "0" * 64)


def _autospara(klient: Client, text: str, version: int = 0):
    data = {"innehall": text, "version": version}
    return klient.post(f"{TEXT}utkast/", data, headers={"HX-Request": "true"})


def _spara(klient: Client, text: str, version: int = 0):
    return klient.post(TEXT, {"innehall": text, "version": version})


def test_autosave_answers_with_the_preview(ekonom_klient: Client) -> None:
    sida = _autospara(ekonom_klient, "Vi var 5. {okand|kr}").content.decode()
    assert "Utkastet sparades" in sida
    assert "Obunden siffra" in sida and "Okänd siffra" in sida


def test_autosave_leaves_the_report_as_it_was(ekonom_klient: Client) -> None:
    _spara(ekonom_klient, "Som det står.")
    _autospara(ekonom_klient, "Halvskriv", version=1)
    block = Textblock.objects.get()
    assert (block.innehall, block.version, block.history.count()) == ("Som det står.", 1, 1)
    sida = ekonom_klient.get(SIDA).content.decode()
    assert "Som det står." in sida and "Halvskriv" not in sida


def test_the_draft_is_there_for_its_writer_and_nobody_else(klient) -> None:
    _spara(klient(Roll.KANSLI), "Som det står.")
    _autospara(klient(Roll.EKONOM), "Halvskrivet", version=1)
    egen = klient(Roll.EKONOM).get(TEXT).content.decode()
    assert "Halvskrivet" in egen and "Du har ett osparat utkast från" in egen
    andras = klient(Roll.KANSLI).get(TEXT).content.decode()
    assert "Som det står.</textarea>" in andras and "osparat utkast" not in andras


def test_saving_takes_the_draft_away(ekonom_klient: Client) -> None:
    _autospara(ekonom_klient, "Färdig")
    _autospara(ekonom_klient, "Färdigt.")
    assert Textutkast.objects.get().innehall == "Färdigt."
    _spara(ekonom_klient, "Färdigt.")
    assert Textblock.objects.get().innehall == "Färdigt."
    assert not Textutkast.objects.exists()


def test_a_draft_can_be_thrown_away(klient) -> None:
    _autospara(klient(Roll.EKONOM), "Mitt")
    _autospara(klient(Roll.KANSLI), "Ditt")
    svar = klient(Roll.EKONOM).post(f"{TEXT}kasta/")
    assert svar.status_code == 302 and svar.url == TEXT
    assert Textutkast.objects.get().innehall == "Ditt"
    assert klient(Roll.REVISOR).post(f"{TEXT}kasta/").status_code == 404


def test_a_draft_on_an_older_version_shows_both_texts(klient) -> None:
    _autospara(klient(Roll.EKONOM), "Ekonomens utkast.")
    _spara(klient(Roll.KANSLI), "Kansliets text.")
    assert _spara(klient(Roll.EKONOM), "Ekonomens utkast.").status_code == 409
    sida = klient(Roll.EKONOM).get(TEXT).content.decode()
    assert "<pre>Kansliets text.</pre>" in sida and "Ekonomens utkast.</textarea>" in sida
    # Whoever has seen both saves on top of the newest.
    assert 'name="version" value="1"' in sida
    assert _spara(klient(Roll.EKONOM), "Bådas text.", version=1).status_code == 302
