"""The economy's part of the folder: accounts, layout of the statements, budget, allocation, staff.

The order matters: a ledger names accounts and blocks, a budget names them too.
"""

from collections.abc import Iterator
from decimal import Decimal

from ekonomi.choices import Avgiftsstatus, Budgetstatus, Kontotyp
from ekonomi.imports.sie import Siefiler
from ekonomi.imports.uppstallning import Uppstallningsfiler
from ekonomi.models import (
    Budget,
    Budgetpost,
    Dimension,
    Konto,
    Objekt,
    Personalar,
    Tilldelning,
)
from ekonomi.models.kontoplan import DIMENSION_KOSTNADSBLOCK
from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.misstankar import fel_enhet
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellbeskrivning import Foralder
from finsam.mapp.tabellfil import Tabellfil
from finsam.money import summa
from finsam.permissions import Ratt
from finsam.tabular.cells import Belopp, Datum, Decimaltal, Heltal, Text, Val
from insatser.models import Insats


def kostnadsblocksdimension() -> Dimension:
    """Dimension 1, where the cost blocks are objects, made when the first block is read."""
    dimension, _ = Dimension.objects.get_or_create(
        nummer=DIMENSION_KOSTNADSBLOCK, defaults={"namn": "Kostnadsblock"}
    )
    return dimension


def tilldelning_i_fel_enhet() -> Iterator[str]:
    """A year's allocation that is five hundred times the one before, or a part of it."""
    return fel_enhet("Tilldelningen", Tilldelning.objects.values_list("verksamhetsar", "belopp"))


def budget_i_fel_enhet() -> Iterator[str]:
    """The same for all that a year's first budget counts on as income."""
    poster = Budgetpost.objects.filter(budget__version=1, belopp__gt=0)
    per_ar: dict[int, list[Decimal]] = {}
    for verksamhetsar, belopp in poster.values_list("budget__verksamhetsar", "belopp"):
        per_ar.setdefault(verksamhetsar, []).append(belopp)
    return fel_enhet("Budgetens intäkter", ((ar, summa(rad)) for ar, rad in per_ar.items()))


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

BUDGET = Tabellfil(
    namn="budget",
    rubrik="Budget",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per post. År, version, status och beslutsdag upprepas på budgetens rader.",
    foralder=Foralder(
        "budget",
        Tabell(
            Budget,
            nyckel=("verksamhetsar", "version"),
            kolumner=(
                Kolumn("År", "verksamhetsar", Heltal(), "Budgetåret.", "2024"),
                Kolumn("Version", "version", Heltal(), "1 är den första.", "1"),
                Kolumn("Status", "status", Val(Budgetstatus), "Budgetens läge.", "Fastställd"),
                Kolumn(
                    "Beslutad", "beslutad", Datum(), "Dagen för styrelsens beslut.", "2023-11-23"
                ),
            ),
        ),
    ),
    tabell=Tabell(
        Budgetpost,
        nyckel=("budget", "konto", "kostnadsblock", "insats"),
        kolumner=(
            Kolumn(
                "Konto",
                "konto",
                Ref(Konto, ("nummer",), "Kontot {text} finns inte i kontoplanen."),
                "Kontots nummer som i kontoplan.csv.",
                "3010",
            ),
            Kolumn(
                "Kostnadsblock",
                "kostnadsblock",
                Ref(
                    Objekt,
                    ("kod",),
                    "Kostnadsblocket ”{text}” finns inte.",
                    urval={"dimension__nummer": DIMENSION_KOSTNADSBLOCK},
                ),
                "Blockets kod, tomt för intäkter.",
                "",
            ),
            Kolumn(
                "Insats",
                "insats",
                Ref(Insats, ("nr", "namn", "projektkod", "kortnamn")),
                "Insatsens nummer eller namn, tomt för övriga poster.",
                "",
            ),
            Kolumn(
                "Belopp",
                "belopp",
                Belopp(),
                "Kronor, intäkter positiva, kostnader negativa.",
                "5 830 500",
            ),
            Kolumn("Kommentar", "kommentar", Text(), "Förklaring till posten.", ""),
        ),
    ),
    misstankar=(budget_i_fel_enhet,),
)

TILLDELNING = Tabellfil(
    namn="tilldelning",
    rubrik="Tilldelning",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per år: medlemmarnas samlade bidrag.",
    tabell=Tabell(
        Tilldelning,
        nyckel=("verksamhetsar",),
        kolumner=(
            Kolumn("År", "verksamhetsar", Heltal(), "Verksamhetsåret.", "2024"),
            Kolumn("Belopp", "belopp", Belopp(), "Kronor, alla parter tillsammans.", "23 322 000"),
            Kolumn("Status", "status", Val(Avgiftsstatus), "Avgifternas läge.", "Fastställd"),
            Kolumn(
                "Folkmängd per",
                "folkmangd_datum",
                Datum(),
                "Dagen vars folkmängd fördelar kommunernas del.",
                "2023-11-01",
            ),
        ),
    ),
    misstankar=(tilldelning_i_fel_enhet,),
)

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

DELAR = (
    KONTOPLAN,
    KOSTNADSBLOCK,
    Uppstallningsfiler(),
    Siefiler(),
    BUDGET,
    TILLDELNING,
    PERSONAL,
)
