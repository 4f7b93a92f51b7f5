"""Rules on how tables are shown: rounding, and what a column says that it holds."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ekonomi.uppstallning import Radresultat, Tabellresultat
from ekonomi.uppstallning.mall import Summa
from finsam.rapporter.dokument import Kontrollutfall, Varde
from finsam.rapporter.kontroller.granskning import Granskning
from finsam.rapporter.tal import avrundat
from finsam.typografi import antal

AR = re.compile(r"\b(?:19|20)\d{2}\b")
ORD = {"utfall": "budget", "budget": "utfall"}


def avrundning(granskning: Granskning) -> Iterator[Kontrollutfall]:
    """Where shown rows do not add to the shown sum: said, never forced by bending a row."""
    for tabell in granskning.material.ekonomi.resultat:
        rader = {rad.id: rad for rad in tabell.rader}
        for rad in tabell.rader:
            for rubrik, summa, raderna in avrundningsdifferenser(granskning, tabell, rad, rader):
                yield Kontrollutfall(
                    f"avrundning:{rad.id}:{rubrik}",
                    "Avrundningsdifferens",
                    True,
                    raderna,
                    summa,
                    f"{tabell.titel}, {rad.etikett}, {rubrik}",
                    f"Raderna summerar till {antal(raderna)}, summan är {antal(summa)}: "
                    f"avrundningsdifferens {antal(summa - raderna)} {tabell.enhet}.",
                )


def avrundningsdifferenser(
    granskning: Granskning,
    tabell: Tabellresultat,
    rad: Radresultat,
    rader: dict[str, Radresultat],
) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Column heading, shown sum and sum of the shown rows, where the two differ."""
    _, mall = granskning.berakning.mall.rader.get(rad.id, (None, None))
    if mall is None or not isinstance(mall.innehall, Summa) or mall.innehall.matt:
        return
    termer = mall.innehall.termer
    if not all(term.rad in rader for term in termer):
        return
    for nr, kolumn in enumerate(tabell.kolumner):
        delar = [(t.tecken, _visat(rader[t.rad], nr)) for t in termer]
        summa = _visat(rad, nr)
        raderna = sum((t * tal for t, tal in delar if tal is not None), Decimal(0))
        if summa is not None and summa != raderna:
            yield kolumn.rubrik, summa, raderna


def _visat(rad: Radresultat, kolumn: int) -> Decimal | None:
    cell = rad.celler[kolumn]
    return None if cell.tal is None else avrundat(Varde(cell.tal, cell.enhet))


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
