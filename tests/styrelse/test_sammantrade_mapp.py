"""A held meeting leaves with the folder and comes back the same; a file changes none that is."""

from datetime import time
from pathlib import Path
from typing import Any

import pytest

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from finsam.models import Anvandare, Forbund
from styrelse.actions import behandling, narvaro, sittning, votering
from styrelse.actions.motesroller import valj
from styrelse.imports.sammantrade import SAMMANTRADET
from styrelse.models import (
    Arende,
    Beslut,
    Delarende,
    Franvaro,
    Jav,
    Justering,
    Mote,
    Narvaro,
    Paragraf,
    Punkt,
    Rost,
    Uppdrag,
    Votering,
    Yttrande,
)
from tests.styrelse.exempelsittning import sittande

pytestmark = pytest.mark.django_db
RADER = (Rost, Votering, Yttrande, Beslut, Jav, Franvaro, Narvaro, Justering, Paragraf)
FORE = ("moten", "arenden", "delarenden", "punkter", "uppdrag", "medlemmar", "personer")
FILER = (*FORE, *(fil.namn for fil in SAMMANTRADET))


@pytest.fixture
def mapp(tmp_path: Path, settings: Any, kansli: Anvandare) -> Path:
    """The folder of a meeting where everything happened that can."""
    settings.VAR_DIR = tmp_path / "var"
    ett = sittande()
    forbund = Forbund.objects.get()
    forbund.distans_fran = "2023-01-01"
    forbund.save()
    arende = ett.punkter[1].arende
    assert arende is not None
    del_ = Delarende.objects.create(arende=arende, ordning=1, rubrik="A", forslag="att dela")
    ett.mote.distans = True
    ett.mote.save()
    mote = sittning.oppna(ett.mote, time(9, 2), 45, kansli)
    ett.narvarar("Anna", "Bo", "Eva")
    narvaro.satt_narvaro(mote, ett.personer["Cia"], "distans", kansli)
    narvaro.adjungera(mote, "Karin Kvist", "Utredare", "plats", kansli)
    anna = mote.narvaro.get(person=ett.personer["Anna"])
    narvaro.satt_franvaro(anna, ett.punkter[0], ett.punkter[1], time(9, 20), kansli)
    punkt, bo = ett.punkter[1], ett.personer["Bo"]
    valj(mote, {"ordforande": [ett.personer["Anna"]], "justerare": [bo]}, kansli)
    behandling.anmal_jav(punkt, ett.personer["Cia"], "Närstående", kansli)
    behandling.yttra(punkt, bo, "yrkande", "Avslag;\npå allt", kansli)
    for delen in (None, del_):
        ord_ = behandling.Beslutsord("andrat", "att dela\natt glädjas", "att dela", "Därför")
        behandling.spara_beslut(punkt, delen, ord_, kansli)
        ett_val = votering.begar(punkt, delen, "bifall", "avslag", kansli)
        votering.rosta(ett_val, bo, "nej", kansli)
    beslut = Beslut.objects.get(delarende=None)
    beslut.underlag = {"belopp": "100.50", "år": ["2024"]}
    beslut.save()
    (tmp_path / "ut").mkdir()
    skriv_mapp(tmp_path / "ut", exporterade())
    return tmp_path / "ut"


def las(mapp: Path) -> Any:
    return las_in([fil for fil in filer_i(mapp) if fil.namn.removesuffix(".csv") in FILER])


def innehall(mapp: Path) -> dict[str, bytes]:
    namnen = [f"{namn}.csv" for namn in FILER]
    return {fil.namn: fil.innehall() for fil in filer_i(mapp) if fil.namn in namnen}


def _rader() -> dict[str, list[Any]]:
    utan = {"id", "registrerat_av"}
    return {
        m.__name__: sorted(
            [str({k: str(v) for k, v in rad.items() if k not in utan and not k.endswith("_id")})]
            for rad in m._default_manager.values()
        )
        for m in RADER
    }


def test_fram_och_tillbaka(mapp: Path, tmp_path: Path) -> None:
    fore, filer = _rader(), innehall(mapp)
    assert all(f"{fil.namn}.csv" in filer for fil in SAMMANTRADET)
    for modell in (*RADER, Punkt, Mote, Delarende, Arende, Uppdrag):
        for rad in modell._default_manager.order_by("pk"):
            rad.delete()
    rapport = las(mapp)
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    assert _rader() == fore
    (tmp_path / "igen").mkdir()
    skriv_mapp(tmp_path / "igen", exporterade())
    assert innehall(tmp_path / "igen") == filer
    assert las(mapp).antal_nya == 0


@pytest.mark.parametrize(
    ("fil", "fran", "till"),
    [
        ("motesbeslut.csv", "att glädjas", "att gråta"),
        ("roster.csv", "Nej", "Ja"),
        ("narvaro.csv", "Utredare", "Chef"),
        ("jav.csv", "Närstående", "Vän"),
        ("justeringar.csv", "Justerare", "Sekreterare"),
        ("franvaro.csv", "09.20", "09.25"),
        ("yttranden.csv", "på allt", "på inget"),
    ],
)
def test_en_fil_andrar_inget_justerat_mote(mapp: Path, fil: str, fran: str, till: str) -> None:
    mote = Mote.objects.get()
    mote.status = "justerat"
    mote.save()
    vag = mapp / fil
    text = vag.read_text(encoding="utf-8-sig")
    assert fran in text
    vag.write_text(text.replace(fran, till), encoding="utf-8")
    rapport = las_in([f for f in filer_i(mapp) if f.namn == fil])
    assert not rapport.sparad
    assert any("Protokollet är justerat" in str(fel) for fel in rapport.alla_fel)
