"""Rules on how tables are shown: rounding, and what a column says that it holds."""

import re
from collections.abc import Iterator

from finsam.rapporter.avrundning import avrundningsdifferenser
from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kontroller.granskning import Granskning

AR = re.compile(r"\b(?:19|20)\d{2}\b")
ORD = {"utfall": "budget", "budget": "utfall"}


def avrundning(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """Where shown rows do not add to the shown sum: said, never forced by bending a row."""
    ekonomi = granskning.material.ekonomi
    for tabell in ekonomi.resultat:
        for skillnad in avrundningsdifferenser(ekonomi.berakning, tabell):
            yield Kontrollutfall(
                f"avrundning:{skillnad.rad}:{skillnad.kolumn}",
                "Avrundningsdifferens",
                True,
                skillnad.raderna,
                skillnad.summa,
                f"{tabell.titel}, {skillnad.etikett}, {skillnad.kolumn}",
                f"{skillnad.text}.",
            )


def kolumnslag(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """A column holds what its heading says: budget or outcome, and of the year it names."""
    for tabell in granskning.material.ekonomi.resultat:
        for kolumn in tabell.kolumner:
            motsatt = ORD.get(kolumn.slag, "\0")
            fel_slag = motsatt in kolumn.rubrik.casefold()
            ar = {int(t) for t in AR.findall(kolumn.rubrik)}
            if fel_slag or (ar and kolumn.period.ar not in ar):
                yield Kontrollutfall(
                    f"kolumn:{tabell.id}:{kolumn.rubrik}",
                    "Kolumnen innehåller det som rubriken säger",
                    False,
                    kolumn.rubrik,
                    f"{kolumn.slag} {kolumn.period.namn}",
                    tabell.titel,
                    f"Kolumnen ”{kolumn.rubrik}” innehåller {kolumn.slag} för "
                    f"{kolumn.period.namn}" + (f"; {motsatt} krävs." if fel_slag else "."),
                )
