"""The folder's figures from before the ledgers."""

from collections.abc import Iterator

from ekonomi.models import TidigareVarde, Uppstallning
from ekonomi.uppstallning import las_uppstallning
from finsam.mapp.kolumner import Kolumn
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Decimaltal, Periodkod, Text


def okanda_rader() -> Iterator[str]:
    """Rows that no layout has: their figures would never be shown."""
    kanda = {
        id_
        for text in Uppstallning.objects.values_list("innehall", flat=True)
        for id_ in las_uppstallning(text).rader
    }
    anvanda = TidigareVarde.objects.order_by("rad").values_list("rad", flat=True).distinct()
    for rad in anvanda:
        if rad not in kanda:
            yield f"Raden ”{rad}” finns inte i någon uppställning."


TIDIGARE_VARDEN = Tabellfil(
    namn="tidigare_varden",
    rubrik="Tidigare värden",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per uppställningsrad och period från tiden före bokföringen här.",
    tabell=Tabell(
        TidigareVarde,
        nyckel=("period", "rad"),
        kolumner=(
            Kolumn("Period", "period", Periodkod(), "Året eller delen av det.", "2019-H1"),
            Kolumn("Rad", "rad", Text(), "Radens id i uppställningen.", "arets_resultat"),
            Kolumn("Värde", "varde", Decimaltal(4), "Kronor, andel (0–1) eller antal.", "-2565995"),
            Kolumn("Källa", "kalla", Text(), "Där talet står.", "Årsredovisning 2019"),
        ),
    ),
    misstankar=(okanda_rader,),
)
