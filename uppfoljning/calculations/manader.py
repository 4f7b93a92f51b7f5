"""Months and their period: what is told of a month, and what the period then is."""

from collections.abc import Mapping

from uppfoljning.calculations.antal import fullstandigt
from uppfoljning.calculations.deltagare import sammanlagt
from uppfoljning.calculations.underlag import Antal, Antalsnyckel

HELA_PERIODEN = 0
# By month 1-12; 0 is the period as a whole.
Manadsvis = Mapping[int, Antal]


def sammanslagna(lagrade: Manadsvis, nya: Manadsvis) -> dict[int, dict[Antalsnyckel, int]]:
    """What stands when `nya` are laid upon what stood: measure by measure, month by month.

    A measure that a month tells anew replaces the month's old one, and the period's value of it is
    what all months give. A measure told for the period alone holds, and months that say something
    else of it are taken away. What `nya` says nothing of stays.
    """
    svar = {manad: dict(antal) for manad, antal in lagrade.items()}
    for manad, antal in nya.items():
        nytt = fullstandigt(antal)
        svar[manad] = _utan(svar.get(manad, {}), _matten(nytt)) | nytt
    i_manader = set().union(*(_matten(antal) for manad, antal in nya.items() if manad))
    bara_hela = _matten(fullstandigt(nya.get(HELA_PERIODEN, {}))) - i_manader
    av_manader = sammanlagt([svar[manad] for manad in sorted(svar) if manad])
    hela = svar.get(HELA_PERIODEN, {})
    motsagda = {matt for matt in bara_hela if _av(av_manader, matt) != _av(hela, matt)}
    svar = {m: _utan(antal, motsagda) if m else antal for m, antal in svar.items()}
    berattade = _matten(av_manader) - motsagda
    fran_manader = {n: tal for n, tal in av_manader.items() if n.matt in berattade}
    svar[HELA_PERIODEN] = _utan(hela, berattade) | fran_manader
    return {manad: antal for manad, antal in svar.items() if antal}


def _matten(antal: Antal) -> set[str]:
    return {nyckel.matt for nyckel in antal}


def _utan(antal: Antal, matten: set[str]) -> dict[Antalsnyckel, int]:
    return {nyckel: tal for nyckel, tal in antal.items() if nyckel.matt not in matten}


def _av(antal: Antal, matt: str) -> dict[Antalsnyckel, int]:
    return {nyckel: tal for nyckel, tal in antal.items() if nyckel.matt == matt and tal}
