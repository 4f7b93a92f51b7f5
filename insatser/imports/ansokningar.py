"""Applications, what they ask for and what was decided, as table files."""

from finsam.mapp.kolumner import Kolumn, Ref, Reflista
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.models import Medlem
from finsam.permissions import Ratt
from finsam.tabular.cells import Belopp, Datum, Heltal, JaNej, Text, Val
from insatser.choices import (
    Ansokningsslag,
    Ansokningsstatus,
    Beslutsinstans,
    Beslutsutfall,
    Finansiering,
    Insatstyp,
    Kostnadsslag,
    Uppfoljningsslag,
)
from insatser.imports import las
from insatser.imports.insatser import INSATSNAMN, MEDLEMSNAMN
from insatser.imports.mal import malkolumner
from insatser.models import Ansokan, Ansokningsmal, Ansokningspost, Insats, Insatsbeslut
from styrelse.models import Punkt

ANSOKAN = Kolumn(
    "Ansökan",
    "ansokan",
    Ref(Ansokan, ("diarienummer",)),
    "Diarienumret som i ansokningar.csv.",
    "2024-7",
)

ANSOKNINGAR = Tabellfil(
    namn="ansokningar",
    rubrik="Ansökningar",
    ratt=Ratt.INSATSER_ANDRA,
    forklaring="En rad per ansökan om medel till en insats.",
    tabell=Tabell(
        Ansokan,
        las=las.ANSOKAN,
        nyckel=("diarienummer",),
        kolumner=(
            Kolumn("Diarienummer", "diarienummer", Text(), "Ansökans nummer.", "2024-7"),
            Kolumn("Slag", "slag", Val(Ansokningsslag), "Vad ansökan gäller.", "Ny insats"),
            Kolumn("Status", "status", Val(Ansokningsstatus), "Hur långt den kommit.", "Beslutad"),
            Kolumn(
                "Insats",
                "insats",
                Ref(Insats, INSATSNAMN),
                "Numret på insatsen, tomt för en ny som inte är beviljad.",
                "12",
            ),
            Kolumn(
                "Föregående ansökan",
                "foregaende",
                Ref(Ansokan, ("diarienummer",)),
                "Diarienumret på ansökan som den här förnyar, annars tomt.",
                "",
            ),
            Kolumn("Fullständigt namn", "namn", Text(), "Insatsens hela namn.", "Vägen framåt"),
            Kolumn("Kort namn", "kortnamn", Text(), "Namnet i tabeller.", "Vägen framåt"),
            Kolumn("Typ", "insatstyp", Val(Insatstyp), "Insatsens typ.", "Individinsats"),
            Kolumn("Förrehabiliterande", "forrehabiliterande", JaNej(), "Ja eller nej.", "nej"),
            Kolumn(
                "Uppföljning",
                "uppfoljningsslag",
                Val(Uppfoljningsslag),
                "Hur deltagarna följs upp.",
                "Deltagare som antal",
            ),
            Kolumn(
                "Insatsägare",
                "insatsagare",
                Ref(Medlem, MEDLEMSNAMN),
                "Medlemmen som söker.",
                "Håbo kommun",
            ),
            Kolumn(
                "Parter",
                "parter",
                Reflista(Medlem, MEDLEMSNAMN),
                "Medlemmarna som samverkar, med kommatecken mellan.",
                "Håbo kommun, Arbetsförmedlingen",
            ),
            Kolumn("Start", "start", Datum(), "Första dagen som söks.", "2025-01-01"),
            Kolumn("Slut", "slut", Datum(), "Sista dagen som söks.", "2026-12-31"),
            Kolumn("Syfte", "syfte", Text(), "Vad insatsen ska leda till.", "Steg mot arbete"),
            Kolumn("Målgrupp", "malgrupp", Text(), "Vilka den vänder sig till.", "Unga vuxna"),
            Kolumn("Behovsgrupp", "behovsgrupp", Text(), "Vilka som till slut får nytta.", ""),
            Kolumn("Metod", "metod", Text(), "Hur insatsen ska arbeta.", "Metodhandledning"),
            Kolumn("Implementering", "implementering", Text(), "Hur arbetssättet tas över.", ""),
            Kolumn("Förväntat antal", "forvantat_antal", Heltal(), "Deltagare per år.", "40"),
            Kolumn("Bedömning", "bedomning", Text(), "Kansliets bedömning.", ""),
            Kolumn("Inkom", "inkom", Datum(), "Dagen då den kom in.", "2024-09-15"),
        ),
    ),
)

ANSOKNINGSPOSTER = Tabellfil(
    namn="ansokningsposter",
    rubrik="Belopp i ansökningar",
    ratt=Ratt.INSATSER_ANDRA,
    forklaring="En rad per ansökan, år, kostnadsslag och finansiering.",
    tabell=Tabell(
        Ansokningspost,
        las=las.ANSOKANS_DEL,
        nyckel=("ansokan", "verksamhetsar", "kostnadsslag", "finansiering"),
        kolumner=(
            ANSOKAN,
            Kolumn("År", "verksamhetsar", Heltal(), "Verksamhetsåret.", "2025"),
            Kolumn("Kostnadsslag", "kostnadsslag", Val(Kostnadsslag), "Vad som köps.", "Personal"),
            Kolumn("Finansiering", "finansiering", Val(Finansiering), "Vem betalar.", "SOF-medel"),
            Kolumn("Belopp", "belopp", Belopp(), "Belopp i kronor.", "850 000"),
        ),
    ),
)

ANSOKNINGSMAL = Tabellfil(
    namn="ansokningsmal",
    rubrik="Mål i ansökningar",
    ratt=Ratt.INSATSER_ANDRA,
    forklaring="En rad per mål i en ansökan.",
    tabell=Tabell(
        Ansokningsmal,
        las=las.ANSOKANS_DEL,
        nyckel=("ansokan", "ordning"),
        kolumner=(ANSOKAN, *malkolumner()),
    ),
)

INSATSBESLUT = Tabellfil(
    namn="insatsbeslut",
    rubrik="Beslut om insatser",
    ratt=Ratt.INSATSER_ANDRA,
    forklaring="En rad per beslut om en ansökan, eller om en insats utan ansökan här.",
    tabell=Tabell(
        Insatsbeslut,
        las=las.BESLUT,
        nyckel=("ansokan", "insats", "beslutsdatum", "paragraf"),
        kolumner=(
            ANSOKAN,
            Kolumn(
                "Insats",
                "insats",
                Ref(Insats, INSATSNAMN),
                "Numret på insatsen som beviljades, eller som beslutet gäller.",
                "12",
            ),
            Kolumn("Beslut", "utfall", Val(Beslutsutfall), "Vad som beslutades.", "Bifall"),
            Kolumn("Beslutsdatum", "beslutsdatum", Datum(), "Dagen för beslutet.", "2024-11-21"),
            Kolumn("Instans", "instans", Val(Beslutsinstans), "Vem som beslutade.", "Styrelsen"),
            Kolumn("Paragraf", "paragraf", Text(), "Paragrafen i protokollet.", "§ 52"),
            Kolumn("Belopp", "belopp", Belopp(), "Högst så många kronor.", "1 700 000"),
            Kolumn("Från", "fran", Datum(), "Första dagen som beviljas.", "2025-01-01"),
            Kolumn("Till och med", "tom", Datum(), "Sista dagen som beviljas.", "2026-12-31"),
            Kolumn("Villkor", "villkor", Text(), "Villkoren för beslutet.", ""),
            Kolumn("Motivering", "motivering", Text(), "Skälen för beslutet.", ""),
            Kolumn(
                "Anmält",
                "anmalt",
                Datum(),
                "Dagen då ett delegationsbeslut anmäldes till styrelsen.",
                "",
                frivillig=True,
            ),
            Kolumn(
                "Anmält vid",
                "anmalt_vid",
                Ref(Punkt, ("mappnamn",), med=("mote", "paragraf")),
                "Organ och paragraf för anmälan.",
                "",
                frivillig=True,
            ),
        ),
    ),
)
