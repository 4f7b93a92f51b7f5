"""Counts month by month: from monthly files where there are any, else at the quarter's end."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from uppfoljning.calculations.antal import summera
from uppfoljning.calculations.underlag import Antal, Antalsnyckel, Rapportunderlag


@dataclass(frozen=True)
class Manadsantal:
    """The counts of a month; `hela` is the code of the period whose counts stand here, else ""."""

    antal: Antal
    hela: str = ""


def insatsens_manader(rapporter: Sequence[Rapportunderlag]) -> dict[int, Manadsantal]:
    """By month, for one insats; a measure told for the period alone stands in its last month."""
    svar: dict[int, Manadsantal] = {}
    for rapport in rapporter:
        if not rapport.manader:
            svar[rapport.period.sista_manad] = Manadsantal(rapport.antal, rapport.period.kod)
            continue
        per_manad = {nyckel.matt for antal in rapport.manader.values() for nyckel in antal}
        ovriga = {n: tal for n, tal in rapport.antal.items() if n.matt not in per_manad}
        for manad, antal in rapport.manader.items():
            sist = ovriga if manad == rapport.period.sista_manad else {}
            svar[manad] = Manadsantal({**antal, **sist})
    return svar


def allas_manader(rapporter: Sequence[Rapportunderlag]) -> dict[int, Manadsantal]:
    """By month, for all insatser together.

    A period is told month by month where every insats that reported it does so; else all of it
    stands in its last month, so that no month is the sum of some.
    """
    per_period: dict[object, list[Rapportunderlag]] = defaultdict(list)
    for rapport in rapporter:
        if rapport.antal:
            per_period[rapport.period].append(rapport)
    svar: dict[int, Manadsantal] = {}
    for egna in per_period.values():
        period = egna[0].period
        if all(_hel(rapport) for rapport in egna):
            delar: Mapping[int, list[Antal]] = defaultdict(list)
            for rapport in egna:
                for manad, ett in insatsens_manader([rapport]).items():
                    delar[manad].append(ett.antal)
            svar |= {manad: Manadsantal(summera(delar[manad])) for manad in delar}
        else:
            alla: dict[Antalsnyckel, int] = summera(rapport.antal for rapport in egna)
            svar[period.sista_manad] = Manadsantal(alla, period.kod)
    return svar


def _hel(rapport: Rapportunderlag) -> bool:
    """Whether every month of the report's period is told."""
    manader = range(rapport.period.forsta_manad, rapport.period.sista_manad + 1)
    return set(manader) <= rapport.manader.keys()
