"""The decision space before and after a play with it: each measure of each column. kr."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ekonomi.calculations.beslutsutrymme import (
    Arsutrymme,
    Utrymmesunderlag,
    Val,
    med_val,
)
from ekonomi.calculations.trappan import trappans_tak


@dataclass(frozen=True)
class Rumsar:
    """A column with what the play leaves in it, as outcome, "budget" or "prognos"."""

    utrymme: Arsutrymme
    reservfond: Decimal

    @property
    def ar(self) -> int:
        return self.utrymme.plan.ar

    @property
    def resultat_efter(self) -> Decimal:
        """The year's result were the ticked applications granted."""
        return self.utrymme.resultat - self.utrymme.sokt

    @property
    def eget_kapital(self) -> Decimal:
        """Equity at year-end: what is left to decide on, and the reserve fund that is not."""
        return self.utrymme.efter + self.reservfond

    @property
    def tak(self) -> Decimal | None:
        """The most equity that the year's contributions allow (F28); None where there is none."""
        return trappans_tak(self.utrymme.plan.bidrag, self.ar)

    @property
    def mot_tak(self) -> Decimal | None:
        """How far equity stands above (+) or below (−) the cap."""
        return None if self.tak is None else self.eget_kapital - self.tak


# The measures of a column: id, and how it is read. The order is that of the page.
MATT: Sequence[tuple[str, Callable[[Rumsar], Decimal | None]]] = (
    ("ingaende", lambda ar: ar.utrymme.ingaende),
    ("intakter", lambda ar: ar.utrymme.plan.intakter),
    ("totalt", lambda ar: ar.utrymme.totalt),
    ("fortroendevalda", lambda ar: ar.utrymme.plan.fortroendevalda),
    ("forvaltning", lambda ar: ar.utrymme.plan.forvaltning),
    ("insatser", lambda ar: ar.utrymme.plan.insatssumma),
    ("ovriga", lambda ar: ar.utrymme.plan.ovrigsumma),
    ("resultat", lambda ar: ar.utrymme.resultat),
    ("utrymme", lambda ar: ar.utrymme.utrymme),
    ("sokt", lambda ar: ar.utrymme.sokt),
    ("efter", lambda ar: ar.utrymme.efter),
    ("resultat_efter", lambda ar: ar.resultat_efter),
    ("eget_kapital", lambda ar: ar.eget_kapital),
    ("tak", lambda ar: ar.tak),
    ("mot_tak", lambda ar: ar.mot_tak),
)


@dataclass(frozen=True)
class Cell:
    """A measure of a column without the play and with it; None where there is none."""

    fore: Decimal | None
    efter: Decimal | None

    @property
    def skillnad(self) -> Decimal | None:
        """How much the play adds; None where nothing changes or nothing can be compared."""
        if self.fore is None or self.efter is None or self.fore == self.efter:
            return None
        return self.efter - self.fore


@dataclass(frozen=True)
class Jamforelse:
    """Two plays column by column; `celler` by measure, in the order of the columns."""

    fore: tuple[Rumsar, ...]
    efter: tuple[Rumsar, ...]
    celler: dict[str, tuple[Cell, ...]]

    @property
    def negativa(self) -> tuple[Rumsar, ...]:
        """The columns whose space is below 0 after the play."""
        return tuple(ar for ar in self.efter if ar.utrymme.efter < 0)

    @property
    def matande(self) -> tuple[tuple[Rumsar, Rumsar], ...]:
        """Before and after of the column of each year that feeds the next."""
        par = zip(self.fore, self.efter, strict=True)
        return tuple((fore, efter) for fore, efter in par if efter.utrymme.plan.foder)


def rumsar(underlag: Utrymmesunderlag, val: Val) -> tuple[Rumsar, ...]:
    """The columns with what is chosen; without a choice, no application is counted."""
    valt = med_val(underlag, val)
    return tuple(Rumsar(utrymme, underlag.reservfond) for utrymme in valt.utrymmen)


def jamfor(fore: tuple[Rumsar, ...], efter: tuple[Rumsar, ...]) -> Jamforelse:
    """The two held against each other; they must have the same columns, as plays of one room do."""
    celler = {
        id_: tuple(Cell(las(a), las(b)) for a, b in zip(fore, efter, strict=True))
        for id_, las in MATT
    }
    return Jamforelse(fore, efter, celler)
