"""The layout of statements, notes and economic tables as frozen data: what las.py reads.

A table has rows and columns. Each row says in one way where its figures come from (`Innehall`);
each column says which period and what kind of figure. Signs: the ledger has debit +, credit −;
a row of accounts is shown as tecken × ledger, and other rows add what is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import ClassVar


@dataclass(frozen=True)
class Kontointervall:
    """Account numbers from–till, both inclusive, compared as numbers."""

    fran: int
    till: int

    def __contains__(self, konto: int) -> bool:
        return self.fran <= konto <= self.till

    def skar(self, annat: "Kontointervall") -> bool:
        return self.fran <= annat.till and annat.fran <= self.till

    def __str__(self) -> str:
        return str(self.fran) if self.fran == self.till else f"{self.fran}-{self.till}"


@dataclass(frozen=True)
class Urval:
    """Which balances a row gathers: accounts, and optionally only some blocks or projekt.

    The intervals have no account in common; an account is gathered once.
    `insatser` True: only balances with a projekt; False: only those without; None: both.
    `obokfort_resultat`: also every income and cost account, i.e. the result that has not yet been
    moved to equity.
    """

    konton: tuple[Kontointervall, ...] = ()
    block: tuple[str, ...] = ()
    utan_block: tuple[str, ...] = ()
    projekt: tuple[str, ...] = ()
    insatser: bool | None = None
    obokfort_resultat: bool = False

    def har_konto(self, konto: int) -> bool:
        return any(konto in intervall for intervall in self.konton)

    def har_objekt(self, block: str | None, projekt: str | None) -> bool:
        """Whether a balance with this block and projekt passes the filters."""
        if self.block and block not in self.block:
            return False
        if block in self.utan_block or (self.projekt and projekt not in self.projekt):
            return False
        return self.insatser is None or self.insatser == (projekt is not None)

    def overlappar(self, annat: "Urval") -> str | None:
        """What both gather, in words; None when no balance can be in both."""
        if self.obokfort_resultat and annat.obokfort_resultat:
            return "det obokförda resultatet"
        if self._skilda(annat) or annat._skilda(self):
            return None
        for mitt in self.konton:
            for ditt in annat.konton:
                if mitt.skar(ditt):
                    gemensamt = Kontointervall(max(mitt.fran, ditt.fran), min(mitt.till, ditt.till))
                    return f"konto {gemensamt}"
        return None

    def _skilda(self, annat: "Urval") -> bool:
        """Filters that exclude each other whatever the accounts."""
        if self.block and annat.block and not set(self.block) & set(annat.block):
            return True
        if self.block and set(self.block) <= set(annat.utan_block):
            return True
        if self.projekt and annat.projekt and not set(self.projekt) & set(annat.projekt):
            return True
        return annat.insatser is False and (self.insatser is True or bool(self.projekt))


@dataclass(frozen=True)
class Term:
    """A reference to another row, added or (tecken −1) taken away."""

    rad: str
    tecken: int = 1

    def __str__(self) -> str:
        return f"-{self.rad}" if self.tecken < 0 else self.rad


@dataclass(frozen=True)
class Rubrik:
    """A heading: no figures."""

    termer: ClassVar[tuple[Term, ...]] = ()


@dataclass(frozen=True)
class Konton:
    """Figures from the balances and budget of `urval`, shown as tecken × ledger.

    `per` "konto" or "insats" gives a row each instead of one row; "" gives one.
    """

    urval: Urval
    tecken: int
    per: str = ""
    insatstyper: tuple[str, ...] = ()
    etikettform: str = "kort"
    termer: ClassVar[tuple[Term, ...]] = ()


@dataclass(frozen=True)
class Summa:
    """The sum of other rows' shown figures.

    `matt` "" takes each row as it stands in its table; "forandring" takes closing − opening,
    "ingaende" and "utgaende" the balance when the period begins and ends.
    """

    termer: tuple[Term, ...]
    matt: str = ""


@dataclass(frozen=True)
class Kvot:
    """One row's figure as a share of another's, same column."""

    taljare: str
    namnare: str

    @property
    def termer(self) -> tuple[Term, ...]:
        return (Term(self.taljare), Term(self.namnare))


@dataclass(frozen=True)
class MotBudget:
    """A row's outcome as a share of its budget for the whole year (F17)."""

    rad: str

    @property
    def termer(self) -> tuple[Term, ...]:
        return (Term(self.rad),)


@dataclass(frozen=True)
class Personaltal:
    """A figure about the staff: "heltidstjanster" (F3) or "personalomsattning" (F4)."""

    slag: str
    termer: ClassVar[tuple[Term, ...]] = ()


# What a row shows; `termer` are the rows it builds on.
Innehall = Rubrik | Konton | Summa | Kvot | MotBudget | Personaltal


@dataclass(frozen=True)
class Radmall:
    """A row: `slag` is line, sum, total or heading; `niva` the indent; `enhet` None = table's."""

    id: str
    etikett: str
    innehall: Innehall
    slag: str = "line"
    niva: int = 1
    not_: str = ""
    enhet: str | None = None
    dolj_tom: bool = False


@dataclass(frozen=True)
class Kolumnmall:
    """A column: `slag` utfall, budget, diff, kvot, prognos or agare; `ar` 0 is the report's year.

    `helar`: the whole year although the report is of a part of it; a forecast always is.
    `form`: how an insats' owner is written, "kort" or "namn". `fran_ar` makes it a series: a
    column for each year from that one to `ar`.
    """

    slag: str
    ar: int = 0
    rubrik: str = ""
    helar: bool = False
    form: str = "kort"
    fran_ar: int | None = None

    def utskriven(self, rapportar: int) -> "tuple[Kolumnmall, ...]":
        """The columns it is in a report of that year: itself, or one for each year."""
        if self.fran_ar is None:
            return (self,)
        forsta = self.fran_ar - rapportar
        return tuple(replace(self, ar=ar, fran_ar=None) for ar in range(forsta, self.ar + 1))


@dataclass(frozen=True)
class Tabellmall:
    """A table. `matt` "rorelse" sums the period's movements, "utgaende" the closing balance."""

    id: str
    slag: str
    titel: str
    enhet: str
    kolumner: tuple[Kolumnmall, ...]
    rader: tuple[Radmall, ...]
    matt: str = "rorelse"
    etikettrubrik: str = ""
    not_: str = ""
    anmarkningar: tuple[str, ...] = ()


@dataclass(frozen=True)
class Utrymmesrader:
    """The row ids that make up the decision space; the first of `intakter` is the allocation.

    Together they are every part of the year's result, each once.
    """

    intakter: tuple[str, ...]
    fortroendevalda: tuple[str, ...]
    forvaltning: tuple[str, ...]
    insatser: tuple[str, ...]
    ovriga: tuple[str, ...]


@dataclass(frozen=True)
class Uppstallningsmall:
    """The whole layout, valid from a year on.

    `utan_rad`: accounts that no statement line shall carry, such as the technical account that
    moves the result to equity. `radroller`: which rows rules and goals look for (roller.py).
    `utrymmesrader`: what makes up the decision space, when the layout says so.
    """

    giltig_fran: int
    tabeller: tuple[Tabellmall, ...]
    utan_rad: tuple[Kontointervall, ...] = field(default=())
    radroller: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    utrymmesrader: Utrymmesrader | None = None

    def for_ar(self, ar: int) -> "Uppstallningsmall":
        """The layout as a report of that year has it: with every series of years written out."""
        if not any(k.fran_ar for t in self.tabeller for k in t.kolumner):
            return self
        tabeller = (
            replace(t, kolumner=tuple(ny for k in t.kolumner for ny in k.utskriven(ar)))
            for t in self.tabeller
        )
        return replace(self, tabeller=tuple(tabeller))

    @cached_property
    def rader(self) -> Mapping[str, tuple[Tabellmall, Radmall]]:
        """Each row that has an id, with its table."""
        return {rad.id: (tabell, rad) for tabell in self.tabeller for rad in tabell.rader if rad.id}

    @cached_property
    def ar(self) -> tuple[int, ...]:
        """The years that the columns need, relative to the report's; always this and last."""
        return tuple(sorted({0, -1} | {k.ar for t in self.tabeller for k in t.kolumner}))

    def tabell(self, id_: str) -> Tabellmall:
        """The table of that id. Raises KeyError."""
        for tabell in self.tabeller:
            if tabell.id == id_:
                return tabell
        raise KeyError(id_)

    def tabeller_av(self, slag: str) -> tuple[Tabellmall, ...]:
        return tuple(t for t in self.tabeller if t.slag == slag)
