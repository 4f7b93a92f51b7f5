"""Rate sets, what is claimed, and what is paid, in the folder."""

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.las import Las
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellbeskrivning import Foralder
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Belopp, Datum, Decimaltal, Text, Tidpunkt, Val
from styrelse.actions.arvode import LAST
from styrelse.choices import Arvodesslag, Korningsstatus, Organ, Uppdragsroll
from styrelse.imports.moten import MOTET
from styrelse.imports.sammantrade import PERSON
from styrelse.models import (
    Arvodeskorning,
    Arvodesrad,
    Arvodesreglemente,
    Arvodessats,
    Ersattningskrav,
    Mote,
    Uppdrag,
)

GALLER_FRAN = Kolumn(
    "Gäller från", "galler_fran", Datum(), "Satserna gäller till nästa reglemente.", "2023-04-01"
)
ARVODESREGLEMENTEN = Tabellfil(
    namn="arvodesreglementen",
    rubrik="Arvodesreglementen",
    ratt=Ratt.ARVODE_ANDRA,
    forklaring="En rad per beslut om arvoden.",
    tabell=Tabell(
        Arvodesreglemente,
        nyckel=("galler_fran",),
        kolumner=(
            GALLER_FRAN,
            Kolumn("Beslut", "beslut", Text(), "Vem som beslutade, när.", "FS 2023-03-16 § 12"),
        ),
    ),
)

ARVODESSATSER = Tabellfil(
    namn="arvodessatser",
    rubrik="Arvodessatser",
    ratt=Ratt.ARVODE_ANDRA,
    forklaring="En rad per sats. Den närmaste gäller: organ och roll före organ, organ före roll, "
    "roll före alla.",
    foralder=Foralder(
        "reglemente",
        Tabell(Arvodesreglemente, nyckel=("galler_fran",), kolumner=(GALLER_FRAN,)),
        saknas="Reglementet finns inte. Lägg det i arvodesreglementen.csv.",
    ),
    tabell=Tabell(
        Arvodessats,
        nyckel=("reglemente", "slag", "organ", "roll", "fran_timmar"),
        kolumner=(
            Kolumn("Slag", "slag", Val(Arvodesslag), "Vad som betalas.", "Sammanträdesarvode"),
            Kolumn("Organ", "organ", Val(Organ), "Tomt: alla.", "Förbundsstyrelsen"),
            Kolumn("Roll", "roll", Val(Uppdragsroll), "Tomt: alla.", "ordförande"),
            Kolumn(
                "Från timme",
                "fran_timmar",
                Decimaltal(),
                "Bara för timarvode: efter så många timmar tar satsen vid.",
                "",
            ),
            Kolumn("Belopp", "belopp", Belopp(), "Kronor per år, möte, timme eller km.", "800"),
        ),
    ),
)

ERSATTNINGSKRAV = Tabellfil(
    namn="ersattningskrav",
    rubrik="Ersättningskrav",
    ratt=Ratt.ARVODE_ANDRA,
    forklaring="En rad per krav på förlorad arbetsförtjänst, resa eller utlägg för ett möte.",
    foralder=MOTET,
    tabell=Tabell(
        Ersattningskrav,
        nyckel=("mote", "person", "slag", "underlag"),
        kolumner=(
            PERSON,
            Kolumn("Slag", "slag", Val(Arvodesslag), "Vad som begärs.", "Resersättning, km"),
            Kolumn("Antal", "antal", Decimaltal(), "Timmar, kilometer, eller 1.", "24"),
            Kolumn("À-pris", "a_pris", Belopp(), "Kronor, tomt för resa efter reglementet.", ""),
            Kolumn("Underlag", "underlag", Text(), "Vad kravet grundas på.", ""),
        ),
    ),
)


def korningens_las(korning: Arvodeskorning) -> str:
    return LAST if korning.last else ""


def korningens_steg(korning: Arvodeskorning) -> str:
    return "Körningen finns redan: attestera den på dess sida."


KORNINGENS_NYCKEL = ("skapad_at", "fran", "tom")
KORNINGENS_KOLUMNER = (
    Kolumn("Räknad", "skapad_at", Tidpunkt(), "När körningen gjordes.", "2026-04-01 10:15:02"),
    Kolumn("Från och med", "fran", Datum(), "Första dagen.", "2026-01-01"),
    Kolumn("Till och med", "tom", Datum(), "Sista dagen.", "2026-03-31"),
)

ARVODESKORNINGAR = Tabellfil(
    namn="arvodeskorningar",
    rubrik="Arvodeskörningar",
    ratt=Ratt.ARVODE_ANDRA,
    forklaring="En rad per körning: vad som betalas för en tid, och vem som attesterade.",
    tabell=Tabell(
        Arvodeskorning,
        las=Las(korningens_las, steg=korningens_steg),
        nyckel=KORNINGENS_NYCKEL,
        kolumner=(
            *KORNINGENS_KOLUMNER,
            Kolumn("Status", "status", Val(Korningsstatus), "Hur långt den har kommit.", "Utkast"),
            Kolumn("Räknad av", "skapad_namn", Text(), "Personens namn.", ""),
            Kolumn("Attesterad", "attesterad_at", Tidpunkt(), "När den attesterades.", ""),
            Kolumn("Attesterad av", "attesterad_namn", Text(), "En annan persons namn.", ""),
        ),
    ),
)

RADENS_DELAR = ("korning", "person", "mote", "uppdrag__person", "uppdrag__medlem")
KRAVETS_DELAR = ("mote", "person")
ARVODESRADER = Tabellfil(
    namn="arvodesrader",
    rubrik="Arvodesrader",
    ratt=Ratt.ARVODE_ANDRA,
    forklaring="En rad per belopp i en arvodeskörning.",
    foralder=Foralder(
        "korning",
        Tabell(Arvodeskorning, nyckel=KORNINGENS_NYCKEL, kolumner=KORNINGENS_KOLUMNER),
        saknas="Körningen finns inte. Lägg den i arvodeskorningar.csv.",
    ),
    tabell=Tabell(
        Arvodesrad,
        las=Las(korningens_las, agare="korning"),
        nyckel=("korning", "person", "slag", "mote", "uppdrag", "krav", "post"),
        kolumner=(
            PERSON,
            Kolumn("Slag", "slag", Val(Arvodesslag), "Vad som betalas.", "Sammanträdesarvode"),
            Kolumn("Möte", "mote", Ref(Mote, ("nyckel",)), "Mötet, om det betalas för ett.", ""),
            Kolumn(
                "Uppdrag",
                "uppdrag",
                Ref(Uppdrag, ("mappnamn",), med=("person", "medlem")),
                "Uppdraget, när det betalas för ett.",
                "",
            ),
            Kolumn(
                "Krav",
                "krav",
                Ref(Ersattningskrav, ("mappnamn",), med=KRAVETS_DELAR),
                "Mötet, personen, slaget och underlaget, när ett krav ersätts.",
                "",
            ),
            Kolumn("Post", "post", Text(), "Månaden, eller timarvodets steg.", "2026-01"),
            Kolumn("Avser", "text", Text(), "Vad beloppet avser.", "FS 2026-03-19"),
            Kolumn("Antal", "antal", Decimaltal(), "Så många av à-priset.", "1"),
            Kolumn("À-pris", "a_pris", Belopp(), "Kronor.", "800"),
            Kolumn("Belopp", "belopp", Belopp(), "Kronor, minus för det som tas tillbaka.", "800"),
            Kolumn(
                "Rättar",
                "rattar",
                Ref(
                    Arvodesrad,
                    ("mappnamn",),
                    med=(*RADENS_DELAR, *(f"krav__{del_}" for del_ in KRAVETS_DELAR)),
                ),
                "Den betalda raden som rättas: när körningen gjordes, och vad som betalades.",
                "",
            ),
        ),
    ),
)
