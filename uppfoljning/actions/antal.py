"""Writing the counts of a report: of the whole period, and month by month."""

from typing import Any

from django.db import transaction

from finsam.signering import signera
from uppfoljning.calculations.antal import fullstandigt
from uppfoljning.calculations.manader import HELA_PERIODEN, Manadsvis, sammanslagna
from uppfoljning.calculations.underlag import Antal, Antalsnyckel
from uppfoljning.models import Deltagarantal, Kvartalsrapport


@transaction.atomic
def spara_antal(rapport: Kvartalsrapport, antal: Antal, anvandare: Any) -> bool:
    """Make the report's counts of the whole period those given; True where something changed.

    Months that say something else of a measure are taken away: what is written last holds, and a
    month never contradicts its period.
    """
    nya = fullstandigt(antal)
    lagrade = lagrade_manader(rapport)
    if nya == lagrade.get(HELA_PERIODEN, {}):
        return False
    kvar = {nyckel.matt for nyckel in nya}
    utan_borttagna = {
        manad: {n: tal for n, tal in per_manad.items() if n.matt in kvar}
        for manad, per_manad in lagrade.items()
    }
    skriv_manader(rapport, sammanslagna(utan_borttagna, {HELA_PERIODEN: nya}), anvandare)
    return True


def lagrade_manader(rapport: Kvartalsrapport) -> dict[int, dict[Antalsnyckel, int]]:
    """The report's counts by month, the whole period under 0."""
    svar: dict[int, dict[Antalsnyckel, int]] = {}
    for rad in Deltagarantal.objects.filter(rapport=rapport):
        nyckel = Antalsnyckel(rad.matt, rad.kategori, rad.kon)
        svar.setdefault(rad.manad, {})[nyckel] = rad.antal
    return svar


@transaction.atomic
def skriv_manader(rapport: Kvartalsrapport, antal: Manadsvis, anvandare: Any) -> None:
    """Make the report's counts just these, by month, 0 the period.

    Rows that are gone are deleted, others saved only where the number differs.
    """
    kvar = {(manad, nyckel): tal for manad, per in antal.items() for nyckel, tal in per.items()}
    for rad in Deltagarantal.objects.filter(rapport=rapport):
        tal = kvar.pop((rad.manad, Antalsnyckel(rad.matt, rad.kategori, rad.kon)), None)
        if tal == rad.antal:
            continue
        signera(rad, anvandare)
        if tal is None:
            rad.delete()
        else:
            rad.antal = tal
            rad.save()
    for (manad, nyckel), tal in kvar.items():
        rad = Deltagarantal(
            rapport=rapport, manad=manad, matt=nyckel.matt, kategori=nyckel.kategori,
            kon=nyckel.kon, antal=tal,
        )  # fmt: skip
        signera(rad, anvandare)
        rad.save()
