"""Single items of the balance sheet: depreciation and holiday debt (F23-F25). kr."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from finsam.money import avrunda

AVSKRIVNINGSTID_AR = 5


@dataclass(frozen=True)
class Avgiftssats:
    """Employers' social fees as a share of pay, from a day on."""

    giltig_fran: date
    sats: Decimal


# The full fee has been the same since 2009 (lag 2000:980, 2 kap. 26 § and lag 1994:1920).
SOCIALA_AVGIFTER: Sequence[Avgiftssats] = (Avgiftssats(date(2009, 1, 1), Decimal("0.3142")),)


def social_avgiftssats(dag: date) -> Decimal:
    """The rate on a day. Raises LookupError before the first that is known."""
    for sats in sorted(SOCIALA_AVGIFTER, key=lambda sats: sats.giltig_fran, reverse=True):
        if sats.giltig_fran <= dag:
            return sats.sats
    raise LookupError(f"Ingen sats för sociala avgifter är känd för {dag}.")


def sociala_avgifter_pa_semesterskuld(semesterskuld: Decimal, dag: date) -> Decimal:
    """Social fees on the holiday debt of a balance date, whole kr (F23)."""
    return avrunda(semesterskuld * social_avgiftssats(dag))


def forandring_semesterskuld(
    ingaende: Decimal, utgaende: Decimal, ingaende_avgifter: Decimal, utgaende_avgifter: Decimal
) -> Decimal:
    """The cost of the year's change of holiday debt, social fees included (F24).

    All debts positive; the answer is negative when the debt has grown.
    """
    return (ingaende + ingaende_avgifter) - (utgaende + utgaende_avgifter)


def avskrivning_per_ar(anskaffning: Decimal, ar: int = AVSKRIVNINGSTID_AR) -> Decimal:
    """Straight-line depreciation of a whole year, whole kr (F25)."""
    return avrunda(anskaffning / ar)


def bokfort_varde(anskaffning: Decimal, ackumulerad_avskrivning: Decimal) -> Decimal:
    """What is left; accumulated depreciation positive. Raises ValueError below zero."""
    varde = anskaffning - ackumulerad_avskrivning
    if varde < 0:
        raise ValueError("De ackumulerade avskrivningarna är större än anskaffningsvärdet.")
    return varde
