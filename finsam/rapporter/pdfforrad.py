"""The PDFs that have been drawn, and the ordering of those that have not.

A PDF lies under the hash of all that decides it (`render.avtryck`), so what is found is always
right, and nothing needs to be told that it has grown old. Drawing is done by a process of its own
at the lowest priority: the page that orders never waits.
"""

import fcntl
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from finsam.rapporter.render.avtryck import avtryck

# Some hundred documents of half a megabyte; the oldest make room for new ones.
ANTAL_SPARADE = 200
VILA = 0.1
ARBETARE = "finsam.rapporter.render.pdfarbetare"


def hamta_nyckel(nyckel: str) -> Path | None:
    """The finished PDF with the key that `bestall` gave, or None."""
    fil = _fil(nyckel)
    return fil if fil.is_file() else None


def bestall(html: str, igen: bool = True) -> str:
    """Sees to it that the PDF will be there, and gives its key (64 hex digits). Never waits.

    `igen` False leaves one that could not be drawn as it is: who asks again and again would
    otherwise start a worker each time.
    """
    nyckel = avtryck(html)
    if igen or not felet(nyckel):
        _starta(nyckel, html)
    return nyckel


def pagar(nyckel: str) -> bool:
    """Whether a worker is drawing the document, or waits for its turn."""
    fil = _fil(nyckel).with_suffix(".html")
    if not fil.is_file():
        return False
    with fil.open("ab") as kalla:
        return not _las(kalla)


def felet(nyckel: str) -> str:
    """Why the last try to draw this document failed, or an empty text."""
    fil = _fil(nyckel).with_suffix(".fel")
    return fil.read_text(encoding="utf-8") if fil.is_file() else ""


def vanta(html: str, sekunder: float) -> Path | None:
    """The PDF, drawn if need be: waits at most `sekunder`, None when it took longer or failed."""
    nyckel = avtryck(html)
    _starta(nyckel, html)
    slut = time.monotonic() + sekunder
    while (fil := hamta_nyckel(nyckel)) is None and not felet(nyckel):
        if time.monotonic() > slut:
            return None
        time.sleep(VILA)
    return fil


def ar_nyckel(text: str) -> bool:
    """Whether the text has the form of a key, and so may be part of a file's name."""
    return re.fullmatch("[0-9a-f]{64}", text) is not None


def _fil(nyckel: str) -> Path:
    if not ar_nyckel(nyckel):
        raise ValueError(f"{nyckel!r} är ingen nyckel")
    mapp: Path = settings.VAR_DIR / "pdf"
    return mapp / f"{nyckel}.pdf"


def _starta(nyckel: str, html: str) -> None:
    """Starts a worker for the document, unless it is there or one is already at it.

    The worker inherits the lock on its input file and keeps it as long as it lives, however it
    ends; a crashed worker therefore never stands in the way of the next.
    """
    mal = _fil(nyckel)
    if mal.is_file():
        return
    mal.parent.mkdir(parents=True, exist_ok=True)
    with mal.with_suffix(".html").open("ab") as kalla:
        if not _las(kalla) or mal.is_file():
            return
        mal.with_suffix(".fel").unlink(missing_ok=True)
        kalla.truncate(0)
        kalla.write(html.encode())
        kalla.flush()
        _starta_arbetare(Path(kalla.name), mal, kalla.fileno())
    _rensa(mal.parent)


def _las(kalla: BinaryIO) -> bool:
    """Takes the lock that a worker has on its input; False when one has it."""
    try:
        fcntl.flock(kalla, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _starta_arbetare(kalla: Path, mal: Path, las: int) -> None:
    """Starts the worker by a shell that ends at once: it is nobody's child to wait for."""
    subprocess.run(
        ["/bin/sh", "-c", '"$@" &', "sh", sys.executable, "-m", ARBETARE, kalla, mal],
        cwd=settings.BASE_DIR,
        pass_fds=[las],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        check=True,
    )


def _rensa(mapp: Path) -> None:
    """Keeps the newest documents, finished or failed, and removes what belongs to the others."""
    fardiga = [fil for fil in mapp.iterdir() if fil.suffix in (".pdf", ".fel")]
    fardiga.sort(key=lambda fil: fil.stat().st_mtime, reverse=True)
    for fil in fardiga[ANTAL_SPARADE:]:
        fil.unlink(missing_ok=True)
        fil.with_suffix(".html").unlink(missing_ok=True)
