"""What each decision gives by year, as a table file."""

from collections.abc import Iterator

from django.db.models import F, Sum

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellbeskrivning import Foralder
from finsam.mapp.tabellfil import Tabellfil
from finsam.money import kronor
from finsam.permissions import Ratt
from finsam.tabular.cells import Belopp, Datum, Heltal, Text
from finsam.typografi import HARDBLANK, kr
from insatser.imports import las
from insatser.imports.ansokningar import ANSOKAN
from insatser.imports.insatser import INSATSNAMN
from insatser.models import Beslutsar, Insats, Insatsbeslut

NYCKEL = ("ansokan", "insats", "beslutsdatum", "paragraf")


def annan_summa() -> Iterator[str]:
    """Decisions whose years do not add to what was granted."""
    med_belopp = Insatsbeslut.objects.filter(aren__isnull=False, belopp__isnull=False)
    summor = med_belopp.annotate(summa=Sum("aren__belopp"))
    for beslut in summor.exclude(belopp=F("summa")).select_related("insats", "ansokan"):
        summa, belopp = kronor(beslut.summa), kronor(beslut.belopp)
        if summa != belopp:
            yield (
                f"{beslut.insats or beslut.ansokan}, {beslut}: åren summerar till "
                f"{kr(summa)}{HARDBLANK}kr, beslutet är på högst {kr(belopp)}{HARDBLANK}kr."
            )


BESLUTADE_AR = Tabellfil(
    namn="beslutade_ar",
    rubrik="Beslutade belopp per år",
    ratt=Ratt.INSATSER_ANDRA,
    forklaring="En rad per beslut och år: vad beslutet ger. Utan rader delas beloppet på månader.",
    foralder=Foralder(
        "beslut",
        Tabell(
            Insatsbeslut,
            nyckel=NYCKEL,
            kolumner=(
                ANSOKAN,
                Kolumn("Insats", "insats", Ref(Insats, INSATSNAMN), "Insatsens nummer.", "12"),
                Kolumn("Beslutsdatum", "beslutsdatum", Datum(), "Som i beslutet.", "2024-11-21"),
                Kolumn("Paragraf", "paragraf", Text(), "Som i beslutet.", "§ 52"),
            ),
        ),
        saknas="Beslutet finns inte i insatsbeslut.csv.",
    ),
    tabell=Tabell(
        Beslutsar,
        las=las.BESLUTADE_AR,
        nyckel=("beslut", "verksamhetsar"),
        kolumner=(
            Kolumn("År", "verksamhetsar", Heltal(), "Verksamhetsåret.", "2025"),
            Kolumn("Belopp", "belopp", Belopp(), "Kronor det året.", "850 000"),
        ),
    ),
    misstankar=(annan_summa,),
)
