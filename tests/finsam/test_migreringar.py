"""The migrations make the very tables that the models say.

The suite makes its databases straight from the models, which is many times faster; here an empty
database is migrated as an installation is, and the two are laid side by side.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

NAMN = f"finsam_migrerad_{os.getpid()}"


@pytest.fixture
def adress(tmp_path: Path) -> Iterator[str]:
    """The address of an empty database of the kind that the suite runs on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path / 'migrerad.sqlite3'}"
        return
    varden = connection.settings_dict
    dsn = {"host": varden["HOST"], "user": varden["USER"], "password": varden["PASSWORD"]}
    with psycopg.connect(**dsn, dbname="postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{NAMN}"')
        yield f"postgres://{varden['USER']}:{varden['PASSWORD']}@/{varden['HOST']}/{NAMN}"
        server.execute(f'DROP DATABASE "{NAMN}" WITH (FORCE)')


def schema(databas: BaseDatabaseWrapper) -> dict[str, tuple[dict[str, str], set[str]]]:
    """Each table of our rooms: its columns with their types, and the names of its rules.

    Tables of the libraries follow their own migrations.
    """
    rummen = {"finsam", "styrelse", "insatser", "ekonomi", "uppfoljning"}
    modeller = apps.get_models(include_auto_created=True)
    tabeller = {m._meta.db_table for m in modeller if m.__module__.split(".")[0] in rummen}
    egna = {regel.name for modell in apps.get_models() for regel in modell._meta.constraints}
    inspektion = databas.introspection
    with databas.cursor() as cursor:
        return {
            tabell.name: (
                {
                    kolumn.name: f"{kolumn.type_code} {kolumn.null_ok}"
                    for kolumn in inspektion.get_table_description(cursor, tabell.name)
                },
                egna & set(inspektion.get_constraints(cursor, tabell.name)),
            )
            for tabell in inspektion.get_table_list(cursor)
            if tabell.name in tabeller
        }


@pytest.mark.django_db
def test_migreringarna_ger_modellernas_tabeller(adress: str) -> None:
    miljo = {**os.environ, "DATABASE_URL": adress}
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "-v0"],
        cwd=settings.BASE_DIR,
        env=miljo,
        check=True,
    )
    fore = schema(connection)
    kopia = connection.copy(alias="migrerad")
    kopia.settings_dict = {**connection.settings_dict, "NAME": _namn(adress)}
    connections["migrerad"] = kopia
    try:
        efter = schema(kopia)
    finally:
        kopia.close()
        del connections["migrerad"]
    assert len(efter) > 100
    assert efter == fore


def _namn(adress: str) -> str:
    return adress.removeprefix("sqlite:///") if connection.vendor == "sqlite" else NAMN
