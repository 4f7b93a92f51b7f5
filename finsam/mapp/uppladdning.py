"""Files on their way in through the browser: kept beside the database until someone confirms.

Each upload is a folder VAR_DIR/inlasning/<token>/ with the files and a state file, so that any
process can go on with it. It belongs to its user and is gone within a day.
"""

import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from finsam.mapp.arkiv import packa_upp
from finsam.mapp.filer import Filkalla, filer_i
from finsam.mapp.inlasning import FILTYPER
from finsam.tabular.location import Filfel, Plats

# Only digits and letters: the token is an argument of a command, where "-" begins a switch.
TOKEN = re.compile(r"[0-9a-f]{32}")
STORSTA_UPPLADDNING = 100_000_000
LIVSLANGD = 24 * 3600
# A work that has said nothing for so long is not going on any more.
TYST = 15 * 60


@dataclass(frozen=True)
class Uppladdning:
    """One upload; what it says is read from its folder every time."""

    token: str

    @property
    def mapp(self) -> Path:
        return _rot() / self.token

    @property
    def filer(self) -> list[Filkalla]:
        return filer_i(self.mapp / "filer")

    def lage(self) -> dict[str, Any]:
        """steg, andel (0-100), text, rapport and the id of the user."""
        lage: dict[str, Any] = json.loads((self.mapp / "lage.json").read_text("utf-8"))
        pagar = lage["steg"] in ("granskas", "sparas")
        if pagar and time.time() - (self.mapp / "lage.json").stat().st_mtime > TYST:
            lage["steg"] = "avbruten"
        return lage

    def satt(self, **andrat: Any) -> None:
        """Changes the state in one stroke: a reader sees the old or the new, never half."""
        lage = json.loads((self.mapp / "lage.json").read_text("utf-8")) | andrat
        utkast = self.mapp / f"lage.{os.getpid()}.json"
        utkast.write_text(json.dumps(lage, ensure_ascii=False), "utf-8")
        utkast.replace(self.mapp / "lage.json")

    def borja_spara(self) -> bool:
        """Whether the caller is the first to confirm: a second click must not read in twice."""
        try:
            (self.mapp / "bekraftad").touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    def kunna_bekrafta_igen(self) -> None:
        (self.mapp / "bekraftad").unlink(missing_ok=True)

    def kasta_filerna(self) -> None:
        """Removes what was uploaded; the outcome stays to be read."""
        shutil.rmtree(self.mapp / "filer", ignore_errors=True)

    def kasta(self) -> None:
        shutil.rmtree(self.mapp, ignore_errors=True)


def ta_emot(filer: Iterable["UploadedFile[Any]"], anvandare: Any) -> Uppladdning:
    """A new upload with the files, archives unpacked. Raises Filfel; then nothing is left."""
    _stada()
    uppladdning = Uppladdning(secrets.token_hex(16))
    mapp = uppladdning.mapp / "filer"
    mapp.mkdir(parents=True, mode=0o700)
    try:
        for fil in filer:
            _ta_emot_en(fil, mapp)
    except Filfel:
        uppladdning.kasta()
        raise
    lage = {"steg": "granskas", "andel": 0, "text": "", "rapport": None, "anvandare": anvandare.pk}
    (uppladdning.mapp / "lage.json").write_text(json.dumps(lage), "utf-8")
    return uppladdning


def _ta_emot_en(fil: "UploadedFile[Any]", mapp: Path) -> None:
    namn = PurePath(fil.name or "").name
    andelse = PurePath(namn).suffix.lower()
    if andelse != ".zip" and andelse not in FILTYPER:
        raise Filfel(Plats(namn), f"Filtypen {andelse or 'utan ändelse'} tillåts inte.")
    if (fil.size or 0) > STORSTA_UPPLADDNING:
        raise Filfel(Plats(namn), "Filen är större än 100 MB.")
    if andelse == ".zip":
        packa_upp(namn, fil, mapp)  # type: ignore[arg-type]  # an upload is read like a file
        return
    if (mapp / namn).exists():
        raise Filfel(Plats(namn), "Filen finns två gånger i uppladdningen.")
    with (mapp / namn).open("wb") as ut:
        for del_ in fil.chunks():
            ut.write(del_)


def hitta(token: str, anvandare: Any) -> Uppladdning | None:
    """The user's own upload with that token; None for another's, a gone or a made-up one."""
    uppladdning = Uppladdning(token)
    if not TOKEN.fullmatch(token) or not (uppladdning.mapp / "lage.json").exists():
        return None
    return uppladdning if uppladdning.lage()["anvandare"] == anvandare.pk else None


def _rot() -> Path:
    return Path(settings.VAR_DIR) / "inlasning"


def _stada() -> None:
    """Removes the uploads that nobody has touched for a day."""
    if not _rot().exists():
        return
    for mapp in _rot().iterdir():
        if time.time() - mapp.stat().st_mtime > LIVSLANGD:
            shutil.rmtree(mapp, ignore_errors=True)
