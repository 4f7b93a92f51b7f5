"""Append-only in the database itself: the log, the history tables and what is kept for good
refuse UPDATE and DELETE.

This is the one place with SQL by hand, in both dialects. The triggers are laid after every
migrate, because SQLite loses them when a migration rebuilds a table and because a model that is
tracked from today gets its protection without anyone remembering it.
"""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections

from finsam.models import Sigill
from finsam.sigill import sparade_modeller

TEXT = "Historiken får inte ändras."

SQLITE = """CREATE TRIGGER IF NOT EXISTS {namn}_{vad} BEFORE {vad} ON {tabell}
BEGIN SELECT RAISE(ABORT, '{text}'); END"""

POSTGRES_FUNKTION = """CREATE OR REPLACE FUNCTION finsam_ror_ej() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION '{text}'; END $$"""
POSTGRES = """CREATE OR REPLACE TRIGGER {namn}_{vad} BEFORE {vad} ON {tabell}
FOR EACH {nar} EXECUTE FUNCTION finsam_ror_ej()"""
# SQLite has no TRUNCATE.
HANDELSER = {"UPDATE": "ROW", "DELETE": "ROW", "TRUNCATE": "STATEMENT"}


def lay_triggers(using: str = "default") -> None:
    """Lay the triggers on every history table that exists; those already there stay."""
    connection = connections[using]
    postgres = connection.vendor == "postgresql"
    finns = set(connection.introspection.table_names())
    modeller = (Sigill, *sparade_modeller(), *_skrivs_en_gang())
    tabeller = {m._meta.db_table for m in modeller} & finns
    with connection.cursor() as cursor:
        if postgres:
            cursor.execute(POSTGRES_FUNKTION.format(text=TEXT))
        for tabell in sorted(tabeller):
            for vad, nar in HANDELSER.items() if postgres else list(HANDELSER.items())[:2]:
                sql = POSTGRES if postgres else SQLITE
                namn = f"ror_ej_{tabell}"
                cursor.execute(sql.format(namn=namn, vad=vad, nar=nar, tabell=tabell, text=TEXT))


def _skrivs_en_gang() -> list[Any]:
    """Models whose rows are kept as they were written: their class says `skrivs_en_gang`."""
    return [m for m in apps.get_models() if getattr(m, "skrivs_en_gang", False)]


def after_migrate(sender: Any, using: str, **kwargs: Any) -> None:
    """Receiver of post_migrate."""
    if settings.HISTORIK_SKYDDAD:
        lay_triggers(using)
