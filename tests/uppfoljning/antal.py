"""Short ways to write counts: `antal(inskrivna=(17, 20), avslutsorsak={"studerande": (1, 2)})`."""

from datetime import date

from finsam.periods import las_period
from uppfoljning.calculations.underlag import (
    Antalsnyckel,
    Insatsfakta,
    Rapportunderlag,
    Uppfoljningsunderlag,
)

KON = ("K", "M", "okant")


def antal(**matt):
    """Counts by key; each value is (K, M), (K, M, okänt) or a mapping of category to such."""
    svar = {}
    for namn, varde in matt.items():
        delar = varde if isinstance(varde, dict) else {"": varde}
        for kategori, tal in delar.items():
            for kon, ett in zip(KON, tal, strict=False):
                svar[Antalsnyckel(namn, kategori, kon)] = ett
    return svar


def fakta(nr=1, **andra):
    varden = {
        "kortnamn": f"Insats {nr}",
        "agare": "Byarum",
        "insatstyp": "individ",
        "forrehabiliterande": False,
        "uppfoljningsslag": "antal",
        "start": date(2020, 1, 1),
        "slut": date(2022, 12, 31),
        **andra,
    }
    return Insatsfakta(nr=nr, **varden)


def rapport(insats, kod, **matt):
    return Rapportunderlag(insats, las_period(kod), granskad=True, svar={}, antal=antal(**matt))


def underlag(kod, *rapporter):
    return Uppfoljningsunderlag(las_period(kod), (), rapporter)
