"""Rows "per konto" and "per insats" spread into one row each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ekonomi.uppstallning.mall import (
    Kontointervall,
    Konton,
    Radmall,
    Summa,
    Tabellmall,
    Term,
    Uppstallningsmall,
)
from ekonomi.uppstallning.saldon import projektkod
from ekonomi.uppstallning.underlag import Underlag
from insatser.calculations.forbrukning import Insatsunderlag


@dataclass(frozen=True)
class Utvidgad:
    """A layout with its rows spread.

    `rader`: every id → its table and row; the id of a spread row is the sum of the rows it
    became. `tabellrader`: table id → rows as they are shown, each with the id it came from.
    """

    rader: Mapping[str, tuple[Tabellmall, Radmall]]
    tabellrader: Mapping[str, tuple[tuple[Radmall, str], ...]]
    insatser: Mapping[str, Insatsunderlag]


def utvidgad(mall: Uppstallningsmall, underlag: Underlag) -> Utvidgad:
    """The layout spread over the accounts and insatser there are, in their order."""
    rader: dict[str, tuple[Tabellmall, Radmall]] = {}
    tabellrader: dict[str, tuple[tuple[Radmall, str], ...]] = {}
    insatser: dict[str, Insatsunderlag] = {}
    for tabell in mall.tabeller:
        visade: list[tuple[Radmall, str]] = []
        for rad in tabell.rader:
            if not isinstance(rad.innehall, Konton) or not rad.innehall.per:
                visade.append((rad, rad.id))
                if rad.id:
                    rader[rad.id] = (tabell, rad)
                continue
            nya = []
            for ny, insats in _spridda(rad, rad.innehall, underlag):
                nya.append(ny)
                rader[ny.id] = (tabell, ny)
                if insats:
                    insatser[ny.id] = insats
            visade += [(ny, rad.id) for ny in nya]
            summa = Summa(tuple(Term(ny.id) for ny in nya))
            rader[rad.id] = (tabell, replace(rad, innehall=summa))
        tabellrader[tabell.id] = tuple(visade)
    return Utvidgad(rader, tabellrader, insatser)


def _spridda(
    rad: Radmall, innehall: Konton, underlag: Underlag
) -> Iterator[tuple[Radmall, Insatsunderlag | None]]:
    if innehall.per == "konto":
        for konto in sorted(underlag.konton, key=lambda konto: int(konto.nummer)):
            nummer = int(konto.nummer)
            if innehall.urval.har_konto(nummer):
                ett = replace(innehall.urval, konton=(Kontointervall(nummer, nummer),))
                yield _ny_rad(rad, konto.nummer, konto.namn, replace(innehall, urval=ett)), None
        return
    for insats in sorted(underlag.insatser, key=lambda insats: insats.ordning):
        if not innehall.insatstyper or insats.insatstyp in innehall.insatstyper:
            ett = replace(innehall.urval, projekt=(projektkod(insats),))
            etikett = insats.kortnamn
            if innehall.etikettform == "kort_agare":
                etikett = f"{insats.kortnamn}, {insats.agare.kortnamn}"
            yield _ny_rad(rad, str(insats.nr), etikett, replace(innehall, urval=ett)), insats


def _ny_rad(rad: Radmall, suffix: str, etikett: str, innehall: Konton) -> Radmall:
    return replace(
        rad,
        id=f"{rad.id}-{suffix}",
        etikett=etikett,
        innehall=replace(innehall, per=""),
        # A row per insats stands only where there is money; a row per account as the layout says.
        dolj_tom=rad.dolj_tom or innehall.per == "insats",
    )
