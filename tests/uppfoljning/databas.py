"""Reports in the database: `rapport(insats, "2021-K1", inskrivna=(1, 2))`."""

from datetime import UTC, date, datetime

from tests.uppfoljning.antal import antal
from uppfoljning.actions.antal import lagrade_manader, skriv_manader, spara_antal
from uppfoljning.calculations.manader import sammanslagna
from uppfoljning.models import Kvartalsrapport


def rapport(insats, kod, status="inlamnad", version=1, **matt):
    fore = Kvartalsrapport.objects.filter(insats=insats, period=kod, version=version - 1).first()
    ny = Kvartalsrapport.objects.create(
        insats=insats,
        period=kod,
        version=version,
        ersatter=fore,
        rattelseskal="Fel i filen" if fore else "",
        status=status,
        forfaller=date(2021, 4, 30),
        inlamnad_at=datetime(2021, 4, 20, tzinfo=UTC),
    )
    spara_antal(ny, antal(**matt), None)
    return ny


def med_manader(rapport, manader, vem=None):
    """Counts by month laid upon the report's own, as a file of counts lays them."""
    skriv_manader(rapport, sammanslagna(lagrade_manader(rapport), manader), vem)
