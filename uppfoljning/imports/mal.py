"""The association's goals, their targets, and the activities, as table files."""

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Datum, Decimaltal, Heltal, JaNej, Text, Val
from uppfoljning.choices import Aktivitetsform, Indikator, Malenhet, Riktning
from uppfoljning.models import Aktivitet, Resultatmal, Verksamhetsmal

VERKSAMHETSMAL = Tabellfil(
    namn="verksamhetsmal",
    rubrik="Mål för verksamheten",
    ratt=Ratt.UPPFOLJNING_ANDRA,
    forklaring="En rad per år och mål i verksamhetsplanen.",
    tabell=Tabell(
        Verksamhetsmal,
        nyckel=("verksamhetsar", "nr"),
        kolumner=(
            Kolumn("År", "verksamhetsar", Heltal(), "Verksamhetsåret.", "2024"),
            Kolumn("Nr", "nr", Heltal(), "Målets nummer i planen.", "1"),
            Kolumn("Mål", "text", Text(), "Målet som det är beslutat.", "Fler når arbete."),
        ),
    ),
)

RESULTATMAL = Tabellfil(
    namn="resultatmal",
    rubrik="Resultatmål",
    ratt=Ratt.UPPFOLJNING_ANDRA,
    forklaring="En rad per resultatmål: vad som ska nås och hur det mäts.",
    tabell=Tabell(
        Resultatmal,
        nyckel=("mal", "ordning"),
        kolumner=(
            Kolumn(
                "Mål",
                "mal",
                Ref(Verksamhetsmal, ("beteckning",)),
                "Året, kolon, målets nummer som i verksamhetsmal.csv.",
                "2024:1",
            ),
            Kolumn("Ordning", "ordning", Heltal(), "Ordningen inom målet.", "1"),
            Kolumn("Resultatmål", "text", Text(), "Vad som ska nås.", "Minst 35 % når arbete."),
            Kolumn(
                "Indikator",
                "indikator",
                Val(Indikator),
                "Siffran som mäter målet, eller Anges för hand.",
                "Anges för hand",
            ),
            Kolumn("Riktning", "riktning", Val(Riktning), "Minst eller Högst.", "Minst"),
            Kolumn("Målvärde", "malvarde", Decimaltal(), "Talet som ska nås.", "35"),
            Kolumn("Enhet", "enhet", Val(Malenhet), "procent eller antal.", "procent"),
            Kolumn("Uppföljning", "uppfoljning", Text(), "Hur målet följs upp."),
            Kolumn(
                "Eget utfall", "eget_utfall", Decimaltal(), "Bara när det anges för hand.", "31"
            ),
            Kolumn("Kommentar", "kommentar", Text(), "Det som sägs om utfallet."),
        ),
    ),
)

AKTIVITETER = Tabellfil(
    namn="aktiviteter",
    rubrik="Aktiviteter",
    ratt=Ratt.UPPFOLJNING_ANDRA,
    forklaring="En rad per kompetenshöjande aktivitet eller nätverksmöte.",
    tabell=Tabell(
        Aktivitet,
        nyckel=("datum", "titel"),
        kolumner=(
            Kolumn("Datum", "datum", Datum(), "Första dagen.", "2024-03-14"),
            Kolumn("Titel", "titel", Text(), "Vad den hette.", "Samverkan kring unga"),
            Kolumn("Form", "form", Val(Aktivitetsform), "Aktivitetens form.", "Webbinarium"),
            Kolumn(
                "Redovisas som",
                "redovisas_som",
                Text(),
                "Raden i årets tabell; tomt ger formens namn.",
                "nätverk för insatsansvariga",
            ),
            Kolumn(
                "Räknas till målet",
                "kompetenshojande",
                JaNej(),
                "Om den räknas som kompetenshöjande aktivitet: ja eller nej.",
                "ja",
            ),
            Kolumn("Kvinnor", "kvinnor", Heltal(), "Antal; tomt när ingen är räknad.", "24"),
            Kolumn("Män", "man", Heltal(), "Antal; tomt när ingen är räknad.", "6"),
            Kolumn("Okänt kön", "okant", Heltal(), "Antal; tomt när ingen är räknad.", ""),
            Kolumn("Kommentar", "kommentar", Text(), "Fri text."),
        ),
    ),
)
