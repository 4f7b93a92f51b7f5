"""The text of a file, whichever of the usual encodings it was saved in."""

import re

from finsam.tabular.location import Anmarkning, Filfel, Plats

# What å, ä and ö of the old DOS encodings look like when taken for Windows-1252.
DOSKODAT = re.compile(r"[A-Za-zé][†„”Ž][A-Za-zé]")
SPARA_OM = "Spara den på nytt som ”CSV UTF-8”."


def avkodad(fil: str, innehall: bytes) -> tuple[str, tuple[Anmarkning, ...]]:
    """The text of a file in UTF-8, UTF-16 with mark, or (with a warning) Windows-1252."""
    plats = Plats(fil)
    if innehall.startswith((b"\xff\xfe", b"\xfe\xff")):
        kodning, varning = "utf-16", "Filen är i UTF-16; den läses ändå."
    elif b"\0" in innehall:
        raise Filfel(plats, "Filen är ingen textfil.")
    else:
        kodning, varning = "utf-8-sig", ""
    try:
        text = innehall.decode(kodning)
    except UnicodeDecodeError:
        text, varning = _windows1252(plats, innehall)
    return text, (Anmarkning(plats, varning),) if varning else ()


def _windows1252(plats: Plats, innehall: bytes) -> tuple[str, str]:
    try:
        text = innehall.decode("cp1252")
    except UnicodeDecodeError as fel:
        raise Filfel(plats, f"Filens teckenkodning kan inte tolkas. {SPARA_OM}") from fel
    if DOSKODAT.search(text):
        raise Filfel(plats, f"Filens å, ä och ö kan inte tolkas (PC8?). {SPARA_OM}")
    return text, "Filen är inte i UTF-8; tolkad som Windows-1252."
