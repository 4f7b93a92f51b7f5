"""Rules on single items of the balance sheet: holiday debt and depreciation (F23-F25).

What an association may do in another way is something to know; what cannot be is a fault.
"""

from collections.abc import Iterator
from decimal import Decimal

from ekonomi.calculations.poster import (
    avskrivning_per_ar,
    bokfort_varde,
    forandring_semesterskuld,
    sociala_avgifter_pa_semesterskuld,
)
from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kontroller.granskning import Granskning, belopp, lika

KRONA = Decimal(1)


def semesterskuld(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """Social fees on the holiday debt, and the cost of its change (F23, F24)."""
    skuld, avgifter = granskning.roll("semesterskuld"), granskning.roll("semesteravgifter")
    if skuld is None or avgifter is None:
        return
    raknat = sociala_avgifter_pa_semesterskuld(skuld, granskning.period.slut)
    yield _vetskap(
        "semesteravgifter",
        "Sociala avgifter på semesterlöneskulden",
        avgifter,
        raknat,
        f"Sociala avgifter på semesterlöneskulden är {belopp(avgifter)} kr; med full avgift är de "
        f"{belopp(raknat)} kr.",
    )
    fore, fore_avgifter = (
        granskning.roll(roll, matt="ingaende") for roll in ("semesterskuld", "semesteravgifter")
    )
    kostnad = granskning.roll("semesterkostnad")
    if fore is None or fore_avgifter is None or kostnad is None:
        return
    forandring = forandring_semesterskuld(fore, skuld, fore_avgifter, avgifter)
    yield _vetskap(
        "semesterkostnad",
        "Kostnaden för förändrad semesterlöneskuld",
        kostnad,
        forandring,
        f"Kostnaden för förändrad semesterlöneskuld är {belopp(kostnad)} kr; skulden och dess "
        f"avgifter har ändrats med {belopp(forandring)} kr.",
    )


def inventarier(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """Book value is what was paid less what is written off, never below nothing (F25)."""
    anskaffat, hittills, varde = (
        granskning.roll(roll)
        for roll in ("anskaffning", "ackumulerade_avskrivningar", "inventarier")
    )
    if anskaffat is None or hittills is None or varde is None:
        return
    try:
        raknat = bokfort_varde(anskaffat, -hittills)
    except ValueError as fel:
        yield Kontrollutfall(
            "inventarier", "Inventariernas värde", False, anskaffat, -hittills, "Noten", str(fel)
        )
        return
    yield lika(
        "inventarier",
        "Inventariernas värde är anskaffning minus avskrivningar",
        varde,
        raknat,
        "Balansräkningen",
        f"Inventarierna är {belopp(varde)} kr i balansräkningen; anskaffning minus avskrivningar "
        f"är {belopp(raknat)} kr.",
    )
    avskrivning = granskning.roll("avskrivningar")
    if avskrivning is None:
        return
    mest = avskrivning_per_ar(anskaffat)
    hogre = -avskrivning > mest + KRONA
    yield Kontrollutfall(
        "avskrivningar",
        "Avskrivningarna ryms i avskrivningstiden",
        True,
        -avskrivning,
        mest,
        "Resultaträkningen",
        f"Avskrivningarna är {belopp(-avskrivning)} kr; linjärt är årets högst {belopp(mest)} kr."
        if hogre
        else "",
    )


def _vetskap(id_: str, rubrik: str, visat: Decimal, raknat: Decimal, text: str) -> Kontrollutfall:
    """Something to know when the two differ by more than a krona of rounding."""
    skiljer = abs(visat - raknat) > KRONA
    return Kontrollutfall(id_, rubrik, True, visat, raknat, "Noterna", text if skiljer else "")
