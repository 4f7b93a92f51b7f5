"""Offices and auditors in the folder."""

from collections.abc import Mapping
from typing import Any

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.models import Medlem
from finsam.permissions import Ratt
from finsam.tabular.cells import Datum, Heltal, JaNej, Text, Val
from styrelse.choices import Uppdragsorgan, Uppdragsroll, UtseddAv
from styrelse.models import Kansliroll, Person, Revisor, Uppdrag


def _med_mottagare(varden: Mapping[str, Any], revisor: Revisor | None) -> Mapping[str, Any]:
    """A folder from before the column had its papers sent to the person of the auditor's name."""
    if revisor or "person" in varden or not varden["namn"]:
        return varden
    return {**varden, "person": Person.objects.filter(namn=varden["namn"]).first()}


PERSONER = Tabellfil(
    namn="personer",
    rubrik="Personer",
    ratt=Ratt.STYRELSE_ANDRA,
    forklaring="En rad per person med uppdrag eller plats på kansliet. Vem som loggar in med "
    "vilken adress anges inte här.",
    tabell=Tabell(
        Person,
        nyckel=("namn",),
        kolumner=(
            Kolumn("Namn", "namn", Text(), "Personens namn.", "Anna Andersson"),
            Kolumn("E-postadress", "epost", Text(), "Dit kallelsen skickas.", "anna@exempel.se"),
        ),
    ),
)

UPPDRAG = Tabellfil(
    namn="uppdrag",
    rubrik="Uppdrag i styrelsen",
    ratt=Ratt.STYRELSE_ANDRA,
    forklaring="En rad per person och uppdrag, i styrelsen eller ett utskott. Den som byter roll "
    "får en ny rad.",
    tabell=Tabell(
        Uppdrag,
        nyckel=("medlem", "organ", "roll", "person", "fran"),
        kolumner=(
            Kolumn("Namn", "person", Ref(Person, skapa=True), "Personens namn.", "Anna Andersson"),
            Kolumn(
                "Utsedd av",
                "medlem",
                Ref(Medlem, ("namn", "kortnamn")),
                "Medlemmen som har utsett personen, med namn som i medlemmar.csv.",
                "Håbo kommun",
            ),
            Kolumn("Roll", "roll", Val(Uppdragsroll), "Platsen i styrelsen.", "ledamot"),
            Kolumn("Parti", "parti", Text(), "Partiets förkortning, tomt för staten.", "S"),
            Kolumn("Från", "fran", Datum(), "Uppdragets första dag.", "2023-01-01"),
            Kolumn("Till och med", "tom", Datum(), "Sista dagen, tomt tills vidare.", "2026-12-31"),
            Kolumn(
                "Organ",
                "organ",
                Val(Uppdragsorgan),
                "Styrelsen, Arbetsutskottet eller Valberedningen; tomt är styrelsen.",
                "Styrelsen",
                frivillig=True,
            ),
            Kolumn(
                "Ordning",
                "ordning",
                Heltal(),
                "I vilken ordning medlemmens ersättare träder in, 1 först.",
                "1",
                frivillig=True,
            ),
            Kolumn(
                "Arvoderas",
                "arvoderas",
                JaNej(),
                "Tomt: ja för kommun och region, nej för staten.",
                "",
                frivillig=True,
            ),
        ),
    ),
)

REVISORER = Tabellfil(
    namn="revisorer",
    rubrik="Revisorer",
    ratt=Ratt.STYRELSE_ANDRA,
    forklaring="En rad per vald revisor eller upphandlad byrå. Ange namn, byrå eller båda.",
    tabell=Tabell(
        Revisor,
        nyckel=("utsedd_av", "namn", "byra", "fran"),
        tolka=_med_mottagare,
        kolumner=(
            Kolumn("Namn", "namn", Text(), "Revisorns namn.", "Bo Bengtsson"),
            Kolumn("Byrå", "byra", Text(), "Byrån, eller den som biträder.", "Byrån AB"),
            Kolumn("Utsedd av", "utsedd_av", Val(UtseddAv), "Vems revisor.", "Kommuner och region"),
            Kolumn("Från", "fran", Datum(), "Uppdragets första dag.", "2023-01-01"),
            Kolumn("Till och med", "tom", Datum(), "Sista dagen, tomt tills vidare.", ""),
            Kolumn(
                "Handlingar till",
                "person",
                Ref(Person, skapa=True),
                "Namnet på den person som möteshandlingarna skickas till, tomt för ingen.",
                "Bo Bengtsson",
                frivillig=True,
            ),
        ),
    ),
)

KANSLIROLLER = Tabellfil(
    namn="kansliroller",
    rubrik="Kansliet",
    ratt=Ratt.STYRELSE_ANDRA,
    forklaring="En rad per person och befattning på kansliet.",
    tabell=Tabell(
        Kansliroll,
        nyckel=("befattning", "person", "fran"),
        kolumner=(
            Kolumn("Namn", "person", Ref(Person, skapa=True), "Personens namn.", "Cilla Carlsson"),
            Kolumn("Befattning", "befattning", Text(), "Vad personen gör.", "förbundschef"),
            Kolumn("Från", "fran", Datum(), "Första dagen.", "2023-01-01"),
            Kolumn("Till och med", "tom", Datum(), "Sista dagen, tomt tills vidare.", ""),
        ),
    ),
)
