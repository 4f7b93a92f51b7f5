"""A part of the folder that is one table file: described, never programmed, by a room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from finsam.mapp.delar import Tillfalle
from finsam.mapp.filer import Filkalla, Utfil
from finsam.mapp.kolumner import Kolumn
from finsam.mapp.mallar import mall_csv, mall_xlsx
from finsam.mapp.rapport import Filrapport
from finsam.mapp.skrivning import celltext, hamtat
from finsam.mapp.tabellasning import Tabellasning
from finsam.mapp.tabellbeskrivning import Tabellbeskrivning
from finsam.tabular.export import Exportkolumn, csv_bytes
from finsam.tabular.location import Anmarkning, Plats


@dataclass(frozen=True)
class Tabellfil(Tabellbeskrivning):
    """`namn`.csv or `namn`.xlsx ↔ the rows of one table."""

    @property
    def filmonster(self) -> tuple[str, ...]:
        return (f"{self.namn}.csv", f"{self.namn}.xlsx")

    def las_in(self, kallor: Sequence[Filkalla], tillfalle: Tillfalle) -> list[Filrapport]:
        if len(kallor) > 1:
            namn = " och ".join(kalla.namn for kalla in kallor)
            return [
                Filrapport(
                    kalla.namn,
                    self.rubrik,
                    fel=[Anmarkning(Plats(kalla.namn), f"Både {namn} finns. Behåll en av dem.")],
                )
                for kalla in kallor
            ]
        return [Tabellasning(self, kallor[0], tillfalle).utfall()]

    def exportera(self) -> Iterable[Utfil]:
        foralder = self.foralder
        rader = self.att_skriva(self.tabell.rader(foralder.pekare() if foralder else ()))
        if foralder:
            rader.sort(key=lambda rad: foralder.tabell.ordning(getattr(rad, foralder.falt)))
        if rader:
            yield Utfil(f"{self.namn}.csv", csv_bytes(self.exportkolumner(), rader))

    def exportkolumner(self) -> list[Exportkolumn]:
        """The file's columns, for rows that have what they point at fetched along."""
        delade = self.foralder.tabell.kolumner if self.foralder else ()
        return [
            _exportkolumn(k, self.foralder.falt if self.foralder and k in delade else "")
            for k in self.kolumner
        ]

    def mallar(self) -> Iterable[Utfil]:
        yield Utfil(f"{self.namn}.csv", mall_csv(self))

    def mall_xlsx(self) -> Utfil:
        return Utfil(f"{self.namn}.xlsx", mall_xlsx(self))


def _exportkolumn(kolumn: Kolumn, foralder: str) -> Exportkolumn:
    def varde(obj: Any) -> Any:
        varde = hamtat(kolumn, getattr(obj, foralder) if foralder else obj)
        # Numbers and dates stay what they are; text is written as the cell type says.
        return celltext(kolumn, varde) if kolumn.typ.format == "text" else varde

    return Exportkolumn(kolumn.rubrik, varde, kolumn.typ.format)
