"""Rows of the ledger into the database by the thousand: COPY on PostgreSQL, executemany on SQLite.

Made for the reading of a whole year inside one transaction. Nothing here checks what it is given.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.models import Model

from ekonomi.actions.objektregister import Objektregister
from ekonomi.models import Kontering, Rakenskapsar, Saldo, Sieuppgift, Verifikation
from ekonomi.sie.poster import Uppgift
from ekonomi.sie.poster import Verifikation as Verifikationspost
from ekonomi.sie.skriv import uppgiftsrad

BATCH = 5_000
Rad = tuple[Any, ...]

TABELL_VERIFIKATION = (
    Verifikation,
    "id rakenskapsar_id serie nummer ordning datum text registrerad signatur",
)
TABELL_KONTERING = (
    Kontering,
    "verifikation_id radnr slag konto_id kostnadsblock_id projekt_id objektlista belopp datum text"
    " kvantitet signatur",
)
Tabell = tuple[type[Model], str]  # the columns with a space between


class Sqlite:
    """Fast ways into SQLite, which keeps an amount as a number with a point."""

    def skriv(self, tabell: Tabell, rader: Sequence[Rad]) -> None:
        modell, kolumner = tabell[0], tabell[1].split()
        platser = ", ".join(["%s"] * len(kolumner))
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {modell._meta.db_table} ({', '.join(kolumner)}) VALUES ({platser})",
                rader,
            )

    def belopp(self, ore: int) -> float:
        """The nearest number, which is also what the text of the amount would become."""
        return ore / 100

    def nya_id(self, antal: int) -> Sequence[int]:
        """So many keys for Verifikation that nobody has; one transaction writes at a time."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {Verifikation._meta.db_table}")
            (storsta,) = cursor.fetchone()
        return range(storsta + 1, storsta + 1 + antal)


class Postgres:
    """Fast ways into PostgreSQL."""

    def skriv(self, tabell: Tabell, rader: Sequence[Rad]) -> None:
        modell, kolumner = tabell[0], tabell[1].split()
        with connection.cursor() as cursor:
            sats = f"COPY {modell._meta.db_table} ({', '.join(kolumner)}) FROM STDIN"
            with cursor.copy(sats) as kopiering:
                for rad in rader:
                    kopiering.write_row(rad)

    def belopp(self, ore: int) -> str:
        return f"{ore}e-2"

    def nya_id(self, antal: int) -> Sequence[int]:
        """So many keys for Verifikation out of its own sequence."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [Verifikation._meta.db_table, antal],
            )
            return [nyckel for (nyckel,) in cursor.fetchall()]


def databas() -> Sqlite | Postgres:
    return Postgres() if connection.vendor == "postgresql" else Sqlite()


@lru_cache(maxsize=4096)
def _iso(dag: Any) -> str | None:
    return dag.isoformat() if dag else None


class Laddning:
    """Takes the vouchers of one year one by one and writes them in batches; end with `skriv`."""

    def __init__(self, ar: Rakenskapsar, konton: dict[str, int], objekt: Objektregister) -> None:
        self.ar_id = ar.pk
        self.konton = konton
        self.objekt = objekt
        self.databas = databas()
        self.forsta_id: int | None = None
        self._verifikationer: list[Verifikationspost] = []
        self._antal = 0

    def ta(self, ver: Verifikationspost) -> bool:
        """Keep the voucher; True when a batch was full and has been written."""
        self._verifikationer.append(ver)
        self._antal += len(ver.rader)
        if self._antal < BATCH:
            return False
        self.skriv()
        return True

    def skriv(self) -> None:
        """Write what has been gathered since the last time."""
        nycklar = self.databas.nya_id(len(self._verifikationer))
        par = list(zip(nycklar, self._verifikationer, strict=True))
        if par and self.forsta_id is None:
            self.forsta_id = par[0][0]
        self.databas.skriv(TABELL_VERIFIKATION, [self._verifikation(*ett) for ett in par])
        self.databas.skriv(TABELL_KONTERING, list(self._konteringar(par)))
        self._verifikationer = []
        self._antal = 0

    def _verifikation(self, nyckel: int, ver: Verifikationspost) -> Rad:
        return (
            nyckel,
            self.ar_id,
            ver.serie,
            ver.nummer,
            int(ver.nummer) if ver.nummer.isdecimal() and len(ver.nummer) < 19 else 0,
            _iso(ver.datum),
            ver.text,
            _iso(ver.registrerad),
            ver.signatur,
        )

    def _konteringar(self, par: Iterable[tuple[int, Verifikationspost]]) -> Iterable[Rad]:
        konton, objekten, belopp = self.konton, self.objekt.nycklar, self.databas.belopp
        for nyckel, ver in par:
            for radnr, rad in enumerate(ver.rader, 1):
                slag, konto, objekt, ore, datum, text, kvantitet, signatur = rad
                block, projekt, lista = objekten(objekt)
                yield (
                    nyckel,
                    radnr,
                    slag,
                    konton[konto],
                    block,
                    projekt,
                    lista,
                    belopp(ore),
                    _iso(datum),
                    text,
                    kvantitet,
                    signatur,
                )


def skriv_uppgifter(ar: Rakenskapsar, uppgifter: Iterable[Uppgift]) -> None:
    """The file's records outside the vouchers, in its order."""
    rader = [(ar.pk, nr, uppgiftsrad(post)) for nr, post in enumerate(uppgifter)]
    databas().skriv((Sieuppgift, "rakenskapsar_id ordning post"), rader)


@contextmanager
def _stora_mangder() -> Iterator[CursorWrapper]:
    """A cursor for statements over a whole year that has just been written.

    PostgreSQL has no statistics of those rows yet and may take them for a handful.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_nestloop = off")
        yield cursor
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_nestloop = on")


def rensa(ar: Rakenskapsar, fore: int | None) -> None:
    """Take away what was read for the year: vouchers with a key below `fore` (None: all), the rest.

    The year itself stays, and so do its readings.
    """
    kontering, verifikation = Kontering._meta.db_table, Verifikation._meta.db_table
    gamla = "rakenskapsar_id = %s" + ("" if fore is None else " AND id < %s")
    parametrar = [ar.pk] if fore is None else [ar.pk, fore]
    with _stora_mangder() as cursor:
        cursor.execute(
            f"DELETE FROM {kontering} WHERE verifikation_id IN"
            f" (SELECT id FROM {verifikation} WHERE {gamla})",
            parametrar,
        )
        cursor.execute(f"DELETE FROM {verifikation} WHERE {gamla}", parametrar)
    Saldo.objects.filter(rakenskapsar=ar).delete()
    Sieuppgift.objects.filter(rakenskapsar=ar).delete()


MANAD = {
    "postgresql": "EXTRACT(MONTH FROM v.datum)::smallint",
    "sqlite": "CAST(SUBSTR(v.datum, 6, 2) AS INTEGER)",
}
# SQLite sums floating point: whole öre are summed, and the sum is made kronor once.
SUMMA = {
    "postgresql": "SUM(k.belopp)",
    "sqlite": "SUM(CAST(ROUND(k.belopp * 100) AS INTEGER)) / 100.0",
}


def skriv_ingaende(ar: Rakenskapsar, ingaende: Iterable[tuple[int, int]]) -> None:
    """Month 0 of the year's balance table, from pairs of account key and öre."""
    databasen = databas()
    rader = [(ar.pk, konto, 0, databasen.belopp(ore)) for konto, ore in ingaende]
    databasen.skriv((Saldo, "rakenskapsar_id konto_id manad belopp"), rader)


def rakna_rorelse(ar: Rakenskapsar) -> None:
    """Months 1-12 of the year's balance table, summed anew from its vouchers."""
    Saldo.objects.filter(rakenskapsar=ar, manad__gt=0).delete()
    manad, summa = MANAD[connection.vendor], SUMMA[connection.vendor]
    with _stora_mangder() as cursor:
        cursor.execute(
            f"INSERT INTO {Saldo._meta.db_table}"
            " (rakenskapsar_id, konto_id, manad, kostnadsblock_id, projekt_id, belopp)"
            f" SELECT %s, k.konto_id, {manad}, k.kostnadsblock_id, k.projekt_id, {summa}"
            f" FROM {Kontering._meta.db_table} k"
            f" JOIN {Verifikation._meta.db_table} v ON v.id = k.verifikation_id"
            " WHERE v.rakenskapsar_id = %s AND k.slag = 'trans'"
            f" GROUP BY k.konto_id, {manad}, k.kostnadsblock_id, k.projekt_id",
            [ar.pk, ar.pk],
        )
