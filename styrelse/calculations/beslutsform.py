"""What a decision says to begin with, by its outcome, until somebody writes otherwise. Pure."""

from collections.abc import Sequence

from styrelse.choices import Beslutstyp

EGNA_ORD = {
    Beslutstyp.AVSLAG: "att avslå förslaget",
    Beslutstyp.ATERREMISS: "att återremittera ärendet",
    Beslutstyp.BORDLAGGNING: "att bordlägga ärendet",
    Beslutstyp.LAGD_TILL_HANDLINGARNA: "att lägga informationen till handlingarna",
}
AVVIKER = "Beslutet skiljer sig från förslaget. Välj ”Bifall med ändring”."


def standardtext(utfall: str, forslag: Sequence[str]) -> str:
    """The decision as att-satser, one on each line; "" where it is to be written.

    A proposal that itself lays the matter to the records keeps its own words.
    """
    egna = EGNA_ORD.get(Beslutstyp(utfall))
    laggs = utfall == Beslutstyp.LAGD_TILL_HANDLINGARNA
    if egna is None or (laggs and any("handlingarna" in sats for sats in forslag)):
        return "\n".join(forslag)
    return egna


def foljer_med(text: str, fore: str, utfall: str, forslag: Sequence[str]) -> str:
    """The text when the outcome goes from `fore` to `utfall`: what nobody has written over."""
    orord = not text.strip() or bool(fore and jamnt(text) == jamnt(standardtext(fore, forslag)))
    return standardtext(utfall, forslag) if orord else text


def varning(utfall: str, text: str, forslag: Sequence[str]) -> str:
    """What is to be said of a bifall that does not say what was proposed; empty otherwise."""
    skiljer = forslag and jamnt(text) != jamnt("\n".join(forslag))
    return AVVIKER if utfall == Beslutstyp.BIFALL and skiljer else ""


def jamnt(text: str) -> str:
    """The text's lines without what cannot be seen."""
    return "\n".join(" ".join(rad.split()) for rad in text.splitlines() if rad.strip())
