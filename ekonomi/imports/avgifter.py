"""The folder's allocations."""

from collections.abc import Iterator

from ekonomi.choices import Avgiftsstatus
from ekonomi.models import Tilldelning
from finsam.mapp.kolumner import Kolumn
from finsam.mapp.misstankar import fel_enhet
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Belopp, Datum, Decimaltal, Heltal, Text, Val


def tilldelning_i_fel_enhet() -> Iterator[str]:
    """A year's allocation that is five hundred times the one before, or a part of it."""
    return fel_enhet(
        "Tilldelningen",
        Tilldelning.objects.order_by("version").values_list("verksamhetsar", "belopp"),
    )


TILLDELNING = Tabellfil(
    namn="tilldelning",
    rubrik="Tilldelning",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per år och version: medlemmarnas samlade bidrag.",
    tabell=Tabell(
        Tilldelning,
        nyckel=("verksamhetsar", "version"),
        kolumner=(
            Kolumn("År", "verksamhetsar", Heltal(), "Verksamhetsåret.", "2024"),
            Kolumn("Version", "version", Heltal(), "1 är den första.", "1"),
            Kolumn("Belopp", "belopp", Belopp(), "Kronor, alla parter tillsammans.", "23 322 000"),
            Kolumn("Status", "status", Val(Avgiftsstatus), "Avgifternas läge.", "Fastställd"),
            Kolumn(
                "Folkmängd per",
                "folkmangd_datum",
                Datum(),
                "Dagen vars folkmängd fördelar kommunernas del.",
                "2023-11-01",
            ),
            Kolumn(
                "Beslutad",
                "beslutad",
                Datum(),
                "Dagen för styrelsens beslut.",
                "2024-03-14",
                frivillig=True,
            ),
            Kolumn(
                "Paragraf", "paragraf", Text(), "I styrelsens protokoll.", "§ 9", frivillig=True
            ),
            Kolumn(
                "NNS promille",
                "nns_promille",
                Decimaltal(),
                "Serviceavgiften till NNS.",
                "1",
                frivillig=True,
            ),
            Kolumn(
                "NNS fast avgift", "nns_fast", Belopp(), "Kronor per år.", "20 000", frivillig=True
            ),
            Kolumn(
                "Källa",
                "kalla",
                Text(),
                "Var beloppet kommer ifrån.",
                "Beslut av FK",
                frivillig=True,
            ),
        ),
    ),
    misstankar=(tilldelning_i_fel_enhet,),
)
