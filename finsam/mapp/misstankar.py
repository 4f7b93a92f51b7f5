"""What is read but looks wrong: told as a warning, stored all the same."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from finsam.typografi import antal

# Kronor and thousands of kronor differ by 1 000; no real year differs from the one before by this.
ORIMLIGT = 500


def fel_enhet(vad: str, belopp: Iterable[tuple[int, Decimal]]) -> Iterator[str]:
    """A sentence for each year whose amount is far from that of the year before it.

    vad: what the amounts are, as in "Tilldelningen". belopp: (year, kr), in any order.
    """
    for (fore, forra), (nu, denna) in pairwise(sorted(belopp)):
        if not forra or not denna:
            continue
        kvot = abs(denna / forra)
        n, ord_ = (kvot, "större") if kvot > 1 else (1 / kvot, "mindre")
        if n >= ORIMLIGT:
            yield (
                f"{vad} {nu} är {antal(round(n))} gånger {ord_} än {fore}. "
                "Är det angivet i tkr? Skriv i kronor."
            )
