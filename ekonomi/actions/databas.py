"""Rows by the thousand into either database: COPY on PostgreSQL, executemany on SQLite.

Made for the reading of a whole year inside one transaction. Nothing here checks what it is given,
and nothing is written to the history: the reading itself is the act that is kept there.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from typing import Any

from django.db import DatabaseError, connection
from django.db.models import Model

from ekonomi.models import Kontering, Verifikation

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

    def __init__(self) -> None:
        self._konteringar: list[Rad] = []
        with connection.cursor() as cursor:
            # In KiB, for as long as the connection lives: pages of the indexes stay at hand.
            cursor.execute("PRAGMA cache_size = -32000")

    def skriv(self, tabell: Tabell, rader: Sequence[Rad]) -> None:
        modell, kolumner = tabell[0], tabell[1].split()
        platser = ", ".join("?" * len(kolumner))
        # The driver itself: Django's cursor looks at each row first, which takes a fifth.
        connection.connection.executemany(
            f"INSERT INTO {modell._meta.db_table} ({', '.join(kolumner)}) VALUES ({platser})",
            rader,
        )

    def ta_emot(self) -> Callable[[Rad], None]:
        """What takes the rows of Kontering, until `stang`."""
        return self._konteringar.append

    def stang(self) -> None:
        self.skriv(TABELL_KONTERING, self._konteringar)
        self._konteringar = []

    def avbryt(self) -> None:
        self._konteringar = []

    def belopp(self, ore: int) -> float:
        """The nearest number, which is also what the text of the amount would become."""
        return ore / 100

    def nya_id(self, antal: int) -> Iterable[int]:
        """So many keys for Verifikation that nobody has; one transaction writes at a time."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {Verifikation._meta.db_table}")
            (storsta,) = cursor.fetchone()
        return range(storsta + 1, storsta + 1 + antal)


class Postgres:
    """Fast ways into PostgreSQL.

    The rows of Kontering go out over one open COPY, so that the server stores them while the file
    is read on; nothing else can be asked of the connection until `stang`.
    """

    def __init__(self) -> None:
        self._oppet = ExitStack()
        self._kopiering: Any = None

    def skriv(self, tabell: Tabell, rader: Sequence[Rad]) -> None:
        with ExitStack() as oppet:
            kopiering = self._kopiera(tabell, oppet)
            for rad in rader:
                kopiering.write_row(rad)

    def _kopiera(self, tabell: Tabell, oppet: ExitStack) -> Any:
        modell, kolumner = tabell[0], tabell[1].split()
        cursor = oppet.enter_context(connection.cursor())
        sats = f"COPY {modell._meta.db_table} ({', '.join(kolumner)}) FROM STDIN"
        return oppet.enter_context(cursor.copy(sats))

    def ta_emot(self) -> Callable[[Rad], None]:
        """What takes the rows of Kontering, until `stang`."""
        if self._kopiering is None:
            self._kopiering = self._kopiera(TABELL_KONTERING, self._oppet)
        skriv_rad: Callable[[Rad], None] = self._kopiering.write_row
        return skriv_rad

    def stang(self) -> None:
        self._kopiering = None
        self._oppet.close()

    def avbryt(self) -> None:
        """Leave the COPY, so that the transaction can be rolled back."""
        with suppress(DatabaseError):
            self.stang()

    def belopp(self, ore: int) -> str:
        return f"{ore}e-2"

    def nya_id(self, antal: int) -> Iterable[int]:
        """So many keys for Verifikation out of its own sequence."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [Verifikation._meta.db_table, antal],
            )
            return [nyckel for (nyckel,) in cursor.fetchall()]


def databas() -> Sqlite | Postgres:
    return Postgres() if connection.vendor == "postgresql" else Sqlite()
