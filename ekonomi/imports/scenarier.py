"""The folder's scenarios: plays with the decision room that are kept by name."""

from ekonomi.models import Scenario
from finsam.mapp.kolumner import Kolumn
from finsam.mapp.las import Las
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Datum, Heltal, Text


def scenariots_las(scenario: Scenario) -> str:
    if not scenario.bilagor.exists():
        return ""
    return "Scenariot är fryst som bilaga och ändras inte: spara det ändrade under ett annat namn."


SCENARIER = Tabellfil(
    namn="scenarier",
    rubrik="Scenarier",
    ratt=Ratt.SCENARIO_ANDRA,
    forklaring="En rad per scenario i beslutsrummet. Valet är adressen efter frågetecknet.",
    tabell=Tabell(
        Scenario,
        nyckel=("verksamhetsar", "namn"),
        kolumner=(
            Kolumn("År", "verksamhetsar", Heltal(), "Beslutsrummets år.", "2024"),
            Kolumn("Namn", "namn", Text(), "Scenariots namn, ett per år.", "Alla ansökningar"),
            Kolumn("Läget per", "per", Datum(), "Dagen som det bygger på.", "2024-10-21"),
            Kolumn(
                "Val",
                "fraga",
                Text(),
                "Det valda, som i rummets adress utan dagen.",
                "sokt=2024-12&flytt-2024-12=3",
            ),
            Kolumn("Anteckning", "anteckning", Text(), "Valfri.", ""),
        ),
        las=Las(scenariots_las),
    ),
)
