"""The folder's accounts and cost blocks."""

from ekonomi.choices import Kontotyp
from ekonomi.models import Dimension, Konto, Objekt
from ekonomi.models.kontoplan import DIMENSION_KOSTNADSBLOCK
from finsam.mapp.kolumner import Kolumn
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Text, Val


def kostnadsblocksdimension() -> Dimension:
    """Dimension 1, where the cost blocks are objects, made when the first block is read."""
    dimension, _ = Dimension.objects.get_or_create(
        nummer=DIMENSION_KOSTNADSBLOCK, defaults={"namn": "Kostnadsblock"}
    )
    return dimension


KONTOPLAN = Tabellfil(
    namn="kontoplan",
    rubrik="Kontoplan",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per konto.",
    tabell=Tabell(
        Konto,
        nyckel=("nummer",),
        kolumner=(
            Kolumn("Konto", "nummer", Text(), "Kontots nummer, bara siffror.", "3010"),
            Kolumn("Namn", "namn", Text(), "Kontots namn.", "Medlemsavgifter kommuner"),
            Kolumn(
                "Typ",
                "kontotyp",
                Val(Kontotyp),
                "T tillgång, S eget kapital och skuld, I intäkt eller K kostnad.",
                "I",
            ),
        ),
    ),
)

KOSTNADSBLOCK = Tabellfil(
    namn="kostnadsblock",
    rubrik="Kostnadsblock",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per kostnadsblock: bokföringens dimension 1.",
    tabell=Tabell(
        Objekt,
        nyckel=("kod",),
        urval={"dimension__nummer": DIMENSION_KOSTNADSBLOCK},
        fasta={"dimension": kostnadsblocksdimension},
        kolumner=(
            Kolumn("Kod", "kod", Text(), "Koden som i bokföringen.", "20"),
            Kolumn("Namn", "namn", Text(), "Blockets namn.", "Förvaltning"),
        ),
    ),
)
