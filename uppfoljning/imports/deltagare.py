"""The counts of participants in the quarterly reports, as a table file."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from finsam.mapp.kolumner import Kolumn
from finsam.mapp.skrivning import Tabell
from finsam.mapp.tabellfil import Tabellfil
from finsam.periods import las_period
from finsam.permissions import Ratt
from finsam.tabular.cells import Cellfel, Heltal, Val
from uppfoljning.calculations.antal import redovisat
from uppfoljning.calculations.kontroll import granska
from uppfoljning.calculations.underlag import Antalsnyckel
from uppfoljning.choices import KATEGORIER, Kon, Matt
from uppfoljning.imports import las
from uppfoljning.imports.rapporter import RAPPORTEN
from uppfoljning.models import Deltagarantal, Kvartalsrapport
from uppfoljning.selectors.rapporter import insatsfakta


@dataclass(frozen=True)
class Kategori:
    """A category of any measure that is divided, by its words or its stored value.

    The same words mean the same value in every list. Which categories a measure has is the
    table's own rule.
    """

    format: ClassVar[str] = "text"

    def las(self, text: str) -> str:
        sokt = text.casefold()
        for varde, ord_ in _alla():
            if sokt in (varde.casefold(), ord_.casefold()):
                return varde
        raise Cellfel(f"”{text}” är ingen kategori, till exempel Studerande eller 15–29 år.")

    def skriv(self, varde: str) -> str:
        return next((ord_ for ett, ord_ in _alla() if ett == varde), varde)


def _alla() -> list[tuple[str, str]]:
    return [(str(v), str(ord_)) for lista in KATEGORIER.values() for v, ord_ in lista.choices]


def antal_som_inte_gar_ihop() -> Iterator[str]:
    """What would have stopped a report from being handed in, for each that counts; 2 queries.

    Told, not refused: an association brings its old reports with it as they were.
    """
    # Read first: the database knows too little of rows just written to join them well.
    rapporter = list(
        Kvartalsrapport.objects.gallande()
        .select_related("insats__insatsagare")
        .order_by("period", "insats__nr")
    )
    per_rapport: dict[int, dict[Antalsnyckel, int]] = defaultdict(dict)
    rader = Deltagarantal.objects.filter(manad=0, rapport__in=rapporter).order_by()
    for nr, matt, kategori, kon, tal in rader.values_list(
        "rapport_id", "matt", "kategori", "kon", "antal"
    ):
        per_rapport[nr][Antalsnyckel(matt, kategori, kon)] = tal
    for rapport in rapporter:
        if rapport.pk not in per_rapport:
            continue
        period, insats = las_period(rapport.period), insatsfakta(rapport.insats)
        antal = per_rapport[rapport.pk]
        for fynd in granska(antal, insats, period, None):
            # What nobody told of, of the time before, is no contradiction.
            if fynd.stoppar and redovisat(antal, fynd.falt):
                yield f"{insats.kortnamn}, {insats.agare}, {rapport.period}: {fynd.text}"


DELTAGARE = Tabellfil(
    namn="deltagare",
    rubrik="Deltagare",
    ratt=Ratt.UPPFOLJNING_ANDRA,
    forklaring="En rad per kvartalsrapport, mått, kategori och kön: ett antal, aldrig personer.",
    foralder=RAPPORTEN,
    tabell=Tabell(
        Deltagarantal,
        i_klump=True,
        las=las.RAPPORTENS_DEL,
        nyckel=("rapport", "manad", "matt", "kategori", "kon"),
        kolumner=(
            Kolumn("Månad", "manad", Heltal(), "1–12, eller 0 för hela perioden.", "0"),
            Kolumn("Mått", "matt", Val(Matt), "Vad som är räknat.", "Avslutningsanledning"),
            Kolumn(
                "Kategori",
                "kategori",
                Kategori(),
                "Kategorin för mått som delas, annars tomt.",
                "Studerande",
            ),
            Kolumn("Kön", "kon", Val(Kon), "Kvinnor, Män eller Okänt.", "Kvinnor"),
            Kolumn("Antal", "antal", Heltal(), "Hur många.", "12"),
        ),
    ),
    misstankar=(antal_som_inte_gar_ihop,),
)
