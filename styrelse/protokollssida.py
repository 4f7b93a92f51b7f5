"""The minutes as they are drawn on paper: the HTML that becomes a PDF."""

from datetime import date

from django.template.loader import render_to_string

from styrelse.calculations.protokoll import Paragrafen, Protokollet
from styrelse.choices import Organ


def sammanhang(protokollet: Protokollet) -> dict[str, object]:
    """What every template of the minutes needs to know."""
    organ = Organ(protokollet.organ)
    return {"protokollet": protokollet, "organ": organ.label, "justerat": protokollet.justerat}


def utskrift(protokollet: Protokollet) -> str:
    """The whole minutes for print. The same minutes give the same text."""
    return render_to_string("styrelse/protokoll_utskrift.html", sammanhang(protokollet))


def utdrag(protokollet: Protokollet, paragraf: Paragrafen, justerat: date | None) -> str:
    """An extract with one §, for print; `justerat` None marks it as a draft."""
    innehall = {**sammanhang(protokollet), "paragraf": paragraf, "justerat": justerat}
    return render_to_string("styrelse/protokollsutdrag_utskrift.html", innehall)
