"""Claims, deviations and projects with others' money, as table files."""

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellbeskrivning import Foralder
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Belopp, Datum, Heltal, JaNej, Periodkod, Text, Tidpunkt, Val
from insatser.choices import Avvikelseslag, Avvikelsestatus, Kostnadsslag, Rekvisitionsstatus
from insatser.imports import las
from insatser.imports.insatser import INSATSNAMN
from insatser.models import Avvikelse, ExterntProjekt, Insats, Rekvisition, Rekvisitionspost

INSATS = Kolumn(
    "Insats",
    "insats",
    Ref(Insats, INSATSNAMN),
    "Insatsens nummer eller namn som i insatser.csv.",
    "12",
)
REKVISITIONENS_NYCKEL = ("insats", "period", "lopnr")
REKVISITIONENS_NYCKELKOLUMNER = (
    INSATS,
    Kolumn("Period", "period", Periodkod(), "Perioden som rekvisitionen avser.", "2024-K1"),
    Kolumn("Nr", "lopnr", Heltal(), "1, eller 2 om perioden har fler.", "1"),
)

REKVISITIONER = Tabellfil(
    namn="rekvisitioner",
    rubrik="Rekvisitioner",
    ratt=Ratt.INSATSER_ANDRA,
    forklaring="En rad per rekvisition; beloppen står i rekvisitionsposter.",
    tabell=Tabell(
        Rekvisition,
        las=las.REKVISITION,
        nyckel=REKVISITIONENS_NYCKEL,
        kolumner=(
            *REKVISITIONENS_NYCKELKOLUMNER,
            Kolumn("Status", "status", Val(Rekvisitionsstatus), "Hur långt den kommit.", "Utkast"),
            Kolumn("Kommentar", "kommentar", Text(), "Insatsens ord.", ""),
            Kolumn("Inlämnad", "inlamnad_at", Tidpunkt(), "När den lämnades in.", ""),
            Kolumn("Inlämnad av", "inlamnad_namn", Text(), "Personens namn.", ""),
            Kolumn("Första attest", "attest1_at", Tidpunkt(), "När den attesterades.", ""),
            Kolumn("Första attest av", "attest1_namn", Text(), "Personens namn.", ""),
            Kolumn("Andra attest", "attest2_at", Tidpunkt(), "När den attesterades igen.", ""),
            Kolumn("Andra attest av", "attest2_namn", Text(), "En annan persons namn.", ""),
            Kolumn(
                "Överskridande godkänt av", "overskrids_namn", Text(), "Tomt inom beviljat.", ""
            ),
            Kolumn("Tillåtet överskridande", "overskrids_belopp", Belopp(), "Högst, i kronor.", ""),
            Kolumn("Skäl till överskridande", "overskrids_skal", Text(), "Tomt inom beviljat.", ""),
        ),
    ),
)

REKVISITIONSPOSTER = Tabellfil(
    namn="rekvisitionsposter",
    rubrik="Rekvirerade belopp",
    ratt=Ratt.INSATSER_ANDRA,
    forklaring="En rad per rekvisition och kostnadsslag.",
    foralder=Foralder(
        "rekvisition",
        Tabell(Rekvisition, nyckel=REKVISITIONENS_NYCKEL, kolumner=REKVISITIONENS_NYCKELKOLUMNER),
        saknas="Rekvisitionen finns inte i rekvisitioner.csv.",
    ),
    tabell=Tabell(
        Rekvisitionspost,
        las=las.REKVISITIONSPOST,
        nyckel=("rekvisition", "kostnadsslag"),
        kolumner=(
            Kolumn("Kostnadsslag", "kostnadsslag", Val(Kostnadsslag), "Vad som köpts.", "Personal"),
            Kolumn("Belopp", "belopp", Belopp(), "Belopp i kronor.", "212 500"),
        ),
    ),
)

AVVIKELSER = Tabellfil(
    namn="avvikelser",
    rubrik="Avvikelser",
    ratt=Ratt.INSATSER_ANDRA,
    forklaring="En rad per avvikelse som en insats har anmält, med beslutet.",
    tabell=Tabell(
        Avvikelse,
        las=las.AVVIKELSE,
        # Two of a kind on the same day differ in what they say.
        nyckel=("insats", "period", "slag", "anmald", "beskrivning"),
        kolumner=(
            INSATS,
            Kolumn("Period", "period", Periodkod(), "Perioden som avvikelsen gäller.", "2024-K3"),
            Kolumn("Avser", "slag", Val(Avvikelseslag), "Vad som avviker.", "Budget"),
            Kolumn("Anmäld", "anmald", Datum(), "Dagen då den anmäldes.", "2024-10-10"),
            Kolumn("Beskrivning", "beskrivning", Text(), "Vad som avviker.", "En vakans i två år."),
            Kolumn("Åtgärd", "atgard", Text(), "Vad insatsen föreslår.", "Ny rekrytering"),
            Kolumn("Belopp", "belopp", Belopp(), "Kronor, om den gäller pengar.", "150 000"),
            Kolumn("Status", "status", Val(Avvikelsestatus), "Öppen eller beslutad.", "Öppen"),
            Kolumn("Beslutsdatum", "beslutsdatum", Datum(), "Dagen för beslutet.", ""),
            Kolumn("Beslut", "beslut", Text(), "Beslutet i ord.", ""),
        ),
    ),
)

EXTERNA_PROJEKT = Tabellfil(
    namn="externa_projekt",
    rubrik="Externa projekt",
    ratt=Ratt.INSATSER_ANDRA,
    forklaring="En rad per projekt med extern finansiering som förbundet har medverkat till.",
    tabell=Tabell(
        ExterntProjekt,
        nyckel=("namn",),
        kolumner=(
            Kolumn("Namn", "namn", Text(), "Projektets namn.", "Vägar vidare"),
            Kolumn("Finansiär", "finansiar", Text(), "Den som betalar.", "ESF"),
            Kolumn("Belopp", "belopp", Belopp(), "Beviljat belopp i kronor.", "4 500 000"),
            Kolumn("Ungefärligt", "ungefarligt", JaNej(), "Ja om beloppet är avrundat.", "nej"),
            Kolumn("Aktörer", "aktorer", Text(), "De som deltar.", "Håbo kommun och regionen"),
            Kolumn("Från", "fran", Datum(), "Första dagen.", "2023-09-01"),
            Kolumn("Till och med", "tom", Datum(), "Sista dagen.", "2026-08-31"),
            Kolumn(
                "Insats",
                "insats",
                Ref(Insats, INSATSNAMN),
                "Insatsen som hjälpt projektet till finansiering, annars tomt.",
                "",
            ),
        ),
    ),
)
