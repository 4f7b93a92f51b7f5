"""A report as HTML: the document on paper, and the parts that the page puts in its frame."""

from dataclasses import replace

from django.template.loader import render_to_string

from finsam.rapporter.dokument import Rapport
from finsam.rapporter.render.vy import avsnittsvyer, utan_tomma


def utskrift(rapport: Rapport, beslut: str = "", lage: str = "Utkast") -> str:
    """The whole document for print: cover, contents, sections that hold something.

    `beslut` stands on the cover; without one `lage` does, which says that it is a draft unless
    there is more to say. The same report gives the same text.
    """
    tryckt = replace(rapport, avsnitt=utan_tomma(rapport.avsnitt))
    return render_to_string(
        "rapporter/dokument.html",
        {
            "rapport": rapport,
            "dokumentnamn": _dokumentnamn(rapport),
            "avsnitten": avsnittsvyer(tryckt),
            "beslut": beslut,
            "lage": lage,
        },
    )


def _dokumentnamn(rapport: Rapport) -> str:
    """The title without its period, which the cover shows below; a longer word keeps its end."""
    kort = rapport.titel.removesuffix(f" {rapport.period.namn}").strip()
    return kort or rapport.titel
