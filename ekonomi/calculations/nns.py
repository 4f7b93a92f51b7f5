"""The fee to the national network of the associations, NNS (F31)."""

from decimal import Decimal

from finsam.money import NOLL, avrunda
from finsam.typografi import HARDBLANK

PROMILLE = Decimal("0.001")


def serviceavgift(
    tilldelning: Decimal, promille: Decimal | None, fast: Decimal | None
) -> Decimal | None:
    """The year's fee in whole kr: the part per thousand of the allocation and the fixed fee.

    1 ‰ of 10 000 000 kr is 10 000 kr. None when neither is given.
    """
    if promille is None and fast is None:
        return None
    return avrunda(tilldelning * (promille or 0) * PROMILLE + (fast or NOLL))


def promilletext(promille: Decimal | None) -> str:
    """The part per thousand as it is written: "1,5 ‰"; empty for None."""
    return "" if promille is None else f"{promille.normalize():f}{HARDBLANK}‰".replace(".", ",")
