"""A whole reading of a ledger file against the bare parse of it, on SQLite and PostgreSQL.

`./kor python -m tests.bench.sie`: parse, checks, rows, indexes and balance table, 100 000 rows;
then 1 000 000 rows against 100 000, in time and in memory, each reading in a process of its own.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from tests.bench.matning import Korning, Prov, i_processen, jamfor
from tests.bench.siefil import KONTON, kontotyp, skriv_siefil, tolka

LITEN, STOR = 100_000, 1_000_000
MODUL = [sys.executable, "-m", "tests.bench.sie"]
POSTGRES = ["sh", "tests/postgres.sh"]


def tom() -> None:
    """Take away what the last reading stored."""
    from django.db import connection

    from ekonomi.models import (
        Inlasning,
        Kontering,
        Rakenskapsar,
        Saldo,
        Sieuppgift,
        Verifikation,
    )

    bort = "TRUNCATE" if connection.vendor == "postgresql" else "DELETE FROM"
    with connection.cursor() as cursor:
        for modell in (Kontering, Verifikation, Saldo, Sieuppgift):
            cursor.execute(f"{bort} {modell._meta.db_table}")
    Inlasning.objects.all().delete()
    Rakenskapsar.objects.all().delete()


def las(fil: Path) -> Prov:
    """One whole reading into an emptied database."""
    from ekonomi.actions.sie import las_in_sie

    tom()
    start = time.perf_counter()
    utfall = las_in_sie(fil, fil.name)
    sekunder = time.perf_counter() - start
    if utfall.fel:
        raise SystemExit(utfall.fel[0].mening)
    return Prov(sekunder, getrusage(RUSAGE_SELF).ru_maxrss / 1024)


def i_ny_process(fil: Path) -> Korning:
    def kor() -> Prov:
        svar = subprocess.run([*MODUL, "--las", fil], check=True, capture_output=True, text=True)
        return Prov(*json.loads(svar.stdout))

    return kor


def forbered() -> str:
    """An empty database with a plan of accounts. Gives what DATABASE_URL is to be from now on."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from ekonomi.models import Konto

    adress = os.environ.get("DATABASE_URL", "")
    if connection.vendor == "postgresql":
        namn = connection.creation.create_test_db(verbosity=0, autoclobber=True)
        adress = f"{adress.rsplit('/', 1)[0]}/{namn}"
    else:
        call_command("migrate", verbosity=0)
    for konto in KONTON:
        Konto(nummer=str(konto), namn=f"Konto {konto}", kontotyp=kontotyp(konto)).save()
    return adress


def mat(liten: Path, stor: Path) -> None:
    """Both ratios in the database that the environment names."""
    adress = forbered()
    from django.db import connection

    namn = connection.vendor
    jamfor(
        f"{namn}: hela inläsningen / bar tolkning, {LITEN} rader",
        lambda: las(liten),
        i_processen(lambda: tolka(liten)),
        hogst=3,
    )
    tom()
    connection.close()
    if adress:
        os.environ["DATABASE_URL"] = adress
    prov = [(i_ny_process(stor)(), i_ny_process(liten)()) for _ in range(3)]
    for stort, litet in sorted(prov, key=lambda par: par[0].sekunder / par[1].sekunder)[1:2]:
        print(
            f"{namn}: {STOR} / {LITEN} rader: tid {stort.sekunder / litet.sekunder:.2f}"
            f" ({stort.sekunder:.2f} s, {litet.sekunder:.2f} s)  mål högst 11,"
            f" minne {stort.mib / litet.mib:.2f} ({stort.mib:.0f} MiB)  mål högst 2",
            flush=True,
        )


def main() -> None:
    with tempfile.TemporaryDirectory() as mapp:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "finsam.settings",
            "VAR_DIR": mapp,
            "SECRET_KEY": "endast-for-matning",
            "INSECURE_HTTP": "true",
        }
        os.environ.pop("DATABASE_URL", None)
        filer = [Path(mapp) / f"{rader}.se" for rader in (LITEN, STOR)]
        for fil, rader in zip(filer, (LITEN, STOR), strict=True):
            skriv_siefil(fil, rader)
        for framfor in ([], POSTGRES):
            subprocess.run([*framfor, *MODUL, "--mat", *filer], check=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--mat", liten, stor]:
            mat(Path(liten), Path(stor))
        case ["--las", fil]:
            import django

            django.setup()
            print(json.dumps(las(Path(fil))))
        case _:
            main()
