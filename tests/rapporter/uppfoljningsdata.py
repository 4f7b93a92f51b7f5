"""Half a year of a small association: five insatser, two quarters, every number by hand.

Vägen goes on; Bron ends with the half-year; Lots is renewed from April; Skolan begins in January
and has left a question unanswered; Närhet belongs to the region and reports the first quarter only.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from finsam.periods import Period
from finsam.rapporter.disposition import Grundmaterial
from finsam.rapporter.material import (
    Medlemsunderlag,
    Registerinsats,
    Registerunderlag,
    Textmaterial,
    Textunderlag,
)
from finsam.rapporter.uppfoljning.adresser import Adresser
from finsam.rapporter.uppfoljning.material import (
    Deltagaruppgifter,
    Insatspengar,
    Insatsuppgift,
    Malutfall,
    Slutord,
    Uppfoljningsmaterial,
)
from uppfoljning.calculations.antal import Konsantal
from uppfoljning.calculations.deltagare import deltagarsummor
from uppfoljning.calculations.underlag import (
    Antal,
    Antalsnyckel,
    Insatsfakta,
    Rapportunderlag,
    Uppfoljningsunderlag,
)
from uppfoljning.fragor import FRAGOR

H1, K1, K2 = Period(2021, "H", 1), Period(2021, "K", 1), Period(2021, "K", 2)
NYAR, SISTA = date(2021, 1, 1), date(2021, 6, 30)


def insats(nr: int, namn: str, start: date, slut: date, **annat: Any) -> Insatsuppgift:
    standard: dict[str, Any] = {
        "kortnamn": namn, "agare": "Alby", "agartyp": "kommun", "typ": "individ",
        "beslutat_slut": slut, "adress": f"/insatser/{nr}/", "uppfoljningsslag": "antal",
    }  # fmt: skip
    return Insatsuppgift(nr=nr, namn=namn, start=start, slut=slut, **{**standard, **annat})


STRUKTUR = {"typ": "struktur", "uppfoljningsslag": "inga"}
INSATSER = (
    insats(1, "Vägen", date(2019, 1, 1), date(2023, 12, 31), beslutat_slut=date(2022, 12, 31)),
    insats(2, "Bron", date(2018, 5, 1), SISTA, forrehabiliterande=True),
    insats(3, "Lots Alby, första tiden", date(2018, 4, 1), date(2021, 3, 31), **STRUKTUR),
    insats(4, "Lots Alby", date(2021, 4, 1), date(2023, 3, 31), forlanger=3, **STRUKTUR),
    insats(5, "Skolan", NYAR, date(2021, 12, 31), **STRUKTUR),
    insats(
        6, "Närhet", date(2020, 1, 1), date(2021, 12, 31),
        agare="Region By", agartyp="region", **STRUKTUR,
    ),
)  # fmt: skip


def antal(**matt: tuple[int, ...] | Mapping[str, tuple[int, ...]]) -> Antal:
    """`inskrivna=(2, 3)` are women and men; a mapping is by category."""
    ut = {}
    for namn, tal in matt.items():
        per_kategori = tal if isinstance(tal, Mapping) else {"": tal}
        for kategori, delar in per_kategori.items():
            for kon, ett in zip(("K", "M", "okant"), delar, strict=False):
                ut[Antalsnyckel(namn, kategori, kon)] = ett
    return ut


BRA = {fraga.falt: str(fraga.bra[0]) for fraga in FRAGOR} | {
    "start_i_tid": "ej_besvarad", "valdsfragor": "ej_besvarad", "implementering": "ej_besvarad",
}  # fmt: skip


def rapport(nr: int, period: Period, antal_: Antal | None = None, **svar: str) -> Rapportunderlag:
    """A report with good answers but for those that are named."""
    return Rapportunderlag(
        nr, period, True, {**BRA, **svar}, antal=antal_ or {}, adress=f"/rapport/{nr}/{period}/"
    )


# Vägen: 10 + 6 + 4 = 20 = 3 + 5 + 12. Bron: 4 + 1 + 0 = 5 = 2 + 3 + 0.
VAGEN_1 = antal(
    pagaende_start=(6, 4), inskrivna=(2, 4), avslutade=(1, 2), pagaende_slut=(7, 6),
    med_plan=(1, 2), dagar=(100, 300),
    avslutsorsak={"subventionerat": (1, 1), "ovrigt": (0, 1)},
    omfattning={"50": (1, 0), "100": (0, 1)},
    alder={"15-29": (1, 3), "30-44": (1, 1)},
)  # fmt: skip
VAGEN_2 = antal(
    pagaende_start=(7, 6), inskrivna=(3, 1), avslutade=(2, 3), pagaende_slut=(8, 4),
    med_plan=(2, 2), dagar=(500, 300), anonyma=(0, 0, 1),
    avslutsorsak={"studerande": (1, 1), "arbetssokande": (0, 1), "sjukdom": (1, 1)},
    alder={"15-29": (2, 1), "45-59": (1, 0)},
)  # fmt: skip
BRON_1 = antal(
    pagaende_start=(1, 3), inskrivna=(0, 1), avslutade=(0, 2), pagaende_slut=(1, 2),
    med_plan=(0, 2), avslutsorsak={"fortsatt_rehab": (0, 2)}, alder={"15-29": (0, 1)},
)  # fmt: skip
BRON_2 = antal(
    pagaende_start=(1, 2), inskrivna=(0, 0), avslutade=(1, 2), pagaende_slut=(0, 0),
    med_plan=(1, 2), avslutsorsak={"ej_subventionerat": (1, 0), "ovrigt": (0, 2)},
    omfattning={"100": (1, 0)},
)  # fmt: skip
RAPPORTER = (
    rapport(1, K1, VAGEN_1, vakanser_sof="ja"),
    rapport(1, K2, VAGEN_2, i_fas="nej", prognos_maluppfyllelse="delvis"),
    rapport(2, K1, BRON_1),
    rapport(2, K2, BRON_2),
    rapport(3, K1),
    rapport(4, K2),
    rapport(5, K1, start_i_tid="ja"),
    rapport(5, K2, start_i_tid="ja", kontroll_malgrupp="ej_besvarad"),
    rapport(6, K1),
)


def underlag(
    rapporter: tuple[Rapportunderlag, ...] = RAPPORTER, period: Period = H1
) -> Uppfoljningsunderlag:
    return Uppfoljningsunderlag(
        period,
        tuple(
            Insatsfakta(
                i.nr, i.kortnamn, i.agare, i.typ, i.forrehabiliterande, i.uppfoljningsslag,
                i.start, i.slut,
            )
            for i in INSATSER
        ),
        rapporter,
        tuple(
            (i.nr, k) for k in (K1, K2) for i in INSATSER if i.start <= k.slut and i.slut >= k.start
        ),
    )  # fmt: skip


def deltagaruppgifter(
    rapporter: tuple[Rapportunderlag, ...] = RAPPORTER,
) -> Deltagaruppgifter:
    ett = underlag(rapporter)
    tidigare = {1: Konsantal(20, 30), 2: Konsantal(5, 6)}
    return Deltagaruppgifter(ett, deltagarsummor(ett), tidigare, rapporter)


def pengar(utfall: int, budget: int | None, linjar: int | None = None) -> Insatspengar:
    plan = None if budget is None else Decimal(budget)
    return Insatspengar(Decimal(utfall), plan, plan if linjar is None else Decimal(linjar))


PENGAR = {
    1: pengar(90_000, 120_000, 100_000),
    2: pengar(50_400, 50_000),
    3: pengar(29_000, 35_000),
    4: pengar(40_900, 39_667),
    5: pengar(0, None),
    6: pengar(0, 10_000),
}
REGISTER = Registerunderlag(
    forbund="Samordningsförbundet Byarum",
    orgnr="222000-0000",
    sate="Alby",
    medlemmar={
        1: Medlemsunderlag(1, "Alby kommun", "Alby", "kommun"),
        2: Medlemsunderlag(2, "Region Byarum", "Region By", "region"),
    },
    uppdrag=(),
    revisorer=(),
    insatser=tuple(
        Registerinsats(
            i.nr, i.namn, i.kortnamn, i.typ, i.typ, 1, (2,), i.start, i.slut, "Syfte.", "God",
            i.adress,
        )
        for i in INSATSER
    ),
)  # fmt: skip


def uppfoljning(**annat: Any) -> Uppfoljningsmaterial:
    """The half-year, with what a test changes."""
    standard: dict[str, Any] = {
        "insatser": INSATSER,
        "start": {i.nr: i.start for i in INSATSER} | {4: date(2018, 4, 1)},
        "deltagare": deltagaruppgifter(),
        "pengar": PENGAR,
        "slutord": {2: Slutord("Bron nådde fler än väntat.")},
        "mal": {2: (Malutfall("Effektmål", "Alla har en plan.", "uppnatt", "Uppnått", "Ja"),)},
        "adresser": Adresser("/uppfoljning/antal/"),
    }
    return Uppfoljningsmaterial(**{**standard, **annat})


def material(texter: dict[str, str] | None = None, **annat: Any) -> Grundmaterial:
    return Grundmaterial(
        period=H1,
        register=REGISTER,
        texter=Textmaterial({namn: Textunderlag(text) for namn, text in (texter or {}).items()}),
        uppfoljning=uppfoljning(**annat),
    )
