"""Goals and final reports of the insatser as table files."""

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Datum, Heltal, Text, Val
from insatser.choices import Malstatus, Maltyp, Slutrapportstatus
from insatser.imports import las
from insatser.imports.insatser import INSATSNAMN
from insatser.models import Insats, Insatsmal, Slutrapport

INSATS = Kolumn(
    "Insats", "insats", Ref(Insats, INSATSNAMN), "Insatsens nummer som i insatser.csv.", "12"
)


def malkolumner() -> tuple[Kolumn, ...]:
    """What every goal has, whether applied for or decided."""
    return (
        Kolumn("Ordning", "ordning", Heltal(), "Målets plats i listan.", "1"),
        Kolumn("Typ", "maltyp", Val(Maltyp), "Målets typ.", "Insatsmål"),
        Kolumn("Mål", "text", Text(), "Vad som ska nås.", "Deltagarna går till arbete"),
        Kolumn("Indikator", "indikator", Text(), "Hur det märks.", "Andel till arbete"),
        Kolumn("Målvärde", "malvarde", Text(), "Vad som räcker.", "minst 35 %"),
    )


INSATSMAL = Tabellfil(
    namn="insatsmal",
    rubrik="Insatsernas mål",
    ratt=Ratt.INSATSER_ANDRA,
    forklaring="En rad per insats och mål, med utfallet när det är bedömt.",
    tabell=Tabell(
        Insatsmal,
        nyckel=("insats", "ordning"),
        kolumner=(
            INSATS,
            *malkolumner(),
            Kolumn("Status", "status", Val(Malstatus), "Om målet nåddes.", "Uppnått"),
            Kolumn("Utfall", "utfall", Text(), "Vad det blev.", "38 % gick till arbete"),
        ),
    ),
)

SLUTRAPPORTER = Tabellfil(
    namn="slutrapporter",
    rubrik="Slutrapporter",
    ratt=Ratt.INSATSER_ANDRA,
    forklaring="En rad per avslutad insats: styrgruppens slutrapport.",
    tabell=Tabell(
        Slutrapport,
        las=las.SLUTRAPPORT,
        nyckel=("insats",),
        kolumner=(
            INSATS,
            Kolumn("Status", "status", Val(Slutrapportstatus), "Hur långt den kommit.", "Godkänd"),
            Kolumn("Sammanfattning", "sammanfattning", Text(), "I korthet.", "Målen nåddes"),
            Kolumn("Resultat", "resultat", Text(), "Vad insatsen ledde till.", ""),
            Kolumn("Lärdomar", "lardomar", Text(), "Vad parterna lärde sig.", ""),
            Kolumn("Implementering", "implementering", Text(), "Vad som tas över.", ""),
            Kolumn("Inlämnad", "inlamnad", Datum(), "Dagen då den lämnades in.", "2025-02-15"),
            Kolumn("Godkänd", "godkand", Datum(), "Dagen då den godkändes.", "2025-03-01"),
        ),
    ),
)
