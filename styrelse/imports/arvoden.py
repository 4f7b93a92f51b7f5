"""Rate sets in the folder. What is claimed and paid stays in the system."""

from finsam.mapp.kolumner import Kolumn
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellbeskrivning import Foralder
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Belopp, Datum, Decimaltal, Text, Val
from styrelse.choices import Arvodesslag, Organ, Uppdragsroll
from styrelse.models import Arvodesreglemente, Arvodessats

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
