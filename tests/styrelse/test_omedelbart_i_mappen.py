"""§§ approved at once leave with the folder and come back the same; a file changes none."""

from datetime import date
from typing import Any

import pytest

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import skriv_mapp
from styrelse.actions.omedelbart import ansla
from styrelse.actions.paragrafer import ge_paragrafer
from styrelse.imports.omedelbart import OMEDELBART
from styrelse.models import Anslag, Beslut, Mote, Omedelbarjustering, Paragrafunderskrift
from tests.styrelse import exempelprotokoll as ex
from tests.styrelse.exempelsittning import sittande

pytestmark = pytest.mark.django_db
DAG = date(2024, 3, 21)
LAST = "Kallelsen är skickad: ändra mötet på dess sida."


def ut(mapp: Any) -> dict[str, bytes]:
    mapp.mkdir(exist_ok=True)
    filer = [fil for del_ in OMEDELBART for fil in del_.exportera()]
    skriv_mapp(mapp, filer)
    return {fil.namn: fil.innehall for fil in filer}


@pytest.fixture
def utskrivet(tmp_path: Any) -> dict[str, bytes]:
    rad = ex.omedelbart_justerad(DAG, DAG)
    ansla(rad.punkt.mote, [rad], date(2024, 3, 22), "Tavlan", "Kansliet", None)
    return ut(tmp_path / "ut")


def las(tmp_path: Any) -> Any:
    return las_in(filer_i(tmp_path / "ut"))


def test_fram_och_tillbaka(tmp_path: Any, utskrivet: dict[str, bytes]) -> None:
    assert "AU § 1/2024" in utskrivet["paragrafanslag.csv"].decode()
    for modell in (Anslag, Omedelbarjustering, Paragrafunderskrift):
        modell._default_manager.get().delete()
    # As in a whole folder, where the meeting comes with the same reading.
    mote = Mote.objects.get()
    mote.status = "planerat"
    mote.save()
    svar = las(tmp_path)
    assert (svar.alla_fel, svar.antal_nya) == ([], 3)
    assert ut(tmp_path / "igen") == utskrivet
    assert las(tmp_path).antal_oforandrade == 3


def test_det_som_har_undertecknats_i_programmet_kommer_tillbaka(tmp_path: Any) -> None:
    """Two signatures, of the § alone, and the text that was frozen with the last of them."""
    ett = sittande(status="hallet")
    ge_paragrafer(ett.mote, None)
    ett.narvarar("Anna", "Bo", "Cia")
    ett.leds()
    ord_ = {"utfall": "bifall", "text": "att anta den", "omedelbart": True}
    Beslut.objects.create(punkt=ett.punkter[1], **ord_)
    ett.justerar_omedelbart()
    skrivet = ut(tmp_path / "ut")
    for modell in (Omedelbarjustering, Paragrafunderskrift):
        for rad in modell._default_manager.all():
            rad.delete()
    ett.mote.status = "planerat"
    ett.mote.save()
    svar = las(tmp_path)
    assert (svar.alla_fel, svar.antal_nya) == ([], 3)
    assert ut(tmp_path / "igen") == skrivet


@pytest.mark.parametrize(
    ("fil", "fran", "till"),
    [
        ("paragrafunderskrifter", "2024-03-21", "2024-03-20"),
        ("omedelbart_justerade", "2024-03-21;", "2024-03-20;"),
        ("paragrafanslag", "Tavlan", "Dörren"),
    ],
)
def test_ingen_fil_andrar_det_justerade(
    tmp_path: Any, utskrivet: dict[str, bytes], fil: str, fran: str, till: str
) -> None:
    vag = tmp_path / "ut" / f"{fil}.csv"
    text = vag.read_text(encoding="utf-8-sig")
    assert fran in text
    vag.write_text(text.replace(fran, till))
    assert [LAST in str(fel) for fel in las(tmp_path).alla_fel] == [True]


def test_innehallet_ar_paragrafens(tmp_path: Any, utskrivet: dict[str, bytes]) -> None:
    """A text that somebody has changed in the file is not the one with that hash."""
    for modell in (Anslag, Omedelbarjustering):
        modell._default_manager.get().delete()
    mote = Mote.objects.get()
    mote.status = "planerat"
    mote.save()
    vag = tmp_path / "ut" / "omedelbart_justerade.csv"
    vag.write_text(vag.read_text(encoding="utf-8-sig").replace("anta planen", "riva planen"))
    felen = " ".join(str(fel) for fel in las(tmp_path).alla_fel)
    assert "Kontrollsumman är inte innehållets." in felen
