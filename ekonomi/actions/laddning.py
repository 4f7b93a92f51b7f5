"""A year's ledger into the database, and out of it again when another takes its place."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache

from django.db import connection
from django.db.backends.utils import CursorWrapper

from ekonomi.actions.databas import TABELL_VERIFIKATION, Rad, databas
from ekonomi.actions.objektregister import Objektregister, Radnycklar
from ekonomi.models import Kontering, Rakenskapsar, Saldo, Sieuppgift, Verifikation
from ekonomi.sie.poster import Uppgift
from ekonomi.sie.poster import Verifikation as Verifikationspost
from ekonomi.sie.skriv import uppgiftsrad

BATCH = 20_000


@lru_cache(maxsize=4096)
def _iso(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


class Laddning:
    """Takes the vouchers of one year one by one; end with `skriv`, or `avbryt` after a failure.

    Between `ta` and `skriv` the connection may be busy with the rows: ask nothing else of it.
    """

    def __init__(self, ar: Rakenskapsar, konton: dict[str, int], objekt: Objektregister) -> None:
        self.ar_id = ar.pk
        self.konton = konton
        self.objekt = objekt
        self.databas = databas()
        self.forsta_id: int | None = None
        self._lediga: Iterator[int] = iter(())
        self._nycklar: dict[str, Radnycklar] = {}
        self._verifikationer: list[Rad] = []
        self._antal = 0

    def ta(self, ver: Verifikationspost) -> bool:
        """Take the voucher; True when a batch was full and has been written."""
        nyckel = next(self._lediga, None)
        if nyckel is None:
            self.skriv()
            self._lediga = iter(self.databas.nya_id(BATCH))
            nyckel = next(self._lediga)
        if self.forsta_id is None:
            self.forsta_id = nyckel
        self._verifikationer.append(self._verifikation(nyckel, ver))
        self._konteringar(nyckel, ver)
        self._antal += len(ver.rader)
        if self._antal < BATCH:
            return False
        self.skriv()
        return True

    def skriv(self) -> None:
        """Write what has been gathered since the last time; the connection is free after this."""
        self.databas.stang()
        self.databas.skriv(TABELL_VERIFIKATION, self._verifikationer)
        self._verifikationer = []
        self._antal = 0

    def avbryt(self) -> None:
        self.databas.avbryt()

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

    def _konteringar(self, nyckel: int, ver: Verifikationspost) -> None:
        konton, nycklar, i_databasen = self.konton, self._nycklar, self.databas.belopp
        skriv_rad = self.databas.ta_emot()
        verdatum, iso = ver.datum, _iso(ver.datum)
        for radnr, rad in enumerate(ver.rader, 1):
            slag, konto, lista, ore, datum, text, kvantitet, signatur = rad
            if lista not in nycklar:
                skriv_rad = self._nya_objekt(lista)
            block, projekt = nycklar[lista]
            skriv_rad(
                (
                    nyckel,
                    radnr,
                    slag,
                    konton[konto],
                    block,
                    projekt,
                    lista,
                    i_databasen(ore),
                    iso if datum is verdatum else _iso(datum),
                    text,
                    kvantitet,
                    signatur,
                )
            )

    def _nya_objekt(self, lista: str) -> Callable[[Rad], None]:
        """Look up the objects of a list that no row has had before; make those that nobody named.

        Gives what takes the rows from now on.
        """
        if not self.objekt.kanner(lista):
            self.databas.stang()
        self._nycklar[lista] = self.objekt.nycklar(lista)
        return self.databas.ta_emot()


def skriv_uppgifter(ar: Rakenskapsar, uppgifter: Iterable[Uppgift]) -> None:
    """The file's records outside the vouchers, in its order."""
    rader = [(ar.pk, nr, uppgiftsrad(post)) for nr, post in enumerate(uppgifter)]
    databas().skriv((Sieuppgift, "rakenskapsar_id ordning post"), rader)


@contextmanager
def _stora_mangder() -> Iterator[CursorWrapper]:
    """A cursor for statements over a whole year that has just been written.

    PostgreSQL has no statistics of those rows yet and may take them for a handful; what it sorts
    and groups should have room in memory.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_nestloop = off; SET LOCAL work_mem = '64MB'")
        yield cursor
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_nestloop = on; SET LOCAL work_mem TO DEFAULT")


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
