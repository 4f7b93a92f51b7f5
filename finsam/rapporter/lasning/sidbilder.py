"""The pages of PDFs handed in, as pictures and words: made once, kept in VAR_DIR by content.

The folder may be emptied at any time; what is missing is made again when somebody asks.
"""

import fcntl
import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

# A4 in 150 dots per inch: sharp on a tablet, and enlarged three times on a telephone.
BREDD = 1240
# Pages drawn in one go: most of the time is the start of the process.
SATS = 8
TIDSGRANS = 90
FLEST_DOKUMENT = 500
RITARE = "finsam.rapporter.lasning.ritare"


class GickInteAttLasa(Exception):
    """The PDF could not be drawn here; it can still be fetched as it was handed in."""


@dataclass(frozen=True)
class Sida:
    """A page: its number from 1, size in pixels as drawn, and its words."""

    nr: int
    bredd: int
    hojd: int
    text: str


def sidor(pdf: Path, sha256: str) -> tuple[Sida, ...]:
    """Every page of the file. Raises GickInteAttLasa."""
    mapp = _mapp(sha256)
    fil = mapp / "sidor.json"
    if not fil.is_file():
        _kor(pdf, mapp, fil)
    return tuple(_sida(nr, rad) for nr, rad in enumerate(json.loads(fil.read_text("utf-8")), 1))


def bild(pdf: Path, sha256: str, sida: int) -> Path:
    """The page as a WebP file. Raises GickInteAttLasa, also for a page that the file lacks."""
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
    return Sida(nr, BREDD, round(BREDD * kvot), str(rad["text"]))


def _mapp(sha256: str) -> Path:
    return Path(settings.VAR_DIR) / "sidbilder" / sha256


def _kor(pdf: Path, mapp: Path, mal: Path, *tal: str) -> None:
    """Lets a process make the file; one at a time per document, the others wait and find it."""
    ny = not mapp.is_dir()
    mapp.mkdir(parents=True, exist_ok=True)
    with (mapp / ".las").open("ab") as las:
        fcntl.flock(las, fcntl.LOCK_EX)
        if mal.is_file():
            return
        kommando = [sys.executable, "-m", RITARE, str(pdf), str(mapp), *tal]
        try:
            svar = subprocess.run(
                kommando, cwd=settings.BASE_DIR, timeout=TIDSGRANS, capture_output=True, check=False
            )
        except subprocess.TimeoutExpired as fel:
            raise GickInteAttLasa(str(fel)) from fel
    if not mal.is_file():
        raise GickInteAttLasa(svar.stderr.decode(errors="replace")[-500:])
    if ny:
        _rensa(mapp.parent)


def _rensa(mapp: Path) -> None:
    """Keeps the documents looked at first most recently."""
    mappar = sorted(mapp.iterdir(), key=lambda ett: ett.stat().st_mtime, reverse=True)
    for gammal in mappar[FLEST_DOKUMENT:]:
        shutil.rmtree(gammal, ignore_errors=True)
