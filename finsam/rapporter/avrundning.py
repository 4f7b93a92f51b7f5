"""Where rounded rows do not add to the rounded sum. It is said; no row is bent to hide it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ekonomi.uppstallning import Berakning, Radresultat, Tabellresultat
from ekonomi.uppstallning.mall import Summa
from finsam.rapporter.dokument import Varde
from finsam.rapporter.tal import avrundat
from finsam.typografi import antal


@dataclass(frozen=True)
class Avrundningsdifferens:
    """A sum whose shown rows add to something else; both in the unit that is printed."""

    rad: str
    etikett: str
    kolumn: str
    enhet: str
    summa: Decimal
    raderna: Decimal

    @property
    def text(self) -> str:
        skillnad = antal(self.summa - self.raderna)
        return (
            f"Raderna summerar till {antal(self.raderna)}, summan är {antal(self.summa)}: "
            f"avrundningsdifferens {skillnad} {self.enhet}"
        )


def avrundningsdifferenser(
    berakning: Berakning, tabell: Tabellresultat
) -> Iterator[Avrundningsdifferens]:
    """Every sum of the table, over rows of the same table, that rounding sets apart from them."""
    rader = {rad.id: rad for rad in tabell.rader}
    spridda: dict[str, list[Radresultat]] = {}
    for rad in tabell.rader:
        spridda.setdefault(rad.radmall or rad.id, []).append(rad)
    for rad in tabell.rader:
        mall = berakning.mall.rader.get(rad.id)
        innehall = mall[1].innehall if mall else None
        if not isinstance(innehall, Summa) or innehall.matt:
            continue
        if not all(term.rad in spridda for term in innehall.termer):
            continue
        delar = [(term.tecken, del_) for term in innehall.termer for del_ in spridda[term.rad]]
        yield from _i_rad(rader[rad.id], delar, tabell)


def _i_rad(
    rad: Radresultat, delar: list[tuple[int, Radresultat]], tabell: Tabellresultat
) -> Iterator[Avrundningsdifferens]:
    for nr, kolumn in enumerate(tabell.kolumner):
        summa = _visat(rad, nr)
        visade = [(tecken, _visat(del_, nr)) for tecken, del_ in delar]
        raderna = sum((tecken * tal for tecken, tal in visade if tal is not None), Decimal(0))
        if summa is not None and summa != raderna and rad.celler[nr].enhet != "procent":
            enhet = rad.celler[nr].enhet
            yield Avrundningsdifferens(rad.id, rad.etikett, kolumn.rubrik, enhet, summa, raderna)


def _visat(rad: Radresultat, kolumn: int) -> Decimal | None:
    cell = rad.celler[kolumn]
    return None if cell.tal is None else avrundat(Varde(cell.tal, cell.enhet))
