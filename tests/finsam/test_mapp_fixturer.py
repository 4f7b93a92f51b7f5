"""Every association in fixtures/: in, out and in again; the second time nothing happens."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as projektet

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from finsam.models import Sigill
from tests.finsam.test_mapp_utskrift import rader, tom_databas

MAPPAR = sorted(fil.parent for fil in (projektet.BASE_DIR / "fixtures").glob("*/forbund.toml"))

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("mapp", MAPPAR, ids=lambda mapp: mapp.name)
def test_in_out_and_in_again(
    mapp: Path, tmp_path: Path, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.VAR_DIR = tmp_path / "var"
    # Files are kept once the reading holds.
    with django_capture_on_commit_callbacks(execute=True):
        rapport = las_in(filer_i(mapp))
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    handelser = Sigill.objects.count()
    igen = las_in(filer_i(mapp))
    assert igen.sparad and (igen.antal_nya, igen.antal_andrade) == (0, 0)
    assert Sigill.objects.count() == handelser
    fore, filer = rader(), list(exporterade())
    skriv_mapp(tmp_path / "ut", filer)
    tom_databas()
    settings.VAR_DIR = tmp_path / "igen"
    with django_capture_on_commit_callbacks(execute=True):
        rapport = las_in(filer_i(tmp_path / "ut"))
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    assert list(exporterade()) == filer
    assert rader() == fore
