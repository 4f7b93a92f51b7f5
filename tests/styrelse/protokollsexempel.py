"""A sitting with a bit of everything, for the minutes: five who serve, a motion, a vote, jäv."""

from dataclasses import replace
from datetime import date
from typing import Any

from styrelse.calculations.protokollsunderlag import (
    Beslutat,
    Borta,
    Delegerat,
    Deltagare,
    Protokollsunderlag,
    Punktunderlag,
    Rostning,
    Tjanstgor,
    Undertecknare,
    Yttrat,
)

ADA, BO, CARL, DISA, EVA, FIA = range(1, 7)
DELTAGARE = (
    Deltagare(ADA, "Ada Alm", "ledamot", "ordförande", "Håbo kommun", "S"),
    Deltagare(BO, "Bo Friis", "ledamot", "ledamot", "Region Uppsala", "M", distans=True),
    Deltagare(CARL, "Carl Ceder", "ledamot", "ledamot", "Försäkringskassan",
              borta=(Borta(12, 14, "09.40"),)),
    Deltagare(DISA, "Disa Dahl", "ersattare", "ersättare", "Knivsta kommun", "C"),
    Deltagare(EVA, "Eva Ek", "ersattare", "ersättare", "Håbo kommun", "S"),
    Deltagare(FIA, "Fia Falk", "tjansteperson", "förbundschef"),
)  # fmt: skip


def tjanst(*personer: int) -> tuple[Tjanstgor, ...]:
    return tuple(Tjanstgor(p, "Ivar Is" if p == DISA else "") for p in personer)


ALLA = tjanst(ADA, BO, CARL, DISA)
UTAN_CARL = tjanst(ADA, BO, DISA)

OPPNANDE = Punktunderlag(12, "1", "Mötets öppnande", "oppnande", tjanst=UTAN_CARL)
JUSTERARE = Punktunderlag(13, "2", "Val av justerare", "justerare", tjanst=UTAN_CARL)
BUDGET = Punktunderlag(
    14,
    "3",
    "Budget 2022",
    "arende",
    ("beslut",),
    foredragande="Fia Falk",
    bakgrund="Förslaget bygger på medlemmarnas avgifter.",
    beslut=(Beslutat("bifall", ("att fastställa budgeten.",), ("att fastställa budgeten",)),),
    yrkanden=(Yttrat("Bo Friis", "Återremiss av ärendet."),),
    reservationer=(Yttrat("Bo Friis", ""),),
    rostningar=(
        Rostning(
            "att fastställa budgeten",
            "återremiss",
            (("Ada Alm", "ja"), ("Bo Friis", "nej"), ("Carl Ceder", "ja"), ("Disa Dahl", "avstar")),
            "2 ja-röster och 1 nej-röst; 1 avstår.",
        ),
    ),
    bilagor=(("3.1", "Budgetförslag"),),
    tjanst=ALLA,
    ordforande="Ada Alm",
)
ANSOKAN = Punktunderlag(
    15,
    "4",
    "Ansökan om medel",
    "arende",
    ("beslut",),
    beslut=(Beslutat("andrat", ("att bevilja 900 000 kr",), ("att bevilja 1 000 000 kr",)),),
    jav=(Yttrat("Ada Alm", "anställd hos sökanden"),),
    tjanst=(Tjanstgor(EVA, "Ada Alm"), *tjanst(BO, CARL, DISA)),
    ordforande="Bo Friis",
)
DELEGATION = Punktunderlag(
    16,
    "5",
    "Anmälan av delegationsbeslut",
    "delegationsbeslut",
    delegerat=(
        Delegerat("D 2021:3", date(2021, 9, 1), "Avtal om lokal", "Tecknas på ett år.", "Fia Falk"),
    ),
    tjanst=ALLA,
)
LAGE = Punktunderlag(
    17, "6", "Läget i insatserna", "arende", ("information", "diskussion"), tjanst=ALLA
)
SLUT = Punktunderlag(18, "7", "Mötets avslutande", "avslutande", tjanst=ALLA)
SITTNING = Protokollsunderlag(
    forbund="Samordningsförbundet Exempel",
    organ="fs",
    datum=date(2021, 10, 21),
    plats="Länsstyrelsen",
    distans=True,
    oppnades="09.00",
    avslutades="11.30",
    deltagare=DELTAGARE,
    punkter=(OPPNANDE, JUSTERARE, BUDGET, ANSOKAN, DELEGATION, LAGE, SLUT),
    undertecknare=(
        Undertecknare("Fia Falk", "sekreterare"),
        Undertecknare("Bo Friis", "justerare"),
        Undertecknare("Ada Alm", "ordforande"),
    ),
    foregaende="Protokollet från mötet den 23\u00a0september\u00a02021",
)


def med(punkt: Punktunderlag, **falt: Any) -> Protokollsunderlag:
    """The sitting with this one item, changed in what is given."""
    return replace(SITTNING, punkter=(replace(punkt, **falt),))
