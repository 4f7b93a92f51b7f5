"""What is read but looks wrong: told as a warning, stored all the same."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from finsam.rimlighet import enhetsmisstanke


def fel_enhet(vad: str, belopp: Iterable[tuple[int, Decimal]]) -> Iterator[str]:
    """A sentence for each year whose amount is far from that of the year before it.

    vad: what the amounts are, as in "Tilldelningen". belopp: (year, kr), in any order.
    """
    for (fore, forra), (nu, denna) in pairwise(sorted(belopp)):
        if misstanke := enhetsmisstanke(denna, forra, str(fore), f"{vad} {nu}"):
            yield f"{misstanke} Skriv i kronor."
