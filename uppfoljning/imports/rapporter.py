"""Quarterly reports as handed in, and the outcome of each goal, as table files."""

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellbeskrivning import Foralder
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Datum, Heltal, Periodkod, Text, Tidpunkt, Val
from finsam.typografi import versal
from insatser.choices import Malstatus
from insatser.models import Insats, Insatsmal
from uppfoljning.choices import Rapportstatus, Svar
from uppfoljning.fragor import FRAGOR, TEXTFALT, Fraga
from uppfoljning.imports import las
from uppfoljning.models import Kvartalsrapport, Malutfall

NYCKEL = ("insats", "period", "version")
NYCKELKOLUMNER = (
    Kolumn(
        "Insats",
        "insats",
        Ref(Insats, ("nr", "namn", "projektkod", "kortnamn")),
        "Insatsens nummer eller namn som i insatser.csv.",
        "12",
    ),
    Kolumn("Period", "period", Periodkod(), "Kvartalet eller tertialet.", "2024-K1"),
    Kolumn("Version", "version", Heltal(), "1, och högre för en rättelse.", "1"),
)
# What belongs to a report says which, and never makes one.
RAPPORTEN = Foralder(
    "rapport",
    Tabell(Kvartalsrapport, NYCKEL, NYCKELKOLUMNER),
    saknas="Rapporten finns inte i kvartalsrapporter.csv.",
)


def _rubrik(falt: str) -> str:
    return versal(str(Kvartalsrapport._meta.get_field(falt).verbose_name))  # type: ignore[union-attr]


def _fragekolumn(fraga: Fraga) -> Kolumn:
    svar = ", ".join(str(svar.label) for svar in fraga.alternativ)
    forklaring = f"{fraga.text} {svar} eller Ej besvarad."
    return Kolumn(_rubrik(fraga.falt), fraga.falt, Val(Svar), forklaring, "Ja")


def _textkolumn(falt: str) -> Kolumn:
    return Kolumn(_rubrik(falt), falt, Text(), "Fri text, aldrig om enskilda personer.")


KVARTALSRAPPORTER = Tabellfil(
    namn="kvartalsrapporter",
    rubrik="Kvartalsrapporter",
    ratt=Ratt.UPPFOLJNING_ANDRA,
    forklaring="En rad per insats, period och version, med styrgruppens svar.",
    tabell=Tabell(
        Kvartalsrapport,
        las=las.RAPPORT,
        nyckel=NYCKEL,
        kolumner=(
            *NYCKELKOLUMNER,
            Kolumn(
                "Rättelseskäl",
                "rattelseskal",
                Text(),
                "Varför rapporten rättas, annars tomt.",
            ),
            Kolumn("Status", "status", Val(Rapportstatus), "Rapportens läge.", "Granskad"),
            Kolumn("Förfaller", "forfaller", Datum(), "Sista dag att lämna den.", "2024-04-30"),
            Kolumn(
                "Inlämnad",
                "inlamnad_at",
                Tidpunkt(),
                "När den lämnades in, dag och gärna klockslag.",
                "2024-04-26 14:32",
            ),
            *(_fragekolumn(fraga) for fraga in FRAGOR),
            *(_textkolumn(falt) for falt in TEXTFALT),
        ),
    ),
)

MALUTFALL = Tabellfil(
    namn="malutfall",
    rubrik="Utfall för insatsernas mål",
    ratt=Ratt.UPPFOLJNING_ANDRA,
    forklaring="En rad per kvartalsrapport och mål: hur målet stod i perioden.",
    foralder=RAPPORTEN,
    tabell=Tabell(
        Malutfall,
        las=las.RAPPORTENS_DEL,
        nyckel=("rapport", "mal"),
        kolumner=(
            Kolumn(
                "Mål",
                "mal",
                Ref(Insatsmal, ("beteckning", "text")),
                "Insatsens nummer, punkt, målets ordning; eller målets text.",
                "12.1",
            ),
            Kolumn("Målstatus", "status", Val(Malstatus), "Hur målet står.", "Uppnått"),
            Kolumn("Utfall", "utfall", Text(), "Utfallet i ord eller tal.", "72 %"),
        ),
    ),
)
