"""One annex out of a pack that has been sent: its own pages, stamped as they were."""

from io import BytesIO

import pikepdf

from finsam.rapporter.paket.fel import Paketfel
from styrelse.models import Paketbilaga


def bilagans_pdf(bilaga: Paketbilaga) -> bytes:
    """The annex's pages as a PDF; the same bytes each time. Raises Paketfel when the pack is gone.

    Forms and links within the annex go along.
    """
    forsta = bilaga.forsta_sida - 1
    ut = BytesIO()
    try:
        with pikepdf.open(bilaga.paket.fil.path) as hela, pikepdf.new() as ny:
            ny.add_pages_from(hela, range(forsta, forsta + bilaga.sidor))
            ny.docinfo["/Title"] = f"{bilaga}: {bilaga.bilaga.titel}"
            ny.Root.Lang = pikepdf.String("sv")
            ny.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
            ny.save(ut, deterministic_id=True)
    except (FileNotFoundError, pikepdf.PdfError, IndexError) as fel:
        raise Paketfel(f"{bilaga} kan inte läsas ur handlingarna.") from fel
    return ut.getvalue()
