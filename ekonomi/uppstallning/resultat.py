"""What the engine gives back: tables of exact figures, each cell with where it comes from."""

from dataclasses import dataclass
from decimal import Decimal

from ekonomi.uppstallning.mall import Term, Urval
from finsam.periods import Period


@dataclass(frozen=True)
class Kontodel:
    """One account's part of a cell, in kr with the cell's sign."""

    konto: str
    belopp: Decimal


@dataclass(frozen=True)
class Proveniens:
    """Where a cell comes from.

    A cell of accounts has `urval`, the months summed (`manader`; 0 is the opening balance) and
    the accounts, blocks and projekt that had money. A cell of other rows has `termer`: the sum's
    terms, or the one or two rows of a share. `matt` says how a term is measured when not as it
    stands in its own table.
    """

    rad: str
    slag: str
    period: Period
    manader: tuple[int, int] | None = None
    konton: tuple[Kontodel, ...] = ()
    block: tuple[str, ...] = ()
    projekt: tuple[str, ...] = ()
    urval: Urval | None = None
    termer: tuple[Term, ...] = ()
    matt: str = ""


@dataclass(frozen=True)
class Cellresultat:
    """An exact figure in base unit (kr, share 0-1, count) or a text; both None is "nothing"."""

    tal: Decimal | None = None
    enhet: str = "kr"
    text: str | None = None
    proveniens: Proveniens | None = None


@dataclass(frozen=True)
class Radresultat:
    id: str
    etikett: str
    slag: str
    niva: int
    not_: str
    celler: tuple[Cellresultat, ...]
    # The row of the layout that a row per account or insats comes from; else its own id.
    radmall: str = ""


@dataclass(frozen=True)
class Kolumnresultat:
    rubrik: str
    slag: str
    period: Period


@dataclass(frozen=True)
class Tabellresultat:
    """A table filled in; `enhet` is what it is shown in, its figures stand unrounded."""

    id: str
    slag: str
    titel: str
    enhet: str
    etikettrubrik: str
    not_: str
    kolumner: tuple[Kolumnresultat, ...]
    rader: tuple[Radresultat, ...]
    anmarkningar: tuple[str, ...] = ()

    def rad(self, id_: str) -> Radresultat:
        """The row of that id. Raises KeyError."""
        for rad in self.rader:
            if rad.id == id_:
                return rad
        raise KeyError(id_)
