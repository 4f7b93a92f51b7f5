"""The folder's forecasts: read, written back, and locked once they are laid."""

from pathlib import Path

import pytest

from ekonomi.models import Prognos
from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from tests.finsam.mappexempel import FILER, skriv

pytestmark = pytest.mark.django_db

RUBRIKER, *RADER = FILER["prognoser.csv"].splitlines()
LAGD = "Prognos 2019, version 1 är lagd och ändras inte. Gör en ny version i stället."


def fel(mapp: Path, *rader: str) -> list[str]:
    """What refuses a file of these rows, after the folder has been read."""
    if not Prognos.objects.exists():
        assert las_in(filer_i(skriv(mapp))).sparad
    text = "\n".join((RUBRIKER, *rader))
    return [str(ett) for ett in las_in(filer_i(skriv(mapp, {"prognoser.csv": text}))).alla_fel]


def test_versionerna_med_sina_poster(tmp_path: Path) -> None:
    assert las_in(filer_i(skriv(tmp_path))).sparad
    utkast, lagd = Prognos.objects.filter(verksamhetsar=2019)
    assert (lagd.status, str(lagd.utfall_tom), lagd.kommentar) == (
        "lagd",
        "2019-04-30",
        "Efter första tertialet",
    )
    assert [(p.konto.nummer, p.belopp, p.kommentar) for p in lagd.poster.all()] == [
        ("3000", 2_000_000, ""),
        ("4000", -550_000, "Sen start"),
    ]
    assert (utkast.last, utkast.utfall_tom) == (False, None)


def test_samma_fil_igen_andrar_ingenting(tmp_path: Path) -> None:
    assert fel(tmp_path, *RADER) == []
    assert Prognos.history.count() == 2


@pytest.mark.parametrize(
    ("rad", "mening"),
    [
        (RADER[0].replace("2 000 000", "1 900 000"), LAGD),
        (RADER[0].replace("Lagd", "Utkast"), LAGD),
        (RADER[0].replace("3000;;;2 000 000", "1930;;;5"), LAGD),
        (
            RADER[2].replace("Utkast", "Lagd"),
            "Prognos 2019, version 2 finns redan: lägg den på dess sida.",
        ),
        (
            RADER[2].replace("2019-09-10;", "2019-09-10;2019-09-30"),
            "Prognosen kan inte bygga på utfall efter dagen då den upprättades.",
        ),
        (RADER[2].replace("3000", "3999"), "Kontot 3999 finns inte i kontoplanen."),
    ],
)
def test_det_som_ar_lagt_ar_last(tmp_path: Path, rad: str, mening: str) -> None:
    (ett,) = fel(tmp_path, rad)
    assert mening in ett


def test_ett_utkast_far_andras(tmp_path: Path) -> None:
    assert fel(tmp_path, RADER[2].replace("2 000 000", "1 950 000")) == []
    assert Prognos.objects.get(version=2).poster.get().belopp == 1_950_000
