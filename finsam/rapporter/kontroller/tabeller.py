"""Rules on how tables are shown: rounding, and what a column says that it holds."""

import re
from collections.abc import Iterator

from finsam.rapporter.avrundning import avrundningsdifferenser
from finsam.rapporter.dokument import Kontrollutfall
from finsam.rapporter.kontroller.granskning import Granskning

AR = re.compile(r"\b(?:19|20)\d{2}\b")


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


def kolumnens_ar(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """A heading with a typed year names the year of its column (K4, K5).

    That it names the right kind of figure is held by the layout itself.
    """
    for tabell in granskning.material.ekonomi.resultat:
        for kolumn in tabell.kolumner:
            ar = {int(t) for t in AR.findall(kolumn.rubrik)}
            if ar and kolumn.period.ar not in ar:
                yield Kontrollutfall(
                    f"kolumn:{tabell.id}:{kolumn.rubrik}",
                    "Kolumnen är av det år som rubriken säger",
                    False,
                    kolumn.rubrik,
                    f"{kolumn.slag} {kolumn.period.namn}",
                    tabell.titel,
                    f"Kolumnen ”{kolumn.rubrik}” innehåller {kolumn.slag} för "
                    f"{kolumn.period.namn}.",
                )
