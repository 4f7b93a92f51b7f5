"""A zip of a folder, weighed before it is unpacked and never outside its own place."""

import io
import zipfile
from pathlib import Path, PurePosixPath

from finsam.filtyper import ZIPFEL
from finsam.tabular.location import Filfel, Plats

FLEST_FILER = 2000
STORSTA_UPPACKAD = 200_000_000
STORSTA_KVOT = 100


def packa_upp(namn: str, arkivfil: Path | io.BytesIO, mapp: Path) -> None:
    """Writes the archive's files into `mapp`; a single folder around them all is left out.

    Raises Filfel for what is no zip, is damaged, locked, too large, or points outside itself.
    """
    plats = Plats(namn)
    try:
        with zipfile.ZipFile(arkivfil) as arkiv:
            poster = [p for p in arkiv.infolist() if not p.is_dir() and not _dold(p.filename)]
            _kontrollera(plats, poster)
            bort = _gemensam_mapp([p.filename for p in poster])
            for post in poster:
                mal = mapp.joinpath(*PurePosixPath(post.filename).parts[len(bort) :])
                mal.parent.mkdir(parents=True, exist_ok=True)
                with arkiv.open(post) as kalla, mal.open("wb") as ut:
                    while del_ := kalla.read(1_000_000):
                        ut.write(del_)
    except ZIPFEL as fel:
        raise Filfel(plats, "Zip-filen är avkortad, skadad eller låst med lösenord.") from fel


def _kontrollera(plats: Plats, poster: list[zipfile.ZipInfo]) -> None:
    if not poster:
        raise Filfel(plats, "Zip-filen innehåller inga filer.")
    if len(poster) > FLEST_FILER:
        raise Filfel(plats, f"Zip-filen innehåller fler än {FLEST_FILER} filer.")
    uppackad = sum(post.file_size for post in poster)
    packad = sum(post.compress_size for post in poster)
    if uppackad > STORSTA_UPPACKAD or uppackad > STORSTA_KVOT * max(packad, 10_000):
        raise Filfel(plats, "Zip-filen packas upp till orimligt mycket data.")
    for post in poster:
        delar = PurePosixPath(post.filename).parts
        if not delar or ".." in delar or delar[0].startswith("/") or "\\" in post.filename:
            raise Filfel(plats, f"Sökvägen ”{post.filename}” i zip-filen tillåts inte.")


def _dold(filnamn: str) -> bool:
    """What operating systems add on their own."""
    delar = PurePosixPath(filnamn).parts
    return "__MACOSX" in delar or any(del_.startswith(".") and del_ != ".." for del_ in delar)


def _gemensam_mapp(namn: list[str]) -> tuple[str, ...]:
    """("uppsala",) when every file lies in that folder; a folder of texts is one of ours."""
    vagar = [PurePosixPath(ett).parts for ett in namn]
    forsta = {delar[0] for delar in vagar}
    if len(forsta) > 1 or any(len(delar) == 1 for delar in vagar) or forsta == {"texter"}:
        return ()
    return (forsta.pop(),)
