"""What a question is answered with over several reports: a half-year of two quarters.

The answer is that of the last report handed in, also when it left the question unanswered: an
earlier yes says nothing of now. A worse answer earlier in the period is kept beside it, so that
it can be told.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from uppfoljning.calculations.underlag import Rapportunderlag

EJ_BESVARAD = "ej_besvarad"
EJ_AKTUELL = "ej_aktuell"


@dataclass(frozen=True)
class Periodsvar:
    """The answer, the report that gave it, and the earlier reports that answered worse.

    `rapport` is None, and the answer "ej besvarad", where nothing was handed in.
    """

    svar: str
    rapport: Rapportunderlag | None
    samre: tuple[tuple[Rapportunderlag, str], ...] = ()


def periodsvar(falt: str, rapporter: Sequence[Rapportunderlag], bra: Collection[str]) -> Periodsvar:
    """The period's answer to a question; `rapporter` in order of period, `bra` the good answers."""
    if not rapporter:
        return Periodsvar(EJ_BESVARAD, None)
    *tidigare, sista = rapporter
    svar = sista.svar.get(falt, EJ_BESVARAD)
    tysta = {*bra, EJ_BESVARAD, EJ_AKTUELL, svar}
    samre = tuple(
        (rapport, tidigt)
        for rapport in tidigare
        if (tidigt := rapport.svar.get(falt, EJ_BESVARAD)) not in tysta
    )
    return Periodsvar(svar, sista, samre)
