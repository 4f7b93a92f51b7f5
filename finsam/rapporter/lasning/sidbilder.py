"""The pages of PDFs handed in, as pictures and words: made once, kept in VAR_DIR by content.

The folder may be emptied at any time; what is missing is made again when somebody asks. What
could not be made is remembered for a day in a file of its own (.fel), so that each who asks does
not wait for it again.
"""

import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from finsam.rapporter.lasning.matt import pixelbredd

# A4 in 150 dots per inch: sharp on a tablet, and enlarged three times on a telephone.
BREDD = 1240
# Pages drawn in one go: most of the time is the start of the process.
SATS = 8
TIDSGRANS = 40
# How long a reader waits for another's drawing, and how soon it is worth asking again.
VANTAN = 10
IGEN = 3
FEL_GALLER = 24 * 60 * 60
FLEST_DOKUMENT = 500
RITARE = "finsam.rapporter.lasning.ritare"


class GickInteAttLasa(Exception):
    """The PDF could not be drawn here; it can still be fetched as it was handed in."""


class Upptaget(Exception):
    """The document is being drawn for somebody else; ask again in IGEN seconds."""


@dataclass(frozen=True)
class Sida:
    """A page: its number from 1, size in pixels as drawn, and its words."""

    nr: int
    bredd: int
    hojd: int
    text: str


def sidor(pdf: Path, sha256: str) -> tuple[Sida, ...]:
    """Every page of the file. Raises GickInteAttLasa or Upptaget."""
    mapp = _mapp(sha256)
    fil = mapp / "sidor.json"
    if not fil.is_file():
        _kor(pdf, mapp, fil)
    return tuple(_sida(nr, rad) for nr, rad in enumerate(json.loads(fil.read_text("utf-8")), 1))


def bild(pdf: Path, sha256: str, sida: int) -> Path:
    """The page as a WebP file. Raises Upptaget, and GickInteAttLasa also for a page it lacks."""
    if sida < 1:
        raise GickInteAttLasa("Sidorna räknas från 1.")
    mapp = _mapp(sha256)
    fil = mapp / f"{BREDD}-{sida}.webp"
    if not fil.is_file():
        forsta = (sida - 1) // SATS * SATS + 1
        _kor(pdf, mapp, fil, str(BREDD), str(forsta), str(SATS))
    return fil


def _sida(nr: int, rad: dict[str, float | str]) -> Sida:
    kvot = float(rad["hojd"]) / float(rad["bredd"])
    bredd = pixelbredd(float(rad["bredd"]), BREDD)
    return Sida(nr, bredd, round(bredd * kvot), str(rad["text"]))


def _mapp(sha256: str) -> Path:
    return Path(settings.VAR_DIR) / "sidbilder" / sha256


def gar_att_rita(sha256: str, sida: int) -> bool:
    """Whether the page is worth asking for: neither it nor its file is known not to be drawn."""
    mapp = _mapp(sha256)
    return not (_misslyckad(mapp / "sidor.json") or _misslyckad(mapp / f"{BREDD}-{sida}.webp"))


def _misslyckad(mal: Path) -> bool:
    """Whether the file could not be made not long ago; what is older is tried again."""
    fel = mal.with_suffix(".fel")
    try:
        galler = time.time() - fel.stat().st_mtime < FEL_GALLER
    except FileNotFoundError:
        return False
    if not galler:
        fel.unlink(missing_ok=True)
    return galler


def _kor(pdf: Path, mapp: Path, mal: Path, *tal: str) -> None:
    """Lets a process make the file; one at a time per document, the others wait and find it."""
    if _misslyckad(mal):
        raise GickInteAttLasa("Det gick inte förra gången.")
    ny = not mapp.is_dir()
    mapp.mkdir(parents=True, exist_ok=True)
    with _ensam(mapp / ".las"):
        if mal.is_file():
            return
        orsak = _starta([sys.executable, "-m", RITARE, str(pdf), str(mapp), *tal])
        if not mal.is_file():
            _felet(mapp, mal, orsak)
    if ny:
        _rensa(mapp.parent)


def _felet(mapp: Path, mal: Path, orsak: str) -> None:
    """Says why the file is not there, and remembers it where the file itself is to blame."""
    fel = mal.with_suffix(".fel")
    avbrutna = [ritas.replace(ritas.with_suffix(".fel")) for ritas in mapp.glob("*.ritas")]
    # Another page of the batch ended the process: the next to ask draws past it.
    if avbrutna and fel not in avbrutna:
        raise Upptaget(orsak)
    fel.touch()
    raise GickInteAttLasa(orsak)


def _starta(kommando: list[str]) -> str:
    """Runs it to its end and gives what it complained of. It is told nothing of this process."""
    try:
        svar = subprocess.run(
            kommando,
            cwd=settings.BASE_DIR,
            env={"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"},
            timeout=TIDSGRANS,
            capture_output=True,
            check=False,
        )
    except subprocess.TimeoutExpired as fel:
        return str(fel)
    return svar.stderr.decode(errors="replace")[-500:]


@contextmanager
def _ensam(fil: Path) -> Iterator[None]:
    """Alone with the document. Raises Upptaget when another does not let go of it."""
    slut = time.monotonic() + VANTAN
    with fil.open("ab") as las:
        while True:
            try:
                fcntl.flock(las, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as fel:
                if time.monotonic() >= slut:
                    raise Upptaget("Sidorna ritas åt någon annan.") from fel
                time.sleep(0.05)
            else:
                break
        yield


def _rensa(mapp: Path) -> None:
    """Keeps the documents looked at first most recently."""
    mappar = sorted(mapp.iterdir(), key=lambda ett: ett.stat().st_mtime, reverse=True)
    for gammal in mappar[FLEST_DOKUMENT:]:
        shutil.rmtree(gammal, ignore_errors=True)
