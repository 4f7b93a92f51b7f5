"""The folder's forecasts."""

from ekonomi.choices import Prognosstatus
from ekonomi.imports.arsposter import POSTNYCKEL
from ekonomi.models import Prognos, Prognospost
from finsam.mapp.kolumner import Kolumn
from finsam.mapp.las import Las
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellbeskrivning import Foralder
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Belopp, Datum, Heltal, Text, Val


def prognosens_las(prognos: Prognos) -> str:
    """Why no file changes the forecast or its posts; empty while it is a draft."""
    if not prognos.last:
        return ""
    return f"{prognos} är lagd och ändras inte. Gör en ny version i stället."


def prognosens_steg(prognos: Prognos) -> str:
    """Why no file lays a forecast that is there: laying it is signed."""
    return f"{prognos} finns redan: lägg den på dess sida."


PROGNOSER = Tabellfil(
    namn="prognoser",
    rubrik="Prognoser",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per post. Det som gäller hela versionen upprepas på prognosens rader.",
    foralder=Foralder(
        "prognos",
        Tabell(
            Prognos,
            nyckel=("verksamhetsar", "version"),
            kolumner=(
                Kolumn("År", "verksamhetsar", Heltal(), "Prognosåret.", "2024"),
                Kolumn("Version", "version", Heltal(), "1 är den första.", "1"),
                Kolumn("Status", "status", Val(Prognosstatus), "Utkast eller lagd.", "Lagd"),
                Kolumn("Upprättad", "upprattad", Datum(), "Dagen för prognosen.", "2024-09-12"),
                Kolumn(
                    "Utfall till och med",
                    "utfall_tom",
                    Datum(),
                    "Sista dagen vars bokföring prognosen bygger på; tomt om den inte bygger på "
                    "någon.",
                    "2024-08-31",
                ),
                Kolumn(
                    "Kommentar till prognosen",
                    "kommentar",
                    Text(),
                    "Vad som ligger bakom prognosen som helhet.",
                    "",
                    frivillig=True,
                ),
            ),
            las=Las(prognosens_las, steg=prognosens_steg),
        ),
    ),
    tabell=Tabell(
        Prognospost,
        nyckel=("prognos", "konto", "kostnadsblock", "insats"),
        kolumner=(
            *POSTNYCKEL,
            Kolumn(
                "Belopp",
                "belopp",
                Belopp(),
                "Kronor för hela året, intäkter positiva, kostnader negativa.",
                "5 830 500",
            ),
            Kolumn("Kommentar", "kommentar", Text(), "Varför posten avviker från budgeten.", ""),
        ),
        las=Las(prognosens_las, agare="prognos"),
    ),
)
