"""Matters and their parts in the folder."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from finsam.mapp.kolumner import Kolumn, Ref
from finsam.mapp.las import Las
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.permissions import Ratt
from finsam.tabular.cells import Datum, Heltal, JaNej, Text
from styrelse.amnen import arligt_amne
from styrelse.models import Arende, Arsarende, Delarende, Mote

UTSKICKAD = "Ärendet har skickats ut: ändra det på dess sida."
AVSLUTAT = "Ärendet är avslutat och ändras inte."


def arendets_las(arende: Arende) -> str:
    """Why no file changes the matter; empty when one may. At most one query."""
    if arende.avslutat:
        return AVSLUTAT
    return UTSKICKAD * arende.punkter.exclude(mote__in=Mote.objects.oskickade()).exists()


def arendets_steg(arende: Arende) -> str:
    return "Ärendet finns redan: det avslutas genom mötets beslut."


def _ifyllt_amne(arende: Arende) -> tuple[str, ...]:
    """The papers do not show what room a matter belongs to: one without may be given it."""
    return () if arende.avslutat or arende.amnesslag else ("amnesslag", "amnesnyckel")


def _med_amne(varden: Mapping[str, Any], arende: Arende | None) -> Mapping[str, Any]:
    """A document may be named by its own code, as in the yearly matters; it is kept as one."""
    if not {"amnesslag", "amnesnyckel"} <= varden.keys():
        return varden
    slag, nyckel = arligt_amne(varden["amnesslag"], varden["amnesnyckel"])
    return {**varden, "amnesslag": slag, "amnesnyckel": nyckel}


def frivilliga(*kolumner: Kolumn) -> tuple[Kolumn, ...]:
    """The columns that a file may leave out."""
    return tuple(replace(kolumn, frivillig=True) for kolumn in kolumner)


ARENDE = Kolumn(
    "Ärende",
    "arende",
    Ref(Arende, ("diarienummer",)),
    "Diarienumret som i arenden.csv.",
    "2026-14",
)

ARENDEN = Tabellfil(
    namn="arenden",
    rubrik="Ärenden",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per ärende, med tjänsteskrivelsens text.",
    tabell=Tabell(
        Arende,
        las=Las(arendets_las, steg=arendets_steg, ifylls=_ifyllt_amne),
        tolka=_med_amne,
        nyckel=("diarienummer",),
        kolumner=(
            Kolumn("Diarienummer", "diarienummer", Text(), "Ärendets nummer.", "2026-14"),
            Kolumn("Rubrik", "rubrik", Text(), "Som i dagordningen.", "Delårsrapport"),
            *frivilliga(
                Kolumn("Beslut", "till_beslut", JaNej(), "Om mötet ska besluta.", "ja"),
                Kolumn(
                    "Information", "till_information", JaNej(), "Om mötet ska informeras.", "nej"
                ),
                Kolumn("Diskussion", "till_diskussion", JaNej(), "Om mötet ska diskutera.", "nej"),
                Kolumn("Föredragande", "foredragande", Text(), "Den som drar ärendet.", "Anna Ek"),
                Kolumn(
                    "Tjänsteskrivelse",
                    "har_skrivelse",
                    JaNej(),
                    "Nej: texten står direkt i dagordningen.",
                    "ja",
                ),
                Kolumn(
                    "Förslag till beslut",
                    "forslag",
                    Text(),
                    "En att-sats per rad.",
                    "att godkänna rapporten",
                ),
                Kolumn("Ärendet", "arendet", Text(), "Vad det gäller, i Markdown.", ""),
                Kolumn("Bedömning", "bedomning", Text(), "Kansliets bedömning, i Markdown.", ""),
                Kolumn("Undertecknare", "undertecknare", Text(), "Namn och befattning.", ""),
                Kolumn("Daterad", "skrivelsedatum", Datum(), "Skrivelsens dag.", "2026-03-10"),
                Kolumn("Ämne", "amnesslag", Text(), "Vad ärendet gäller i systemet.", "budget"),
                Kolumn("Ämnets nyckel", "amnesnyckel", Text(), "Vilket av dem.", "2027"),
                Kolumn(
                    "Årligt ärende",
                    "arsarende",
                    Ref(Arsarende, ("kod",)),
                    "Koden som i arsarenden.csv, annars tomt.",
                    "",
                ),
                Kolumn("År", "verksamhetsar", Heltal(), "Året som det årliga ärendet gäller.", ""),
                Kolumn(
                    "Avslutat", "avslutat", Datum(), "Dagen för beslutet som avslutade det.", ""
                ),
            ),
        ),
    ),
)

DELARENDEN = Tabellfil(
    namn="delarenden",
    rubrik="Delar av ärenden",
    ratt=Ratt.MOTE_ANDRA,
    forklaring="En rad per del av ett ärende: A, B och så vidare.",
    tabell=Tabell(
        Delarende,
        las=Las(arendets_las, agare="arende"),
        nyckel=("arende", "ordning"),
        kolumner=(
            ARENDE,
            Kolumn("Ordning", "ordning", Heltal(), "1 för A, 2 för B.", "1"),
            Kolumn("Rubrik", "rubrik", Text(), "Delens rubrik.", "Val av ledamot"),
            *frivilliga(
                Kolumn("Föredragande", "foredragande", Text(), "Den som drar delen.", ""),
                Kolumn("Text", "text", Text(), "Vad delen gäller.", ""),
                Kolumn("Förslag till beslut", "forslag", Text(), "En att-sats per rad.", ""),
            ),
        ),
    ),
)
