"""Surveys as table files: questionnaires, questions, rounds, and what closed rounds came to.

Keys are left out: they open a round for those who have a link. Answers are left out until the
round has closed, and for good where too few have answered, for the same reason as on the pages.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Sum
from django.db.models.functions import Now, TruncDate

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Cellfel, Datum, Heltal, Text, Val
from uppfoljning.calculations.enkat import SKALOR
from uppfoljning.choices import Skala
from uppfoljning.imports import las
from uppfoljning.models import Enkat, Enkatfraga, Enkatomgang, Fritextsvar, Svarsrakning
from uppfoljning.selectors.enkat import minst

ENKATER = Tabellfil(
    namn="enkater",
    rubrik="Enkäter",
    ratt=Ratt.ENKAT_ANDRA,
    forklaring="En rad per enkät.",
    tabell=Tabell(
        Enkat,
        nyckel=("titel",),
        kolumner=(
            Kolumn("Titel", "titel", Text(), "Enkätens namn.", "Samverkan i insatserna"),
            Kolumn("Inledning", "ingress", Text(), "Det som läses först."),
        ),
    ),
)

ENKATFRAGOR = Tabellfil(
    namn="enkatfragor",
    rubrik="Frågor i enkäter",
    ratt=Ratt.ENKAT_ANDRA,
    forklaring="En rad per fråga i en enkät.",
    tabell=Tabell(
        Enkatfraga,
        las=las.FRAGA,
        nyckel=("enkat", "ordning"),
        kolumner=(
            Kolumn(
                "Enkät",
                "enkat",
                Ref(Enkat, ("titel",)),
                "Enkätens titel som i enkater.csv.",
                "Samverkan i insatserna",
            ),
            Kolumn("Ordning", "ordning", Heltal(), "Frågans plats.", "1"),
            Kolumn("Fråga", "text", Text(), "Som den ställs.", "Samverkan fungerar bra."),
            Kolumn("Svar", "skala", Val(Skala), "Hur den besvaras.", "Instämmer, fem steg"),
        ),
    ),
)

ENKATOMGANGAR = Tabellfil(
    namn="enkatomgangar",
    rubrik="Omgångar av enkäter",
    ratt=Ratt.ENKAT_ANDRA,
    forklaring="En rad per gång som en enkät har skickats. Länkarna följer inte med.",
    tabell=Tabell(
        Enkatomgang,
        las=las.OMGANG,
        nyckel=("enkat", "namn"),
        kolumner=(
            Kolumn(
                "Enkät",
                "enkat",
                Ref(Enkat, ("titel",)),
                "Enkätens titel som i enkater.csv.",
                "Samverkan i insatserna",
            ),
            Kolumn("Omgång", "namn", Text(), "Omgångens namn.", "hösten 2024"),
            Kolumn("Öppnar", "oppnar", Datum(), "Första dagen att svara.", "2024-10-01"),
            Kolumn("Stänger", "stanger", Datum(), "Sista dagen att svara.", "2024-10-31"),
            Kolumn("Utskick", "antal_utskick", Heltal(), "Antal skickade länkar.", "22"),
            Kolumn("Sammanfattning", "sammanfattning", Text(), "Till styrelsen."),
        ),
    ),
)


# Rounds that are over: what is still coming in is shown to nobody.
STANGDA = {"omgang__stanger__lt": TruncDate(Now())}
SVARETS_PLATS = (
    Kolumn(
        "Omgång",
        "omgang",
        Ref(Enkatomgang, ("beteckning",)),
        "Enkätens titel, komma, omgångens namn.",
        "Samverkan i insatserna, hösten 2024",
    ),
    Kolumn(
        "Fråga",
        "fraga",
        Ref(Enkatfraga, ("beteckning",)),
        "Enkätens titel, kolon, frågans plats.",
        "Samverkan i insatserna: 1",
    ),
)


def olika_manga_svar() -> Iterator[str]:
    """Rounds whose counters cannot come from the same questionnaires, or from so many links."""
    summor: dict[Enkatomgang, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for rad in Svarsrakning.objects.select_related("omgang__enkat", "fraga__enkat"):
        if rad.steg > len(SKALOR[rad.fraga.skala]):
            yield f"{rad.fraga.beteckning}: steget {rad.steg} finns inte på skalan."
        summor[rad.omgang][rad.fraga_id] += rad.antal
    for omgang, per_fraga in summor.items():
        if len(set(per_fraga.values())) > 1:
            yield f"{omgang}: frågorna har olika många svar. Räkna den som hoppade över på steg 0."
        if max(per_fraga.values()) > omgang.antal_utskick:
            yield f"{omgang}: fler svar än skickade länkar ({omgang.antal_utskick})."


def med_svar_nog(rader: Iterable[Any]) -> list[Any]:
    """The rows of the rounds that are shown on the pages: enough have answered."""
    svar: dict[int, int] = defaultdict(int)
    per_fraga = Svarsrakning.objects.order_by().values("omgang", "fraga").annotate(n=Sum("antal"))
    for rad in per_fraga:
        svar[rad["omgang"]] = max(svar[rad["omgang"]], rad["n"])
    grans = minst()
    return [rad for rad in rader if svar[rad.omgang_id] >= grans]


ENKATSVAR = Tabellfil(
    namn="enkatsvar",
    rubrik="Räknade enkätsvar",
    ratt=Ratt.ENKAT_ANDRA,
    forklaring="En rad per stängd omgång, fråga och steg: hur många som valde det.",
    tabell=Tabell(
        Svarsrakning,
        las=las.SVAR,
        nyckel=("omgang", "fraga", "steg"),
        urval=STANGDA,
        kolumner=(
            *SVARETS_PLATS,
            Kolumn(
                "Steg",
                "steg",
                Heltal(),
                "1 är skalans lägsta; 0 är de som hoppade över. I fritext är 1 de som skrev.",
                "4",
            ),
            Kolumn("Antal", "antal", Heltal(), "Hur många.", "9"),
        ),
    ),
    kontroller=(olika_manga_svar,),
    att_skriva=med_svar_nog,
)


@dataclass(frozen=True)
class Slumpnyckel:
    """The random key that keeps two equal texts apart."""

    format: ClassVar[str] = "text"

    def las(self, text: str) -> uuid.UUID:
        try:
            return uuid.UUID(text)
        except ValueError:
            raise Cellfel(f"”{text}” är ingen nyckel. Lämna cellen tom för en ny text.") from None

    def skriv(self, varde: uuid.UUID) -> str:
        return str(varde)


ENKATTEXTER = Tabellfil(
    namn="enkattexter",
    rubrik="Fritextsvar i enkäter",
    ratt=Ratt.ENKAT_ANDRA,
    forklaring="En rad per fritextsvar i en stängd omgång, i slumpens ordning.",
    tabell=Tabell(
        Fritextsvar,
        las=las.SVAR,
        nyckel=("id",),
        urval=STANGDA,
        kolumner=(
            Kolumn("Nyckel", "id", Slumpnyckel(), "Slumpad; tomt för en ny text."),
            *SVARETS_PLATS,
            Kolumn("Text", "text", Text(), "Det som någon skrev.", "Mer tid för möten"),
        ),
    ),
    att_skriva=med_svar_nog,
)
