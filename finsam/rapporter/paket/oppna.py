"""A PDF opened to take pages from, judged before: what cannot be used is told of by name."""

from contextlib import ExitStack
from pathlib import Path

import pikepdf

from finsam.rapporter.paket.fel import Paketfel

# A pack that nobody reads, and pages that no reader opens.
FLEST_SIDOR = 3_000
STORST_BYTE = 200_000_000
PROGRAM = (pikepdf.Name.JavaScript, pikepdf.Name.Launch)


class Oppnade(ExitStack):
    """Files that are open while a pack is put together, each opened and judged once."""

    def __init__(self) -> None:
        super().__init__()
        self._pdf: dict[Path, pikepdf.Pdf] = {}

    def oppna(self, fil: Path, namn: str) -> pikepdf.Pdf:
        """As `oppna`; open until the pack is done."""
        if fil not in self._pdf:
            self._pdf[fil] = self.enter_context(oppna(fil, namn))
        return self._pdf[fil]


def oppna(fil: Path, namn: str) -> pikepdf.Pdf:
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
        _granska(pdf, namn)
    except Paketfel:
        pdf.close()
        raise
    # A damaged file raises anything on the way; whatever it is, it stops the pack by name.
    except Exception as fel:
        pdf.close()
        raise Paketfel(f"{namn} kan inte läsas: filen är skadad.") from fel
    return pdf


def antal_sidor(fil: Path) -> int:
    """The number of pages of a PDF that was made here."""
    with pikepdf.open(fil) as pdf:
        return len(pdf.pages)


def _granska(pdf: pikepdf.Pdf, namn: str) -> None:
    antal = len(pdf.pages)
    if not antal:
        raise Paketfel(f"{namn} kan inte läsas: filen saknar sidor.")
    if antal > FLEST_SIDOR:
        raise Paketfel(f"{namn} har {antal} sidor; högst {FLEST_SIDOR} tas med.")
    if any(_bar_program(sida.obj) for sida in pdf.pages) or _startar_program(pdf.Root):
        raise Paketfel(f"{namn} innehåller skript. Skriv ut filen till en ny PDF.")


def _startar_program(rot: pikepdf.Object) -> bool:
    namn = rot.get("/Names", pikepdf.Dictionary())
    return "/JavaScript" in namn or _ar_program(rot.get("/OpenAction")) or "/AA" in rot


def _bar_program(sida: pikepdf.Object) -> bool:
    """Whether opening or clicking on the page would run something."""
    if _handelser_bar(sida):
        return True
    annoteringar = [a for a in sida.get("/Annots", ()) if isinstance(a, pikepdf.Dictionary)]
    return any(_ar_program(a.get("/A")) or _handelser_bar(a) for a in annoteringar)


def _handelser_bar(objekt: pikepdf.Object) -> bool:
    handelser = objekt.get("/AA")
    if not isinstance(handelser, pikepdf.Dictionary):
        return False
    return any(_ar_program(handling) for handling in handelser.as_dict().values())


def _ar_program(handling: object) -> bool:
    """Whether the action, or one that follows it, is a script or starts another program."""
    steg = 0
    while isinstance(handling, pikepdf.Dictionary) and steg < 50:
        if handling.get("/S") in PROGRAM:
            return True
        handling, steg = handling.get("/Next"), steg + 1
    return False
