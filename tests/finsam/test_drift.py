"""What operation relies on: the health page, the length of a login, settings, static files."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings as installningar
from django.contrib.auth import SESSION_KEY
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import caches
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client, override_settings

from finsam.sessioner import SENAST

HALSA = "/halsa/"


def test_halsan_ar_god_utan_inloggning(utloggad: Client, db: None) -> None:
    svar = utloggad.get(HALSA)
    assert svar.status_code == 200
    assert svar.json() == {"databas": "ok", "migreringar": "ok"}
    assert "no-store" in svar["Cache-Control"]


def test_vantande_migrering_ar_inte_halsa(
    utloggad: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *a: [("en", False)])
    svar = utloggad.get(HALSA)
    assert (svar.status_code, svar.json()["migreringar"]) == (503, "väntar")


def test_stum_databas_ar_inte_halsa(utloggad: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def tyst(*args: Any) -> None:
        raise DatabaseError("hemlig adress")

    monkeypatch.setattr(MigrationExecutor, "__init__", tyst)
    svar = utloggad.get(HALSA)
    assert svar.status_code == 503
    assert b"hemlig" not in svar.content


def test_session_slutar_en_timme_efter_sista_sidan(kansli_klient: Client) -> None:
    assert kansli_klient.session.get_expiry_age() <= 60 * 60
    session = kansli_klient.session
    session[SENAST] -= 61
    session.save()
    fore = session[SENAST]
    kansli_klient.get(HALSA)
    assert kansli_klient.session[SENAST] >= fore + 61


def test_sidvisning_inom_minuten_skriver_inte(
    kansli_klient: Client, django_assert_num_queries: Any
) -> None:
    # The session, the user and the association's name in the page's header: all three read.
    with django_assert_num_queries(3):
        kansli_klient.get("/finns-inte/")


def test_session_slutar_tio_timmar_efter_inloggningen(
    kansli_klient: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    nu = kansli_klient.session[SENAST]
    monkeypatch.setattr("finsam.sessioner.time.time", lambda: nu + 10 * 3600 - 1)
    kansli_klient.get(HALSA)
    assert SESSION_KEY in kansli_klient.session
    monkeypatch.setattr("finsam.sessioner.time.time", lambda: nu + 10 * 3600)
    kansli_klient.get(HALSA)
    assert SESSION_KEY not in kansli_klient.session


DRIFT = """
import django; django.setup()
from django.conf import settings as s
from django.core.management import call_command
call_command("check", deploy=True, fail_level="WARNING")
print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.SECURE_SSL_REDIRECT)
"""


def test_check_deploy_ar_ren_i_drift(tmp_path: Path) -> None:
    miljo = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "finsam.settings",
        "SECRET_KEY": "en-hemlighet-av-den-langd-som-drift-kraver-0123456789-abcdef",
        "VAR_DIR": str(tmp_path),
    }
    svar = subprocess.run(
        [sys.executable, "-W", "error", "-c", DRIFT],
        cwd=installningar.BASE_DIR,
        env=miljo,
        capture_output=True,
        text=True,
    )
    assert svar.returncode == 0, svar.stderr
    assert svar.stdout.split()[-4:] == ["__Host-session", "__Host-csrf", "True", "True"]


def test_drift_utan_hemlighet_startar_inte(tmp_path: Path) -> None:
    svar = subprocess.run(
        [sys.executable, "-c", "import finsam.settings"],
        cwd=installningar.BASE_DIR,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
    )
    assert svar.returncode != 0
    assert "SECRET_KEY" in svar.stderr


def test_alla_hanvisningar_mellan_statiska_filer_loser_sig(tmp_path: Path) -> None:
    hashade = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
    lager = {**installningar.STORAGES, "staticfiles": {"BACKEND": hashade}}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=lager):
        call_command("collectstatic", interactive=False, verbosity=0)
        assert staticfiles_storage.url("css/app.css") != "/static/css/app.css"


@pytest.mark.django_db
def test_migreringen_ger_databascachen_dess_tabell() -> None:
    from finsam import settings as drift

    migrering = import_module("finsam.migrations.0002_cachetabell")
    with override_settings(CACHES=drift.CACHES):
        migrering.create(None, SimpleNamespace(connection=connection))
        caches["default"].set("a", 1)
        assert caches["default"].get("a") == 1
