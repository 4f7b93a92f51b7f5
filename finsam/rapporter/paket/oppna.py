"""A PDF opened to take pages from, judged before: what cannot be used is told of by name."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from finsam.rapporter.paket.fel import Paketfel
from finsam.rapporter.paket.skript import bar_skript
from finsam.rapporter.paket.uppslag import varde

# A pack that nobody reads, and pages that no reader opens.
FLEST_SIDOR = 3_000
STORST_BYTE = 200_000_000


@dataclass(frozen=True)
class Oppnad:
    """An open file and its pages, which take time to ask for.

    `bara_sidor` says that there are neither forms nor named places to take over with them.
    """

    pdf: pikepdf.Pdf
    sidor: list[pikepdf.Page]
    bara_sidor: bool


class Oppnade(ExitStack):
    """Files that are open while a pack is put together, each opened and judged once."""

    def __init__(self) -> None:
        super().__init__()
        self._filer: dict[Path, Oppnad] = {}

    def oppna(self, fil: Path, namn: str) -> Oppnad:
        """As `oppna`; open until the pack is done."""
        if fil not in self._filer:
            self._filer[fil] = oppna(fil, namn)
            self.enter_context(self._filer[fil].pdf)
        return self._filer[fil]


def oppna(fil: Path, namn: str) -> Oppnad:
    """The open file; `namn` is how it is named when it cannot be used, "Bilaga 4.1: Titel".

    Raises Paketfel for a file that is missing, locked, damaged, empty, too large or scripted.
    """
    try:
        if fil.stat().st_size > STORST_BYTE:
            raise Paketfel(f"{namn} kan inte läsas: filen är för stor.")
        pdf = pikepdf.open(fil)
    except FileNotFoundError as fel:
        raise Paketfel(f"{namn} kan inte läsas: filen saknas.") from fel
    except pikepdf.PasswordError as fel:
        raise Paketfel(f"{namn} kan inte läsas: filen är låst med lösenord.") from fel
    except (pikepdf.PdfError, OSError) as fel:
        raise Paketfel(f"{namn} kan inte läsas: filen är skadad.") from fel
    try:
        oppnad = Oppnad(pdf, _granskade(pdf, namn), _bara_sidor(pdf.Root))
    except Paketfel:
        pdf.close()
        raise
    # A damaged file raises anything on the way; whatever it is, it stops the pack by name.
    except Exception as fel:
        pdf.close()
        raise Paketfel(f"{namn} kan inte läsas: filen är skadad.") from fel
    return oppnad


def antal_sidor(fil: Path) -> int:
    """The number of pages of a PDF that was made here."""
    with pikepdf.open(fil) as pdf:
        return len(pdf.pages)


def _granskade(pdf: pikepdf.Pdf, namn: str) -> list[pikepdf.Page]:
    antal = len(pdf.pages)
    if not antal:
        raise Paketfel(f"{namn} kan inte läsas: filen saknar sidor.")
    if antal > FLEST_SIDOR:
        raise Paketfel(f"{namn} har {antal} sidor; högst {FLEST_SIDOR} tas med.")
    sidor = list(pdf.pages)
    if bar_skript(pdf, sidor):
        raise Paketfel(f"{namn} innehåller skript. Skriv ut filen till en ny PDF.")
    return sidor


def _bara_sidor(rot: pikepdf.Object) -> bool:
    platser = "/Dests" in rot or "/Dests" in (varde(rot, "/Names") or pikepdf.Dictionary())
    return not platser and "/AcroForm" not in rot
