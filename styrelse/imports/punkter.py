"""Agendas, and decisions taken for the board, in the folder."""

from dataclasses import replace

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.las import Las
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Belopp, Datum, Heltal, JaNej, Text, Val
from styrelse.actions.delegation import ANMALT
from styrelse.choices import Punktplats, Punktslag
from styrelse.imports.arenden import ARENDE, frivilliga
from styrelse.imports.moten import MOTET, motets_las
from styrelse.models import Delegationsbeslut, Person, Punkt

PUNKTER = Tabellfil(
    namn="punkter",
    rubrik="Punkter på dagordningen",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per punkt på ett mötes dagordning: ett ärende, eller en fast punkt.",
    tabell=Tabell(
        Punkt,
        las=Las(motets_las, agare="mote"),
        nyckel=("mote", "plats", "ordning"),
        kolumner=(
            Kolumn("Plats", "plats", Val(Punktplats), "Tomt för ett ärende.", "Före ärendena"),
            Kolumn("Ordning", "ordning", Heltal(), "Ordningen där, 1 först.", "1"),
            Kolumn("Slag", "slag", Val(Punktslag), "Vad punkten är.", "Mötets öppnande"),
            replace(ARENDE, forklaring="Diarienumret, tomt för en fast punkt."),
            Kolumn("Rubrik", "rubrik", Text(), "Bara för en fast punkt.", "Mötets öppnande"),
            *frivilliga(
                Kolumn("Text", "text", Text(), "Text direkt i dagordningen.", ""),
                Kolumn("Nummer", "nummer", Heltal(), "Numret, när kallelsen är skickad.", ""),
                Kolumn("Tillagd", "tillagd", JaNej(), "Om den kom efter kallelsen.", "nej"),
                Kolumn("Utgår", "utgar", JaNej(), "Om den inte tas upp.", "nej"),
                Kolumn("Protokollstext", "protokollstext", Text(), "Text i protokollet.", ""),
                Kolumn(
                    "Propositionsordning", "propositionsordning", Text(), "Ett förslag per rad.", ""
                ),
            ),
        ),
    ),
    foralder=MOTET,
)


DELEGATION = {"slag": Punktslag.DELEGATIONSBESLUT}


def beslutets_las(beslut: Delegationsbeslut) -> str:
    return ANMALT * (beslut.anmalt_vid_id is not None)


DELEGATIONSBESLUT = Tabellfil(
    namn="delegationsbeslut",
    rubrik="Delegationsbeslut",
    ratt=Ratt.DELEGATIONSBESLUT,
    forklaring="En rad per beslut på styrelsens vägnar, numrerade inom året.",
    tabell=Tabell(
        Delegationsbeslut,
        las=Las(beslutets_las),
        nyckel=("verksamhetsar", "lopnummer"),
        kolumner=(
            Kolumn("År", "verksamhetsar", Heltal(), "Året då beslutet fattades.", "2026"),
            Kolumn("Nummer", "lopnummer", Heltal(), "Numret inom året.", "1"),
            Kolumn("Datum", "datum", Datum(), "Beslutets dag.", "2026-02-03"),
            Kolumn("Ärende", "rubrik", Text(), "Vad det gäller.", "Inköp av datorer"),
            Kolumn("Beslut", "beslut", Text(), "Vad som beslutades.", "att köpa två datorer"),
            Kolumn("Delegat", "delegat", Ref(Person, skapa=True), "Vem som beslutade.", "Anna Ek"),
            Kolumn("Stöd", "stod", Text(), "Punkten i delegationsordningen.", "3.2"),
            Kolumn("Belopp", "belopp", Belopp(), "Kronor, om beslutet gäller pengar.", "24 000"),
            Kolumn(
                "Anmält",
                "anmalt_vid",
                Ref(Punkt, ("mote",), urval=DELEGATION, med=("mote",)),
                "Mötet där styrelsen fick veta, tomt innan dess.",
                "Förbundsstyrelsen 2026-03-19",
            ),
        ),
    ),
)
