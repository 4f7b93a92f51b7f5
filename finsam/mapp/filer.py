"""Files of a folder, with the path relative to it, always written with /."""

from dataclasses import dataclass
from pathlib import Path

# What a folder may hold beside the data without being read.
UTELAMNAS = ("README.md", "README.txt", "LÄSMIG.txt")


@dataclass(frozen=True)
class Filkalla:
    """A file to read: `namn` as in "texter/arsredovisning/2024/inledning.md", and where it lies."""

    namn: str
    sokvag: Path

    def innehall(self) -> bytes:
        return self.sokvag.read_bytes()


@dataclass(frozen=True)
class Utfil:
    """A file to write: its place in the folder and its bytes."""

    namn: str
    innehall: bytes


def filer_i(mapp: Path) -> list[Filkalla]:
    """Every file of the folder in name order; hidden files and README left out."""
    return [
        Filkalla(sokvag.relative_to(mapp).as_posix(), sokvag)
        for sokvag in sorted(mapp.rglob("*"))
        if sokvag.is_file()
        and sokvag.name not in UTELAMNAS
        and not any(del_.startswith(".") for del_ in sokvag.relative_to(mapp).parts)
    ]
