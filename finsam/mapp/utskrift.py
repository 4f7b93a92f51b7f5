"""Writing a folder: everything the database holds, or the empty templates."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from finsam.mapp.delar import alla_delar
from finsam.mapp.filer import Utfil, filer_i
from finsam.mapp.tabellfil import Tabellfil

FAST_TID = (2000, 1, 1, 0, 0, 0)


class MappenInteTom(Exception):
    """The folder already holds files; they would be mixed with what is written."""


def exporterade() -> Iterator[Utfil]:
    """Every part of every room as files. Equal rows give equal bytes; read back, the same rows."""
    for del_ in alla_delar():
        yield from del_.exportera()


def mallfiler(kalkylblad: bool = False) -> Iterator[Utfil]:
    """The templates; table files as .csv, or as .xlsx."""
    for del_ in alla_delar():
        if kalkylblad and isinstance(del_, Tabellfil):
            yield del_.mall_xlsx()
        else:
            yield from del_.mallar()


def skriv_mapp(mapp: Path, filer: Iterable[Utfil]) -> list[str]:
    """Writes the files into a new or empty folder; their names. Raises MappenInteTom."""
    if mapp.exists() and filer_i(mapp):
        raise MappenInteTom(f"Mappen {mapp} är inte tom. Ange en ny mapp.")
    namn = []
    for fil in filer:
        sokvag = mapp / fil.namn
        sokvag.parent.mkdir(parents=True, exist_ok=True)
        sokvag.write_bytes(fil.innehall)
        namn.append(fil.namn)
    return namn


def zipfil(filer: Iterable[Utfil]) -> bytes:
    """The files as one archive; equal files give equal bytes."""
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w") as arkiv:
        for fil in filer:
            post = zipfile.ZipInfo(fil.namn, FAST_TID)
            post.compress_type = zipfile.ZIP_DEFLATED
            arkiv.writestr(post, fil.innehall)
    return ut.getvalue()
