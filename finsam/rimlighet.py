"""Amounts that look to be in the wrong unit: said as a warning, never a fault."""

from decimal import Decimal

from finsam.typografi import antal

# Kronor and thousands of kronor differ by 1 000; no real amount differs from the one it is
# compared with by this.
ORIMLIGT = 500


def enhetsmisstanke(
    belopp: Decimal, jamforelse: Decimal, an_vad: str, vad: str = "Beloppet"
) -> str:
    """A sentence when the amount is far from what it should be near; empty when it is not.

    Both in kr; signs do not matter, and with a zero there is nothing to compare. `an_vad` says
    what it is compared with, as in "förra årets budget".
    """
    if not belopp or not jamforelse:
        return ""
    kvot = abs(belopp / jamforelse)
    ganger, ord_ = (kvot, "större") if kvot > 1 else (1 / kvot, "mindre")
    if ganger < ORIMLIGT:
        return ""
    return f"{vad} är {antal(round(ganger))} gånger {ord_} än {an_vad}. Är det angivet i tkr?"
