"""Examining and storing an upload: at once when it is small, in a process of its own when not."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.db import connection

from finsam.mapp.inlasning import las_in
from finsam.mapp.rapport import Filrapport, Inlasningsrapport
from finsam.mapp.uppladdning import Uppladdning

# What is read within a few seconds: some two thousand table rows, each with its history and seal.
STORST_DIREKT = 150_000
# The work in a byte, next to that of a CSV file: a workbook is packed, a ledger comes in bulk.
TYNGD = {".csv": 1.0, ".xlsx": 4.0}
LATT = 0.1
VISADE_RADER = 200
PUSTRUM = 0.5


def starta(uppladdning: Uppladdning, anvandare: Any, spara: bool) -> None:
    """Examines (or stores) the upload now, or lets a process of its own do it.

    A process rather than a thread: it outlives the web worker that began it, and a long reading
    never holds one of the few workers.
    """
    uppladdning.satt(steg="sparas" if spara else "granskas", andel=0, text="")
    if _tyngd(uppladdning) <= STORST_DIREKT:
        utfor(uppladdning, anvandare, spara)
        return
    kommando = [sys.executable, str(settings.BASE_DIR / "manage.py"), "arbeta_inlasning"]
    kommando += [uppladdning.token, str(anvandare.pk)] + (["--spara"] if spara else [])
    subprocess.Popen(kommando, start_new_session=True, stdin=subprocess.DEVNULL)


def _tyngd(uppladdning: Uppladdning) -> float:
    """The size of the work, in bytes of CSV."""
    return sum(
        kalla.sokvag.stat().st_size * TYNGD.get(kalla.sokvag.suffix.lower(), LATT)
        for kalla in uppladdning.filer
    )


@contextmanager
def lanad_kopia(mapp: Path) -> Iterator[None]:
    """Within it, the process works on a copy of its SQLite database, made in `mapp`.

    There one writer keeps all others waiting, and examining a large file writes for minutes before
    it rolls back. PostgreSQL lets the others go on; inside a transaction there is nothing to copy.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    eget = connection.settings_dict["NAME"]
    with TemporaryDirectory(dir=mapp) as tillfallig:
        kopia = Path(tillfallig) / "kopia.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(kopia)])
        connection.close()
        connection.settings_dict["NAME"] = kopia
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = eget


def utfor(uppladdning: Uppladdning, anvandare: Any, spara: bool) -> None:
    """Reads the upload and leaves the outcome in its state."""
    senast = 0.0

    def framsteg(fil: str, andel: float) -> None:
        nonlocal senast
        if time.monotonic() - senast >= PUSTRUM:
            senast = time.monotonic()
            uppladdning.satt(andel=round(100 * andel), text=fil)

    vantat = uppladdning.lage().get("avtryck") if spara else None
    try:
        rapport = las_in(
            uppladdning.filer, anvandare, torrkor=not spara, framsteg=framsteg, vantat=vantat
        )
    except BaseException:
        uppladdning.satt(steg="avbruten")
        raise
    klart = rapport.sparad
    uppladdning.satt(
        steg="klar" if klart else "granskad",
        andel=100,
        rapport=som_dict(rapport),
        avtryck=rapport.avtryck,
        andrat_under_tiden=spara and not klart,
    )
    if klart:
        uppladdning.kasta_filerna()
    elif spara:
        uppladdning.kunna_bekrafta_igen()


def som_dict(rapport: Inlasningsrapport) -> dict[str, Any]:
    """The outcome as the page shows it: counts, the first faults, and the first rows of a file."""
    fel = rapport.alla_fel
    return {
        "sparad": rapport.sparad,
        "nya": rapport.antal_nya,
        "andrade": rapport.antal_andrade,
        "oforandrade": rapport.antal_oforandrade,
        "antal_fel": len(fel),
        "fel": [{**asdict(ett.plats), "text": ett.text} for ett in fel[:VISADE_RADER]],
        "filer": [_fil(fil) for fil in rapport.filer],
    }


def _fil(fil: Filrapport) -> dict[str, Any]:
    return {
        "fil": fil.fil,
        "nya": len(fil.nya),
        "andrade": len(fil.andrade),
        "oforandrade": fil.oforandrade,
        "kvar": fil.kvar,
        "antal_fel": len(fil.fel),
        "varningar": [str(varning) for varning in fil.varningar],
        "rader": [asdict(rad) for rad in (fil.andrade + fil.nya)[:VISADE_RADER]],
    }
