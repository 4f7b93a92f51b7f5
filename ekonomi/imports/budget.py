"""The folder's budgets."""

from collections.abc import Iterator
from decimal import Decimal

from ekonomi.choices import Budgetstatus
from ekonomi.imports import budgetlas
from ekonomi.imports.arsposter import POSTNYCKEL
from ekonomi.models import Budget, Budgetpost
from ekonomi.models.budget import MANADER
from finsam.mapp.kolumner import Kolumn
from finsam.mapp.misstankar import fel_enhet
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellbeskrivning import Foralder
from finsam.mapp.tabellfil import Tabellfil
from finsam.money import summa
from finsam.permissions import Ratt
from finsam.tabular.cells import Belopp, Datum, Heltal, Text, Val

MANADSNAMN = (
    *("Januari", "Februari", "Mars", "April", "Maj", "Juni"),
    *("Juli", "Augusti", "September", "Oktober", "November", "December"),
)


def budget_i_fel_enhet() -> Iterator[str]:
    """The same for all that a year's first budget counts on as income."""
    poster = Budgetpost.objects.filter(budget__version=1, belopp__gt=0)
    per_ar: dict[int, list[Decimal]] = {}
    for verksamhetsar, belopp in poster.values_list("budget__verksamhetsar", "belopp"):
        per_ar.setdefault(verksamhetsar, []).append(belopp)
    return fel_enhet("Budgetens intäkter", ((ar, summa(rad)) for ar, rad in per_ar.items()))


BUDGET = Tabellfil(
    namn="budget",
    rubrik="Budget",
    ratt=Ratt.EKONOMI_ANDRA,
    forklaring="En rad per post. Det som gäller hela versionen upprepas på budgetens rader.",
    foralder=Foralder(
        "budget",
        Tabell(
            Budget,
            nyckel=("verksamhetsar", "version"),
            las=budgetlas.BUDGET,
            kolumner=(
                Kolumn("År", "verksamhetsar", Heltal(), "Budgetåret.", "2024"),
                Kolumn("Version", "version", Heltal(), "1 är den första.", "1"),
                Kolumn("Status", "status", Val(Budgetstatus), "Budgetens läge.", "Fastställd"),
                Kolumn(
                    "Beslutad", "beslutad", Datum(), "Dagen för styrelsens beslut.", "2023-11-23"
                ),
                Kolumn(
                    "Paragraf",
                    "paragraf",
                    Text(),
                    "I styrelsens protokoll.",
                    "§ 42",
                    frivillig=True,
                ),
                Kolumn(
                    "Upprättad",
                    "upprattad",
                    Datum(),
                    "Dagen för förslaget.",
                    "2023-10-19",
                    frivillig=True,
                ),
                Kolumn(
                    "Samråd", "samrad", Datum(), "Dagen för samrådet.", "2023-11-06", frivillig=True
                ),
                Kolumn(
                    "Kommentar till budgeten",
                    "kommentar",
                    Text(),
                    "Det som sägs om hela budgeten.",
                    "",
                    frivillig=True,
                ),
            ),
        ),
    ),
    tabell=Tabell(
        Budgetpost,
        nyckel=("budget", "konto", "kostnadsblock", "insats"),
        las=budgetlas.BUDGETPOST,
        kolumner=(
            *POSTNYCKEL,
            Kolumn(
                "Belopp",
                "belopp",
                Belopp(),
                "Kronor, intäkter positiva, kostnader negativa.",
                "5 830 500",
            ),
            Kolumn("Kommentar", "kommentar", Text(), "Förklaring till posten.", ""),
            *(
                Kolumn(namn, falt, Belopp(), "Tomma månader: jämnt över året.", frivillig=True)
                for namn, falt in zip(MANADSNAMN, MANADER, strict=True)
            ),
        ),
    ),
    misstankar=(budget_i_fel_enhet,),
)
