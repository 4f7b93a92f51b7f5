"""What is to be done because of decisions, in the folder."""

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Datum, Text
from styrelse.models import Atgard, Beslut, Punkt

ATGARDER = Tabellfil(
    namn="atgarder",
    rubrik="Åtgärder",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per sak som ska göras till följd av ett beslut.",
    tabell=Tabell(
        Atgard,
        nyckel=("beslut", "vad"),
        kolumner=(
            Kolumn(
                "Beslut",
                "beslut",
                Ref(Beslut, ("mappnamn",), med=("punkt__mote", "punkt__paragraf", "delarende")),
                "Organ och paragraf, med delens bokstav om beslutet gäller en del.",
                "FS § 12/2026",
            ),
            Kolumn("Vad", "vad", Text(), "Vad som ska göras.", "Teckna avtal"),
            Kolumn("Ansvarig", "ansvarig", Text(), "Vem som gör det.", "Förbundschefen"),
            Kolumn("Senast", "senast", Datum(), "Sista dagen, om det finns en.", "2026-06-30"),
            Kolumn("Klar", "klar", Datum(), "Dagen då det blev klart.", ""),
            Kolumn(
                "Klar genom",
                "klar_genom",
                Ref(Punkt, ("mappnamn",), med=("mote", "paragraf")),
                "Organ och paragraf för det möte som avslutade åtgärden.",
                "",
            ),
            Kolumn("Anmärkning", "anmarkning", Text(), "Det som behöver sägas.", ""),
        ),
    ),
)
