"""The roof's part of the folder: figures from outside and the association's own words."""

from finsam.mapp.bilagedel import Bilagedel
from finsam.mapp.kolumner import Kolumn
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.rapporter.choices import Uppgiftsenhet
from finsam.rapporter.imports.texter import Textfiler
from finsam.rapporter.models import Uppgift
from finsam.tabular.cells import Decimaltal, Periodkod, Text, Val
from styrelse.imports.arendebilagor import Arendebilagedel
from styrelse.imports.motespaket import Paketdel

UPPGIFTER = Tabellfil(
    namn="uppgifter",
    rubrik="Uppgifter till texterna",
    ratt=Ratt.RAPPORT_SKRIVA,
    forklaring="En rad per siffra som kommer utifrån och används i texterna.",
    tabell=Tabell(
        Uppgift,
        nyckel=("period", "namn"),
        kolumner=(
            Kolumn("Period", "period", Periodkod(), "Till exempel 2024 eller 2021-H1.", "2024"),
            Kolumn("Namn", "namn", Text(), "Så skrivs siffran i texten.", "arbetsloshet_lan"),
            Kolumn("Värde", "varde", Decimaltal(4), "Talet, andelar i procent.", "6,4"),
            Kolumn("Enhet", "enhet", Val(Uppgiftsenhet), "Talets enhet.", "procent"),
            Kolumn("Beskrivning", "beskrivning", Text(), "Vad talet är.", "Arbetslöshet i länet"),
            Kolumn("Källa", "kalla", Text(), "Varifrån talet kommer.", "Arbetsförmedlingen"),
        ),
    ),
)

# The attachments last: what they belong to stands in the rooms before. Then what has been sent.
DELAR = (UPPGIFTER, Textfiler(), Bilagedel(), Arendebilagedel(), Paketdel())
