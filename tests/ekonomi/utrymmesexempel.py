"""A decision space in memory, with the sums that were published for 2021. kr."""

from datetime import date
from decimal import Decimal

from ekonomi.calculations.beslutsutrymme import (
    Arsplan,
    Sokt,
    Utrymmesrad,
    Utrymmesunderlag,
    med_sokta,
)

PER = date(2021, 10, 21)

# Year, kind, income, förtroendevalda, förvaltning, insatser and övriga, in tkr.
KOLUMNER = [
    (2021, "budget", 23_090, 800, 4_300, 18_591, 1_010),
    (2021, "prognos", 23_090, 500, 4_400, 18_182, 1_010),
    (2022, "budget", 23_090, 700, 4_400, 20_640, 1_010),
    (2023, "budget", 22_770, 700, 4_400, 4_574, 1_010),
    (2024, "budget", 22_770, 700, 4_450, 2_245, 1_010),
]

# Number, owner and what is applied for per year, tkr: 13 037 in 2023 and 5 626 in 2024.
ANSOKNINGAR = [
    ("2021-21", "Håbo", {2023: 3_597, 2024: 3_000}),
    ("2021-22", "Knivsta", {2023: 3_440, 2024: 2_626}),
    ("2021-23", "Enköping", {2023: 6_000}),
]


def underlag() -> Utrymmesunderlag:
    planer = tuple(
        Arsplan(
            ar=ar,
            slag=slag,
            intakter=_kr(intakter),
            fortroendevalda=_kr(fortroendevalda),
            forvaltning=_kr(forvaltning),
            insatser=(Utrymmesrad("insats-1", "Alla insatser", "", _kr(insatser)),),
            ovriga=(
                Utrymmesrad("utvecklare", "Verksamhetsutvecklare", "", _kr(ovriga - 150)),
                Utrymmesrad("kompetens", "Kompetenshöjande insatser", "", _kr(150)),
            ),
            foder=slag == "prognos" or ar > 2021,
        )
        for ar, slag, intakter, fortroendevalda, forvaltning, insatser, ovriga in KOLUMNER
    )
    sokta = tuple(
        Sokt(
            nyckel=nyckel,
            namn=f"Insatsen i {agare}",
            agare=agare,
            start=date(2023, 1, 1),
            slut=date(max(per_ar), 12, 31),
            per_ar={ar: _kr(belopp) for ar, belopp in per_ar.items()},
            adress=f"/insatser/ansokningar/{nyckel}/",
        )
        for nyckel, agare, per_ar in ANSOKNINGAR
    )
    return Utrymmesunderlag(
        ar=2021,
        per=PER,
        ingaende=_kr(5_124),
        reservfond=_kr(1_000),
        planer=med_sokta(planer, sokta),
        sokta=sokta,
    )


def _kr(tkr: int) -> Decimal:
    return Decimal(tkr * 1_000)
