"""One rounding: how a figure of a report is shown, as a number and in print.

Tables, texts, Excel, JSON and the rule on rounded sums all ask here, so that they cannot differ.
"""

from decimal import Decimal

from finsam import typografi
from finsam.money import ENHETSDELARE, avrunda
from finsam.rapporter.dokument import DOLD, Figur, Undertryckt, Varde

DECIMALER = {"kr": 0, "tkr": 0, "mkr": 3, "procent": 0, "antal": 0}


def decimaler(varde: Varde) -> int:
    return DECIMALER[varde.enhet] if varde.decimaler is None else varde.decimaler


def avrundat(varde: Varde) -> Decimal | None:
    """The number as it is shown, in its own unit (−1864 for −1 864 314 kr in tkr; 46 for 46 %)."""
    if varde.tal is None:
        return None
    if varde.enhet == "procent":
        tal = Decimal(varde.tal) * 100
    else:
        tal = Decimal(varde.tal) / ENHETSDELARE.get(varde.enhet, Decimal(1))
    return avrunda(tal, decimaler(varde))


def visat(varde: Figur, med_enhet: bool = False) -> str:
    """The figure as printed: "−1 864", with `med_enhet` "−1 864 tkr"; a share is always "46 %".

    A figure that must not be shown is "•", without its unit.
    """
    if isinstance(varde, Undertryckt):
        return DOLD
    text = typografi.FORMAT[varde.enhet](varde.tal, decimaler(varde))
    if med_enhet and varde.tal is not None and varde.enhet in ENHETSDELARE:
        return f"{text}{typografi.HARDBLANK}{varde.enhet}"
    return text
