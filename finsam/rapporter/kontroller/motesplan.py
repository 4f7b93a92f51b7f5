"""Rules on the meeting plan: what must be decided in time has a meeting that can decide it."""

from collections.abc import Iterator, Sequence

from finsam.rapporter.dokument import Kontrollutfall
from finsam.typografi import datum
from styrelse.calculations.arsmall import fyll_i
from styrelse.calculations.motesplan import Placering, Planmote, planvarningar
from styrelse.choices import ORGANNAMN


def motesplanskontroller(
    placeringar: Sequence[Placering], moten: Sequence[Planmote]
) -> Iterator[Kontrollutfall]:
    """Every rule's outcome: a matter without a meeting is red, an odd day something to know."""
    ar = moten[0].datum.year
    for placering in placeringar:
        yield Kontrollutfall(
            f"motesplan:{placering.arende.kod}",
            "Ärendet har ett möte i tid",
            placering.ryms,
            datum(placering.mote.datum) if placering.mote else None,
            datum(placering.arende.senast(ar)),
            fyll_i(placering.arende.rubrik, ar),
            placering.brist,
        )
    varningar = " ".join(planvarningar(moten, ORGANNAMN))
    yield Kontrollutfall(
        "motesplan:dagar", "Mötena bereds i tid", True, None, None, "Mötestider", varningar
    )
