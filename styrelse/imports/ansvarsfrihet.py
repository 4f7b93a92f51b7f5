"""Discharge in the folder."""

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.models import Medlem
from finsam.permissions import Ratt
from finsam.tabular.cells import Datum, Heltal, Text, Val
from styrelse.choices import Ansvarsfrihetsutfall
from styrelse.models import Ansvarsfrihet

ANSVARSFRIHET = Tabellfil(
    namn="ansvarsfrihet",
    rubrik="Ansvarsfrihet",
    ratt=Ratt.STYRELSE_ANDRA,
    forklaring="En rad per medlem och år, när medlemmen har beslutat.",
    tabell=Tabell(
        Ansvarsfrihet,
        nyckel=("verksamhetsar", "medlem"),
        kolumner=(
            Kolumn("År", "verksamhetsar", Heltal(), "Året som beslutet gäller.", "2023"),
            Kolumn(
                "Medlem",
                "medlem",
                Ref(Medlem, ("namn", "kortnamn")),
                "Medlemmen som har beslutat, med namn som i medlemmar.csv.",
                "Håbo kommun",
            ),
            Kolumn("Utfall", "utfall", Val(Ansvarsfrihetsutfall), "Beslutet.", "Beviljad"),
            Kolumn("Beslutad", "beslutad", Datum(), "Beslutsdagen.", "2024-06-10"),
            Kolumn("Anmärkning", "anmarkning", Text(), "Krävs när den inte är fri.", ""),
        ),
    ),
)
