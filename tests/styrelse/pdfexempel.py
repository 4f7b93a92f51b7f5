"""PDF files for the tests, whole and broken."""

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject


def pdf(
    sidor: int = 1,
    bredd: int = 100,
    skript: bool = False,
    losenord: str | None = None,
    inbaddad: bool = False,
) -> bytes:
    """Blank pages; `bredd` makes two files different, `losenord` "" locks without a password."""
    skrivare = PdfWriter()
    for _ in range(sidor):
        skrivare.add_blank_page(bredd, 100)
    if skript:
        skrivare.root_object[NameObject("/OpenAction")] = DictionaryObject(
            {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("a")}
        )
    if inbaddad:
        skrivare.add_attachment("program.exe", b"MZ")
    if losenord is not None:
        skrivare.encrypt(losenord, owner_password="agare", algorithm="RC4-128")
    ut = io.BytesIO()
    skrivare.write(ut)
    return ut.getvalue()


def uppladdad(namn: str = "underlag.pdf", innehall: bytes | None = None, **val: Any) -> Any:
    return SimpleUploadedFile(namn, pdf(**val) if innehall is None else innehall)
