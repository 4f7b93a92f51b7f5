"""What may be attached to a matter: a PDF that can be read, merged and kept."""

import io
from pathlib import PurePath

import pikepdf
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from finsam.filtyper import OtillatenFil, filtyp
from finsam.typografi import antal

STORSTA = 50_000_000
FLEST_SIDOR = 1_000
KONTORSFIL = frozenset(
    {"doc", "docx", "odt", "rtf", "pages", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "txt"}
)
BILD = frozenset({"png", "jpg", "jpeg", "jfif", "gif", "tif", "tiff", "bmp", "webp", "heic", "svg"})
SPARA_SOM_PDF = (
    "En bilaga ska vara en PDF. Öppna filen i programmet som den är skriven i, välj Arkiv och "
    "Spara som eller Exportera, välj PDF och bifoga den nya filen."
)
SKRIV_UT_BILDEN = (
    "En bilaga ska vara en PDF. Öppna bilden, välj Skriv ut, välj Spara som PDF som skrivare och "
    "bifoga den nya filen."
)
KRYPTERAD = "Filen är krypterad. Öppna den, skriv ut den till en ny PDF och bifoga den."
# What lies inside a PDF is seen by nobody who reads it, and judged by nobody who sends it on.
HAR_FILER = "Filen har andra filer inbäddade. Skriv ut den till en ny PDF och bifoga den."
OLASLIG = "Filen är skadad eller låst med lösenord."


def filens_namn(uppladdad: "UploadedFile[bytes]") -> str:
    """What the sender calls the file; a browser may send a path, of which the last part counts."""
    return PurePath(str(uppladdad.name).replace("\\", "/")).name[-200:]


def granskad_pdf(uppladdad: "UploadedFile[bytes]") -> tuple[bytes, int]:
    """The file's bytes and how many pages it has.

    Raises ValidationError in Swedish, naming the file, for one that is no PDF, cannot be read, is
    encrypted, carries a program, or is too large.
    """
    namn = filens_namn(uppladdad)
    if (uppladdad.size or 0) > STORSTA:
        storlek = antal(-(-(uppladdad.size or 0) // 1_000_000))
        raise _fel(namn, f"Filen är {storlek} MB; högst 50 MB tas emot.")
    uppladdad.seek(0)
    innehall = bytes(uppladdad.read())
    return innehall, granska(innehall, namn)


def granska(innehall: bytes, namn: str) -> int:
    """How many pages the PDF has. Raises ValidationError as `granskad_pdf`."""
    andelse = PurePath(namn).suffix.lower().removeprefix(".")
    if andelse in KONTORSFIL:
        raise _fel(namn, SPARA_SOM_PDF)
    if andelse in BILD:
        raise _fel(namn, SKRIV_UT_BILDEN)
    try:
        if filtyp(innehall, namn) != "pdf":
            raise _fel(namn, SPARA_SOM_PDF)
    except OtillatenFil as skal:
        raise _fel(namn, str(skal)) from skal
    sidor = _sidor(innehall, namn)
    if sidor > FLEST_SIDOR:
        text = f"Filen har {antal(sidor)} sidor; högst {antal(FLEST_SIDOR)} tas emot."
        raise _fel(namn, text)
    return sidor


def _sidor(innehall: bytes, namn: str) -> int:
    try:
        with pikepdf.open(io.BytesIO(innehall)) as pdf:
            krypterad, sidor, har_filer = pdf.is_encrypted, len(pdf.pages), bool(pdf.attachments)
    except pikepdf.PdfError as fel:  # A password is asked for, or nothing in it holds together.
        raise _fel(namn, OLASLIG) from fel
    if krypterad:
        raise _fel(namn, KRYPTERAD)
    if har_filer:
        raise _fel(namn, HAR_FILER)
    if not sidor:
        raise _fel(namn, "Filen har inga sidor.")
    return sidor


def _fel(namn: str, text: str) -> ValidationError:
    return ValidationError(f"{namn}: {text}", code="bilaga")
