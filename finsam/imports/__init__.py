"""The ground floor's part of the folder: the association, its members and their populations."""

from collections.abc import Iterable
from datetime import date

from finsam.choices import Medlemstyp
from finsam.folkmangdslas import hinder
from finsam.imports.forbund import Forbundsfil
from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.las import Las
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.models import Folkmangd, Medlem
from finsam.permissions import Ratt
from finsam.tabular.cells import Datum, Heltal, Text, Val


def folkmangd_saknas() -> Iterable[str]:
    """A day with populations has one for every municipality that was a member on it."""
    kommuner = list(Medlem.objects.kommuner())
    har: dict[date, set[int]] = {}
    for datum, medlem_id in Folkmangd.objects.values_list("datum", "medlem_id"):
        har.setdefault(datum, set()).add(medlem_id)
    for datum, medlemmar in sorted(har.items()):
        for kommun in kommuner:
            med = kommun.fran <= datum and (kommun.tom is None or datum <= kommun.tom)
            if med and kommun.pk not in medlemmar:
                yield f"Folkmängd per {datum} saknas för {kommun.namn}."


MEDLEMMAR = Tabellfil(
    namn="medlemmar",
    rubrik="Medlemmar",
    ratt=Ratt.FORBUND_ANDRA,
    forklaring="En rad per medlemsorganisation, varje kommun för sig.",
    tabell=Tabell(
        Medlem,
        nyckel=("namn",),
        kolumner=(
            Kolumn("Namn", "namn", Text(), "Organisationens fullständiga namn.", "Håbo kommun"),
            Kolumn("Kort namn", "kortnamn", Text(), "Namnet som det står i tabeller.", "Håbo"),
            Kolumn("Typ", "typ", Val(Medlemstyp), "Vilken sorts medlem det är.", "Kommun"),
            Kolumn("Från", "fran", Datum(), "Första dagen som medlem.", "2008-01-01"),
            Kolumn("Till och med", "tom", Datum(), "Sista dagen, tomt för den som är kvar.", ""),
        ),
    ),
)

FOLKMANGD = Tabellfil(
    namn="folkmangd",
    rubrik="Folkmängd",
    ratt=Ratt.FORBUND_ANDRA,
    forklaring="En rad per kommun och dag. Fördelar kommunernas del av medlemsavgiften.",
    tabell=Tabell(
        Folkmangd,
        las=Las(lambda rad: hinder(rad.datum)),
        nyckel=("datum", "medlem"),
        kolumner=(
            Kolumn(
                "Kommun",
                "medlem",
                Ref(Medlem, ("namn", "kortnamn")),
                "Kommunens namn som i medlemmar.csv.",
                "Håbo kommun",
            ),
            Kolumn("Datum", "datum", Datum(), "Dagen som antalet gäller.", "2023-11-01"),
            Kolumn("Antal", "antal", Heltal(), "Antal invånare den dagen.", "22 934"),
            Kolumn("Källa", "kalla", Text(), "Varifrån antalet kommer.", "SCB"),
        ),
    ),
    kontroller=(folkmangd_saknas,),
)

DELAR = (Forbundsfil(), MEDLEMMAR, FOLKMANGD)
