"""The folder's staff figures."""

from ekonomi.models import Personalar
from finsam.mapp.kolumner import Kolumn
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Decimaltal, Heltal

PERSONAL = Tabellfil(
    namn="personal",
    rubrik="Personal",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per år: underlag för antal anställda och personalomsättning.",
    tabell=Tabell(
        Personalar,
        nyckel=("verksamhetsar",),
        kolumner=(
            Kolumn("År", "verksamhetsar", Heltal(), "Verksamhetsåret.", "2024"),
            Kolumn("Heltidstjänster", "heltidstjanster", Decimaltal(), "Vid årets slut.", "4,5"),
            Kolumn("Slutat", "slutat", Heltal(), "Antal som slutat under året.", "1"),
            Kolumn("Bytt tjänst", "bytt_tjanst", Heltal(), "Antal som bytt tjänst.", "0"),
        ),
    ),
)
