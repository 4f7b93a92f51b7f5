"""A part of the folder that is one table file: described, never programmed, by a room."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from finsam.mapp.delar import Tillfalle
from finsam.mapp.filer import Filkalla, Utfil
from finsam.mapp.kolumner import Kolumn
from finsam.mapp.mallar import mall_csv, mall_xlsx
from finsam.mapp.rapport import Filrapport
from finsam.mapp.skrivning import Tabell, celltext, hamtat
from finsam.mapp.tabellasning import Tabellasning
from finsam.permissions import Ratt
from finsam.tabular.export import Exportkolumn, csv_bytes
from finsam.tabular.location import Anmarkning, Plats


@dataclass(frozen=True)
class Foralder:
    """The row that several rows of the file share, its columns repeated on each of them.

    `falt` is the child's foreign key; it takes part in the child's natural key by that name.
    """

    falt: str
    tabell: Tabell


@dataclass(frozen=True)
class Tabellfil:
    """`namn`.csv or `namn`.xlsx ↔ the rows of one table."""

    namn: str
    rubrik: str
    ratt: Ratt
    forklaring: str
    tabell: Tabell
    foralder: Foralder | None = None
    # Rules over the file as a whole, asked when every row was good: sentences that refuse it.
    kontroller: tuple[Callable[[], Iterable[str]], ...] = ()
    # The same, but only told: sentences about what looks wrong and may be right.
    misstankar: tuple[Callable[[], Iterable[str]], ...] = ()

    @property
    def filmonster(self) -> tuple[str, ...]:
        return (f"{self.namn}.csv", f"{self.namn}.xlsx")

    @property
    def kolumner(self) -> tuple[Kolumn, ...]:
        delade = self.foralder.tabell.kolumner if self.foralder else ()
        return delade + self.tabell.kolumner

    def kravs(self, kolumn: Kolumn) -> bool:
        """Whether every row must have a value in the column."""
        if self.foralder and kolumn in self.foralder.tabell.kolumner:
            return self.foralder.tabell.kravs(kolumn)
        return self.tabell.kravs(kolumn)

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
        rader = self.tabell.rader()
        if foralder := self.foralder:
            rader.sort(key=lambda rad: foralder.tabell.ordning(getattr(rad, foralder.falt)))
        if rader:
            yield Utfil(f"{self.namn}.csv", csv_bytes(self._exportkolumner(), rader))

    def _exportkolumner(self) -> list[Exportkolumn]:
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
