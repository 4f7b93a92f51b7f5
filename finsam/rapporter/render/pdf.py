"""HTML to a PDF that can be read aloud and archived: PDF/UA-1 and PDF/A-3a in one file.

The same HTML gives the same bytes: dates are those that the HTML states (`dcterms.created`), and
the file's identity is the hash of the HTML and its stylesheet. No Django here: the worker that
draws documents starts without it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from finsam.rapporter.render.avtryck import STATISK, STILMALLAR, avtryck
from finsam.rapporter.render.efterarbete import efterarbete
from finsam.rapporter.render.resurser import Resurslasare

# PDF/A-3a brings the tags that PDF/UA-1 asks for; `efterarbete` adds what is still missing.
VARIANT = "pdf/a-3a"
BASADRESS = STATISK.as_uri() + "/"


class PdfFel(Exception):
    """The document could not be drawn; the message says in Swedish which file it was."""


def skriv_pdf(html: str) -> bytes:
    """The PDF of a print document. Raises PdfFel when something it refers to cannot be read."""
    typsnitt = FontConfiguration()
    lasare = Resurslasare()
    try:
        with _utan_skrapsamling():
            stilmallar = [
                CSS(url=fil.as_uri(), font_config=typsnitt, url_fetcher=lasare)
                for fil in STILMALLAR
            ]
            kalla = HTML(string=html, base_url=BASADRESS, url_fetcher=lasare)
            dokument = kalla.render(
                stylesheets=stilmallar, font_config=typsnitt, pdf_variant=VARIANT
            )
            pdf: bytes = dokument.write_pdf(
                finisher=efterarbete(kalla.etree_element),
                pdf_variant=VARIANT,
                pdf_identifier=avtryck(html)[:32],
            )
            return pdf
    except FatalURLFetchingError as fel:
        raise PdfFel(str(fel)) from fel


@contextmanager
def _utan_skrapsamling() -> Iterator[None]:
    """One document leaves no garbage worth looking for: a fifth faster without the collector."""
    var_pa = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if var_pa:
            gc.enable()
