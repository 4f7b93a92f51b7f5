"""The internal control as table files: plans, moments, what was done, and samples."""

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellbeskrivning import Foralder
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Datum, Heltal, Periodkod, Text, Tidpunkt, Val
from uppfoljning.choices import (
    Internkontrollomrade,
    Kontrollfrekvens,
    Kontrollresultat,
    Planstatus,
    Stickprovsutfall,
)
from uppfoljning.imports import las
from uppfoljning.models import (
    Internkontrollplan,
    Kontrollmoment,
    Kontrollutforande,
    Stickprov,
    Stickprovspost,
)

MOMENTET = Kolumn(
    "Moment",
    "moment",
    Ref(Kontrollmoment, ("beteckning",)),
    "Planens år, kolon, momentets nummer.",
    "2024:1",
)

INTERNKONTROLLPLANER = Tabellfil(
    namn="internkontrollplaner",
    rubrik="Internkontrollplaner",
    ratt=Ratt.INTERNKONTROLL_ANDRA,
    forklaring="En rad per års plan.",
    tabell=Tabell(
        Internkontrollplan,
        las=las.PLAN,
        nyckel=("verksamhetsar",),
        kolumner=(
            Kolumn("År", "verksamhetsar", Heltal(), "Planens år.", "2024"),
            Kolumn("Status", "status", Val(Planstatus), "Utkast eller Beslutad.", "Beslutad"),
            Kolumn("Beslutad", "beslutad", Datum(), "Dagen för styrelsens beslut.", "2023-12-07"),
            Kolumn("Paragraf", "paragraf", Text(), "Paragrafen i protokollet.", "§ 61"),
        ),
    ),
)

KONTROLLMOMENT = Tabellfil(
    namn="kontrollmoment",
    rubrik="Kontrollmoment",
    ratt=Ratt.INTERNKONTROLL_ANDRA,
    forklaring="En rad per moment i en internkontrollplan.",
    tabell=Tabell(
        Kontrollmoment,
        las=las.PLANENS_DEL,
        nyckel=("plan", "nr"),
        kolumner=(
            Kolumn(
                "Plan",
                "plan",
                Ref(Internkontrollplan, ("verksamhetsar",)),
                "Planens år som i internkontrollplaner.csv.",
                "2024",
            ),
            Kolumn("Nr", "nr", Heltal(), "Momentets nummer i planen.", "1"),
            Kolumn(
                "Område", "omrade", Val(Internkontrollomrade), "Vad som ses över.", "Verksamhetsmål"
            ),
            Kolumn("Risk", "risk", Text(), "Vad som kan gå fel.", "Målen följs inte upp"),
            Kolumn("Sannolikhet", "sannolikhet", Heltal(), "1 till 4.", "2"),
            Kolumn("Konsekvens", "konsekvens", Heltal(), "1 till 4.", "3"),
            Kolumn("Sannolikhet efter", "sannolikhet_efter", Heltal(), "Efter åtgärd.", "1"),
            Kolumn("Konsekvens efter", "konsekvens_efter", Heltal(), "Efter åtgärd.", "3"),
            Kolumn("Kontroll", "kontroll", Text(), "Vad som kontrolleras.", "Målen går igenom"),
            Kolumn("Metod", "metod", Text(), "Hur det kontrolleras.", "Genomgång"),
            Kolumn("Frekvens", "frekvens", Val(Kontrollfrekvens), "Hur ofta.", "Varje halvår"),
            Kolumn("Ansvarig", "ansvarig", Text(), "Vem som gör det.", "Förbundschefen"),
            Kolumn(
                "Systemkontroll",
                "systemkontroll",
                Text(),
                "Namnet på den av systemets kontroller som gör det, annars tomt.",
                "",
            ),
        ),
    ),
)

KONTROLLUTFORANDEN = Tabellfil(
    namn="kontrollutforanden",
    rubrik="Utförda kontroller",
    ratt=Ratt.INTERNKONTROLL_ANDRA,
    forklaring="En rad per moment och period som är kontrollerad.",
    tabell=Tabell(
        Kontrollutforande,
        las=las.UTFORANDE,
        nyckel=("moment", "period"),
        kolumner=(
            MOMENTET,
            Kolumn("Period", "period", Periodkod(), "Perioden som kontrollerats.", "2024-H1"),
            Kolumn("Utförd", "utford", Datum(), "Dagen för kontrollen.", "2024-08-15"),
            Kolumn(
                "Resultat", "resultat", Val(Kontrollresultat), "Vad den visade.", "Utan avvikelse"
            ),
            Kolumn("Iakttagelse", "iakttagelse", Text(), "Vad som sågs.", ""),
            Kolumn("Systemets fynd", "fynd", Heltal(), "Bara för systemets kontroller.", ""),
            Kolumn("Åtgärd", "atgard", Text(), "Krävs vid avvikelse.", ""),
            Kolumn("Ansvarig", "atgard_ansvarig", Text(), "Vem som åtgärdar.", ""),
            Kolumn("Senast", "atgard_senast", Datum(), "När det ska vara klart.", ""),
            Kolumn("Åtgärdad", "atgardad", Datum(), "När det var klart.", ""),
        ),
    ),
)

DRAGNINGSNYCKEL = ("moment", "period", "population", "fro")
DRAGNINGSKOLUMNER = (
    MOMENTET,
    Kolumn("Period", "period", Periodkod(), "Perioden som posterna gäller.", "2024-H1"),
    Kolumn("Dras ur", "population", Text(), "Vad som dras.", "verifikationer"),
    Kolumn("Frö", "fro", Heltal(), "Talet som bestämmer dragningen.", "20240815"),
)

STICKPROV = Tabellfil(
    namn="stickprov",
    rubrik="Stickprov",
    ratt=Ratt.INTERNKONTROLL_ANDRA,
    forklaring="En rad per dragning.",
    tabell=Tabell(
        Stickprov,
        las=las.DRAGNING,
        nyckel=DRAGNINGSNYCKEL,
        kolumner=(
            *DRAGNINGSKOLUMNER,
            Kolumn("Antal", "antal", Heltal(), "Hur många som drogs.", "10"),
            Kolumn("Av", "ram", Heltal(), "Hur många det fanns att dra ur.", "601"),
            Kolumn("Ramsumma", "ramsumma", Text(), "SHA-256 av alla nycklar.", "e3b0c442…"),
            Kolumn("Draget", "dragen_at", Tidpunkt(), "När det drogs.", "2024-08-15 10:20"),
        ),
    ),
)

STICKPROVSPOSTER = Tabellfil(
    namn="stickprovsposter",
    rubrik="Dragna poster",
    ratt=Ratt.INTERNKONTROLL_ANDRA,
    forklaring="En rad per dragen post, med utfallet.",
    foralder=Foralder(
        "stickprov",
        Tabell(Stickprov, DRAGNINGSNYCKEL, DRAGNINGSKOLUMNER),
        saknas="Stickprovet finns inte i stickprov.csv.",
    ),
    tabell=Tabell(
        Stickprovspost,
        las=las.DRAGNINGENS_DEL,
        nyckel=("stickprov", "nyckel"),
        kolumner=(
            Kolumn("Nr", "ordning", Heltal(), "Ordningen i dragningen.", "1"),
            Kolumn("Nyckel", "nyckel", Text(), "Postens nyckel.", "2024/A12"),
            Kolumn("Post", "etikett", Text(), "Postens namn.", "Verifikation A12"),
            Kolumn("Utfall", "utfall", Val(Stickprovsutfall), "Vad granskningen gav.", "Rätt"),
            Kolumn("Anteckning", "anteckning", Text(), "Vad som är fel.", ""),
        ),
    ),
)

DELAR = (INTERNKONTROLLPLANER, KONTROLLMOMENT, KONTROLLUTFORANDEN, STICKPROV, STICKPROVSPOSTER)
