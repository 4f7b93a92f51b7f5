"""The columns that name a line of a budget or a forecast: account, cost block and insats."""

from ekonomi.models import Konto, Objekt
from ekonomi.models.kontoplan import DIMENSION_KOSTNADSBLOCK
from finsam.mapp.kolumner import Kolumn, Ref
from insatser.models import Insats

POSTNYCKEL = (
    Kolumn(
        "Konto",
        "konto",
        Ref(Konto, ("nummer",), "Kontot {text} finns inte i kontoplanen."),
        "Kontots nummer som i kontoplan.csv.",
        "3010",
    ),
    Kolumn(
        "Kostnadsblock",
        "kostnadsblock",
        Ref(
            Objekt,
            ("kod",),
            "Kostnadsblocket ”{text}” finns inte.",
            urval={"dimension__nummer": DIMENSION_KOSTNADSBLOCK},
        ),
        "Blockets kod, tomt för intäkter.",
        "",
    ),
    Kolumn(
        "Insats",
        "insats",
        Ref(Insats, ("nr", "namn", "projektkod", "kortnamn")),
        "Insatsens nummer eller namn, tomt för övriga poster.",
        "",
    ),
)
