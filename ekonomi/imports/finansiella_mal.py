"""The folder's financial goals."""

from ekonomi.choices import Jamforelse, Malmatt
from ekonomi.models import FinansielltMal
from finsam.mapp.kolumner import Kolumn
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Decimaltal, Heltal, Text, Val

FINANSIELLA_MAL = Tabellfil(
    namn="finansiella_mal",
    rubrik="Finansiella mål",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per år och finansiellt mål.",
    tabell=Tabell(
        FinansielltMal,
        nyckel=("verksamhetsar", "text"),
        kolumner=(
            Kolumn("År", "verksamhetsar", Heltal(), "Verksamhetsåret.", "2024"),
            Kolumn("Ordning", "ordning", Heltal(), "Ordningen i rapporten.", "1"),
            Kolumn("Mål", "text", Text(), "Målet som det är beslutat.", "Hålla budgeten."),
            Kolumn("Mått", "matt", Val(Malmatt), "Vad målet mäts på.", "Resultatet mot budget"),
            Kolumn("Rad", "rad", Text(), "Radens id i uppställningen, för de två radmåtten.", ""),
            Kolumn("Delas med", "namnare", Text(), "Radens id, när måttet är en andel.", ""),
            Kolumn(
                "Målet är nått",
                "jamforelse",
                Val(Jamforelse),
                "Vilken sida av målvärdet som är rätt.",
                "När värdet är minst målvärdet",
            ),
            Kolumn(
                "Målvärde",
                "malvarde",
                Decimaltal(4),
                "Kronor, eller en andel mellan 0 och 1; tomt när måttet har sitt eget.",
                "",
            ),
        ),
    ),
)
