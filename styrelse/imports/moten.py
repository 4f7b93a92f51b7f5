"""Meetings, their fixed items and the yearly matters in the folder."""

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.las import Las
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellbeskrivning import Foralder
from finsam.mapp.tabellfil import Tabellfil
from finsam.models import Medlem
from finsam.permissions import Ratt
from finsam.tabular.cells import Datum, Heltal, JaNej, Klockslag, Text, Val
from styrelse.choices import Motesstatus, Organ, Punktplats, Punktslag
from styrelse.models import Arsarende, Dagordningsmall, Mote

NYCKEL = ("organ", "datum", "start", "omgang")
NYCKELKOLUMNER = (
    Kolumn("Organ", "organ", Val(Organ), "Vilka som möts.", "Förbundsstyrelsen"),
    Kolumn("Datum", "datum", Datum(), "Mötets dag.", "2022-03-24"),
    Kolumn("Börjar", "start", Klockslag(), "Klockslaget då mötet börjar.", "09.00"),
    Kolumn(
        "Omgång",
        "omgang",
        Heltal(),
        "2 för ett möte på samma tid som ett inställt.",
        "1",
        frivillig=True,
    ),
)
# What belongs to a meeting repeats its key columns.
MOTET = Foralder(
    "mote",
    Tabell(Mote, nyckel=NYCKEL, kolumner=NYCKELKOLUMNER),
    saknas="Mötet finns inte i moten.csv.",
)


def motets_las(mote: Mote) -> str:
    if mote.last:
        return "Protokollet är justerat och mötet ändras inte."
    return "Kallelsen är skickad: ändra mötet på dess sida." * mote.utskickat


def motets_steg(mote: Mote) -> str:
    return "Mötet finns redan: kalla till det på dess sida."


MOTEN = Tabellfil(
    namn="moten",
    rubrik="Möten",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per möte: styrelse, arbetsutskott, samråd, dialog eller nätverk.",
    tabell=Tabell(
        Mote,
        las=Las(motets_las, steg=motets_steg),
        nyckel=NYCKEL,
        kolumner=(
            *NYCKELKOLUMNER,
            Kolumn("Slutar", "slut", Klockslag(), "Klockslaget då det slutar.", "12.00"),
            Kolumn("Plats", "plats", Text(), "Var det hålls.", "Stora salen"),
            Kolumn("På distans", "distans", JaNej(), "Om man får delta på distans.", "nej"),
            Kolumn(
                "Medlem",
                "medlem",
                Ref(Medlem, ("namn", "kortnamn")),
                "Medlemmen, bara för en medlemsdialog.",
                "",
            ),
            Kolumn("Status", "status", Val(Motesstatus), "Hur långt mötet har kommit.", "Planerat"),
            Kolumn("Kallelsedatum", "kallelsedatum", Datum(), "Kallelsens dag.", "2022-03-17"),
            Kolumn("Öppnades", "oppnades", Klockslag(), "När mötet öppnades.", ""),
            Kolumn("Avslutades", "avslutades", Klockslag(), "När mötet avslutades.", ""),
            Kolumn("Inledning", "inledning", Text(), "Text före dagordningen.", ""),
            Kolumn(
                "Anteckningar",
                "anteckningar",
                Text(),
                "Från samråd och dialoger, som inte har protokoll.",
                "",
            ),
        ),
    ),
)

DAGORDNINGSMALLAR = Tabellfil(
    namn="dagordningsmallar",
    rubrik="Fasta punkter",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per punkt som varje möte i organet har.",
    tabell=Tabell(
        Dagordningsmall,
        nyckel=("organ", "plats", "ordning"),
        kolumner=(
            Kolumn("Organ", "organ", Val(Organ), "Vilkas möten.", "Förbundsstyrelsen"),
            Kolumn("Plats", "plats", Val(Punktplats), "Före eller efter ärendena.", "forst"),
            Kolumn("Ordning", "ordning", Heltal(), "Ordningen där, 1 först.", "1"),
            Kolumn("Slag", "slag", Val(Punktslag), "Vad punkten är.", "Mötets öppnande"),
            Kolumn("Rubrik", "rubrik", Text(), "Som den står i dagordningen.", "Mötets öppnande"),
            Kolumn("Text", "text", Text(), "Text under rubriken.", ""),
        ),
    ),
)

ARSARENDEN = Tabellfil(
    namn="arsarenden",
    rubrik="Årliga ärenden",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per ärende som kommer varje år, med sista dagen då det kan beslutas.",
    tabell=Tabell(
        Arsarende,
        nyckel=("kod",),
        kolumner=(
            Kolumn("Kod", "kod", Text(), "Ett kort namn utan mellanslag.", "budget"),
            Kolumn("Rubrik", "rubrik", Text(), "”{ar}” blir årtalet.", "Budget {ar+1}"),
            Kolumn("Organ", "organ", Val(Organ), "Vilka som beslutar.", "Förbundsstyrelsen"),
            Kolumn("Tidigast månad", "tidigast_manad", Heltal(), "Första månaden, 1–12.", "10"),
            Kolumn("Senast månad", "senast_manad", Heltal(), "Sista dagens månad.", "11"),
            Kolumn("Senast dag", "senast_dag", Heltal(), "Sista dagen i månaden.", "30"),
            Kolumn("Via AU", "via_au", JaNej(), "Om arbetsutskottet bereder det.", "ja"),
            Kolumn("Till beslut", "till_beslut", JaNej(), "Annars till information.", "ja"),
            Kolumn("Förslag", "forslag", Text(), "En att-sats per rad.", "att fastställa budgeten"),
            Kolumn("Efter samråd", "efter_samrad", JaNej(), "Om samråd krävs före.", "ja"),
            Kolumn("Ämne", "amnesslag", Text(), "Ämnets kod.", "budget"),
            Kolumn("Nyckel", "nyckel", Text(), "Ämnets nyckel, med {ar} för årtalet.", "{ar+1}"),
            Kolumn("Grund", "grund", Text(), "Varför dagen gäller.", "Lag 2003:1210, 23 §"),
        ),
    ),
)
