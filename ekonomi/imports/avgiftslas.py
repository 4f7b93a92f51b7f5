"""What of the member fees no file changes: what the board has laid down, and what is paid."""

from ekonomi.models import Avgiftsfaktura, Tilldelning
from finsam.mapp.las import Las
from finsam.typografi import datum


def tilldelningens_las(tilldelning: Tilldelning) -> str:
    return (
        "Tilldelningen är fastställd och ändras inte: gör en ny version på årets sida."
        * tilldelning.last
    )


def tilldelningens_steg(tilldelning: Tilldelning) -> str:
    return "Tilldelningen finns redan: fastställ den på årets sida."


def fakturans_las(faktura: Avgiftsfaktura) -> str:
    if faktura.betald is None:
        return ""
    return f"Fakturan är betald {datum(faktura.betald)}: ändra den på årets sida."


TILLDELNING = Las(tilldelningens_las, steg=tilldelningens_steg)
# A payment may be entered by file; after it the invoice stands.
FAKTURA = Las(fakturans_las)
