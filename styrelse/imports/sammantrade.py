"""Sittings in the folder: attendance, §§, decisions and votes of meetings that have been held."""

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.las import Las
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Data, Datum, Heltal, JaNej, Klockslag, Text, Tidpunkt, Val
from styrelse.choices import (
    Beslutstyp,
    Justeringsroll,
    Narvaroform,
    Narvaroroll,
    Organ,
    Rostval,
    Yttrandeslag,
)
from styrelse.imports.moten import MOTET, motets_las
from styrelse.models import (
    Beslut,
    Delarende,
    Franvaro,
    Jav,
    Justering,
    Narvaro,
    Paragraf,
    Person,
    Punkt,
    Rost,
    Uppdrag,
    Votering,
    Yttrande,
)


def punktens_las(punkt: Punkt) -> str:
    return motets_las(punkt.mote)


def narvarons_las(narvaro: Narvaro) -> str:
    return motets_las(narvaro.mote)


def voteringens_las(votering: Votering) -> str:
    return motets_las(votering.punkt.mote)


def punkten(falt: str = "punkt", rubrik: str = "Paragraf") -> Kolumn:
    """The item by its §; one that has none by its place in the agenda."""
    ref = Ref(Punkt, ("mappnamn",), med=("mote", "paragraf"))
    return Kolumn(rubrik, falt, ref, "Paragrafen, med organ och år.", "FS § 45/2021")


PERSON = Kolumn("Namn", "person", Ref(Person, skapa=True), "Personens namn.", "Anna Ek")
DEL = Kolumn(
    "Del",
    "delarende",
    Ref(Delarende, ("mappnamn",), med=("arende",)),
    "Diarienummer och bokstav, bara för en del av ett ärende.",
    "",
)
AV_PUNKTEN = Las(punktens_las, agare="punkt")
AV_MOTET = Las(motets_las, agare="mote")

PARAGRAFER = Tabellfil(
    namn="paragrafer",
    rubrik="Paragrafer",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per paragraf: vilken punkt på vilken dagordning som fick numret.",
    tabell=Tabell(
        Paragraf,
        las=AV_PUNKTEN,
        nyckel=("organ", "verksamhetsar", "nummer"),
        kolumner=(
            Kolumn("Organ", "organ", Val(Organ), "Vems paragraf.", "Förbundsstyrelsen"),
            Kolumn("År", "verksamhetsar", Heltal(), "Året som numren löper i.", "2021"),
            Kolumn("Nummer", "nummer", Heltal(), "Paragrafens nummer.", "45"),
            Kolumn(
                "Punkt",
                "punkt",
                Ref(Punkt, ("nyckel",), med=("mote",)),
                "Mötet och platsen i dagordningen: forst, ärende eller sist, och ordningen där.",
                "FS 2021-10-21 09.00 ärende 3",
            ),
        ),
    ),
)

NARVARO = Tabellfil(
    namn="narvaro",
    rubrik="Närvaro",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per person som deltog i ett möte.",
    tabell=Tabell(
        Narvaro,
        las=AV_MOTET,
        nyckel=("mote", "person"),
        kolumner=(
            PERSON,
            Kolumn("Roll", "roll", Val(Narvaroroll), "I vilken egenskap.", "Ledamot"),
            Kolumn(
                "Uppdrag",
                "uppdrag",
                Ref(Uppdrag, ("mappnamn",), med=("person", "medlem")),
                "Uppdraget, för ledamöter och ersättare.",
                "Anna Ek, ledamot för Håbo kommun från 2023-04-01",
            ),
            Kolumn("Titel", "titel", Text(), "För den som inte har uppdrag.", ""),
            Kolumn("Deltar", "form", Val(Narvaroform), "Hur personen deltog.", "På plats"),
        ),
    ),
    foralder=MOTET,
)

FRANVARO = Tabellfil(
    namn="franvaro",
    rubrik="Frånvaro under möten",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad för varje gång någon kom sent, gick eller var borta en stund.",
    tabell=Tabell(
        Franvaro,
        las=Las(narvarons_las, agare="narvaro"),
        nyckel=("narvaro", "fran"),
        kolumner=(
            Kolumn(
                "Deltagare",
                "narvaro",
                Ref(Narvaro, ("mappnamn",), med=("mote", "person")),
                "Mötet och personen.",
                "FS 2021-10-21 09.00, Anna Ek",
            ),
            punkten("fran", "Borta från"),
            punkten("till", "Med igen vid"),
            Kolumn("Klockan", "tid", Klockslag(), "Klockslaget.", ""),
        ),
    ),
)

JAV = Tabellfil(
    namn="jav",
    rubrik="Jäv",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per person som inte deltog i ett ärende på grund av jäv.",
    tabell=Tabell(
        Jav,
        las=AV_PUNKTEN,
        nyckel=("punkt", "person"),
        kolumner=(punkten(), PERSON, Kolumn("Skäl", "skal", Text(), "Skälet.", "Närstående")),
    ),
)

MOTESBESLUT = Tabellfil(
    namn="motesbeslut",
    rubrik="Beslut vid möten",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per beslut, med förslaget som det stod.",
    tabell=Tabell(
        Beslut,
        las=AV_PUNKTEN,
        nyckel=("punkt", "delarende"),
        kolumner=(
            punkten(),
            DEL,
            Kolumn("Utfall", "utfall", Val(Beslutstyp), "Vad mötet beslutade.", "Bifall"),
            Kolumn("Förslag", "forslag", Text(), "En att-sats per rad.", "att godkänna"),
            Kolumn("Beslut", "text", Text(), "En att-sats per rad.", "att godkänna"),
            Kolumn("Motivering", "motivering", Text(), "Skälen.", ""),
            Kolumn("Omedelbart", "omedelbart", JaNej(), "Om det justerades genast.", "nej"),
            Kolumn("Uppgifter", "underlag", Data(), "Vad beslutet sade till ämnet.", ""),
            Kolumn("Verkan", "verkan", Text(), "Vad som gjordes.", ""),
            Kolumn("Verkställt", "verkstallt_at", Tidpunkt(), "När det gjordes.", ""),
        ),
    ),
)

YTTRANDEN = Tabellfil(
    namn="yttranden",
    rubrik="Yrkanden och reservationer",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per yrkande, reservation eller särskilt yttrande.",
    tabell=Tabell(
        Yttrande,
        las=AV_PUNKTEN,
        nyckel=("punkt", "person", "slag", "text"),
        kolumner=(
            punkten(),
            PERSON,
            Kolumn("Slag", "slag", Val(Yttrandeslag), "Vad det är.", "Yrkande"),
            Kolumn("Text", "text", Text(), "Ordalydelsen.", "Avslag på förslaget"),
        ),
    ),
)

JA = Kolumn("Ja", "ja", Text(), "Vad en ja-röst stod för.", "bifall")
NEJ = Kolumn("Nej", "nej", Text(), "Vad en nej-röst stod för.", "avslag")

VOTERINGAR = Tabellfil(
    namn="voteringar",
    rubrik="Voteringar",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per votering.",
    tabell=Tabell(
        Votering,
        las=AV_PUNKTEN,
        nyckel=("punkt", "delarende", "ja", "nej"),
        kolumner=(punkten(), DEL, JA, NEJ),
    ),
)

ROSTER = Tabellfil(
    namn="roster",
    rubrik="Röster",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per avgiven röst.",
    tabell=Tabell(
        Rost,
        las=Las(voteringens_las, agare="votering"),
        nyckel=("votering", "person"),
        kolumner=(
            Kolumn(
                "Votering",
                "votering",
                Ref(Votering, ("mappnamn",), med=("punkt__mote", "punkt__paragraf", "delarende")),
                "Paragrafen och vad det röstades om.",
                "FS § 45/2021, bifall mot avslag",
            ),
            PERSON,
            Kolumn("Röst", "val", Val(Rostval), "Ja, nej eller avstår.", "Ja"),
        ),
    ),
)

JUSTERINGAR = Tabellfil(
    namn="justeringar",
    rubrik="Ordförande, sekreterare och justerare",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per person som undertecknar ett mötes protokoll.",
    tabell=Tabell(
        Justering,
        las=AV_MOTET,
        nyckel=("mote", "person"),
        kolumner=(
            PERSON,
            Kolumn("Roll", "roll", Val(Justeringsroll), "I vilken egenskap.", "Justerare"),
            Kolumn("Undertecknat", "dag", Datum(), "Dagen, när det är gjort.", ""),
            Kolumn(
                "Textens kontrollsumma",
                "avtryck",
                Text(),
                "SHA-256 av den text som undertecknades.",
                "",
                frivillig=True,
            ),
        ),
    ),
    foralder=MOTET,
)

SAMMANTRADET = (
    *(PARAGRAFER, NARVARO, FRANVARO, JAV, MOTESBESLUT),
    *(YTTRANDEN, VOTERINGAR, ROSTER, JUSTERINGAR),
)
