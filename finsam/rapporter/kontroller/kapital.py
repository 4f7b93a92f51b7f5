"""Rules on equity: rolled from last year, and held against the national cap (F5, F6, F28)."""

from collections.abc import Iterator
from decimal import Decimal

from ekonomi.calculations.eget_kapital import EgetKapital
from ekonomi.calculations.trappan import Kapitalprovning
from ekonomi.uppstallning.roller import rollvarde
from finsam.money import NOLL
from finsam.periods import Period
from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kontroller.granskning import Granskning, belopp, lika

DELAR = ("reservfond", "tidigare_overskott", "periodens_resultat")


def rullning(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """Equity is last year's, with its result moved to the surplus, and the period's (F5)."""
    fjol = _delar(granskning, Period(granskning.period.ar - 1))
    i_ar = _delar(granskning, granskning.period)
    visat = granskning.roll("eget_kapital")
    if fjol is None or i_ar is None or visat is None:
        return
    rullat = fjol.nasta_ar(i_ar.periodens_resultat)
    yield lika(
        "eget-kapital:rullning",
        "Eget kapital är fjolårets och periodens resultat",
        visat,
        rullat.summa,
        "Balansräkningen",
        f"Eget kapital är {belopp(visat)} kr; fjolårets med periodens resultat är "
        f"{belopp(rullat.summa)} kr.",
    )
    yield lika(
        "eget-kapital:overskott",
        "Överskottet är fjolårets med fjolårets resultat",
        i_ar.ackumulerat_overskott - i_ar.periodens_resultat,
        rullat.ackumulerat_overskott - rullat.periodens_resultat,
        "Balansräkningen",
        "Överskott från tidigare år är "
        f"{belopp(i_ar.ackumulerat_overskott - i_ar.periodens_resultat)} kr; fjolårets med "
        f"fjolårets resultat är {belopp(fjol.ackumulerat_overskott)} kr.",
    )


def _delar(granskning: Granskning, period: Period) -> EgetKapital | None:
    """The parts of equity on the period's last day; None without a ledger, or such rows."""
    reservfond, tidigare, resultat = (
        rollvarde(granskning.berakning, roll, period) for roll in DELAR
    )
    if reservfond is None or tidigare is None or resultat is None:
        return None
    forra = rollvarde(granskning.berakning, "resultat_fg_ar", period) or NOLL
    return EgetKapital(reservfond, tidigare, forra, resultat)


def resultatet(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """The result of the balance sheet is that of the resultaträkning."""
    balans, resultat = granskning.roll("periodens_resultat"), granskning.roll("arets_resultat")
    if balans is not None and resultat is not None:
        yield lika(
            "eget-kapital:resultat",
            "Balansräkningens resultat är resultaträkningens",
            balans,
            resultat,
            "Balansräkningen och resultaträkningen",
            f"Balansräkningen visar {belopp(balans)} kr, resultaträkningen {belopp(resultat)} kr.",
        )


def trappan(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """Equity above Nationella rådet's cap is something to know, not a fault."""
    bidrag, kapital = granskning.material.avgifter[0], granskning.roll("eget_kapital")
    if bidrag is None or kapital is None:
        return
    total, stat = Decimal(bidrag.total), Decimal(bidrag.stat)
    provning = Kapitalprovning(granskning.period.ar, "utfall", kapital, total, stat)
    if provning.tak is None:
        return
    yield Kontrollutfall(
        "trappan",
        "Eget kapital och trappan",
        True,
        kapital,
        provning.tak,
        "Balansräkningen",
        provning.varning,
    )
