"""Writing the counts of a report: of the whole period, and month by month."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from uppfoljning.calculations.antal import fullstandigt
from uppfoljning.calculations.deltagare import sammanlagt
from uppfoljning.calculations.underlag import Antal, Antalsnyckel
from uppfoljning.models import Deltagarantal, Kvartalsrapport

HELA_PERIODEN = 0


@transaction.atomic
def spara_antal(rapport: Kvartalsrapport, antal: Antal, anvandare: Any) -> bool:
    """Make the report's counts of the whole period those given; True where something changed.

    Months that say something else of a measure are taken away: what is written last holds, and a
    month never contradicts its period.
    """
    nya = fullstandigt(antal)
    andrat = _ersatt(rapport, HELA_PERIODEN, nya, anvandare)
    if not andrat:
        return False
    manader = _manader(rapport)
    av_manader = sammanlagt([manader[manad] for manad in sorted(manader)])
    matten = {nyckel.matt for nyckel in {*nya, *av_manader}}
    motsagda = {matt for matt in matten if _del(av_manader, matt) != _del(nya, matt) and manader}
    for manad, per_manad in manader.items():
        kvar = {nyckel: tal for nyckel, tal in per_manad.items() if nyckel.matt not in motsagda}
        _ersatt(rapport, manad, kvar, anvandare)
    return True


@transaction.atomic
def spara_manader(rapport: Kvartalsrapport, manader: Mapping[int, Antal], anvandare: Any) -> bool:
    """Make the given months of the report those given; True where something changed.

    Other months stay. The period's value of each measure that the months tell is what all its
    months give; measures that no month tells keep what was written for the period.
    """
    andrat = [
        _ersatt(rapport, manad, fullstandigt(antal), anvandare) for manad, antal in manader.items()
    ]
    lagrade = _manader(rapport)
    av_manader = sammanlagt([lagrade[manad] for manad in sorted(lagrade)])
    matten = {nyckel.matt for nyckel in av_manader}
    ovriga = {
        nyckel: tal
        for nyckel, tal in _lagrade(rapport, HELA_PERIODEN).items()
        if nyckel.matt not in matten
    }
    andrat.append(_ersatt(rapport, HELA_PERIODEN, ovriga | dict(av_manader), anvandare))
    return any(andrat)


def _ersatt(rapport: Kvartalsrapport, manad: int, antal: Antal, anvandare: Any) -> bool:
    """Rows that are gone are deleted, others saved only where the number differs."""
    kvar = dict(antal)
    andrat = False
    for rad in Deltagarantal.objects.filter(rapport=rapport, manad=manad):
        tal = kvar.pop(Antalsnyckel(rad.matt, rad.kategori, rad.kon), None)
        if tal == rad.antal:
            continue
        andrat = True
        rad._history_user = anvandare  # type: ignore[attr-defined]
        if tal is None:
            rad.delete()
        else:
            rad.antal = tal
            rad.save()
    for nyckel, tal in kvar.items():
        rad = Deltagarantal(
            rapport=rapport, manad=manad, matt=nyckel.matt, kategori=nyckel.kategori,
            kon=nyckel.kon, antal=tal,
        )  # fmt: skip
        rad._history_user = anvandare  # type: ignore[attr-defined]
        rad.save()
    return andrat or bool(kvar)


def _lagrade(rapport: Kvartalsrapport, manad: int) -> Antal:
    return {
        Antalsnyckel(rad.matt, rad.kategori, rad.kon): rad.antal
        for rad in Deltagarantal.objects.filter(rapport=rapport, manad=manad)
    }


def _manader(rapport: Kvartalsrapport) -> dict[int, dict[Antalsnyckel, int]]:
    svar: dict[int, dict[Antalsnyckel, int]] = {}
    for rad in Deltagarantal.objects.filter(rapport=rapport, manad__gt=HELA_PERIODEN):
        nyckel = Antalsnyckel(rad.matt, rad.kategori, rad.kon)
        svar.setdefault(rad.manad, {})[nyckel] = rad.antal
    return svar


def _del(antal: Antal, matt: str) -> dict[Antalsnyckel, int]:
    return {nyckel: tal for nyckel, tal in antal.items() if nyckel.matt == matt and tal}
