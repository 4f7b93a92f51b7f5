"""What the engine reads: balances, budget, insatser and staff, already grouped and exact."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from finsam.periods import Period
from insatser.calculations.forbrukning import Insatsunderlag


@dataclass(frozen=True)
class Kontounderlag:
    """An account; `kontotyp` T asset, S equity or debt, I income, K cost."""

    nummer: str
    namn: str
    kontotyp: str

    @property
    def resultatkonto(self) -> bool:
        return self.kontotyp in ("I", "K")


@dataclass(frozen=True)
class Saldorad:
    """Balance in kr with the ledger's sign (debit +).

    `manad` 0 is the opening balance, 1-12 the movement of a month. A movement that sums several
    months stands at the last of them; such a span never crosses the edge of the period asked for.
    """

    konto: str
    manad: int
    belopp: Decimal
    block: str | None = None
    projekt: str | None = None


@dataclass(frozen=True)
class Budgetrad:
    """A budgeted amount of the whole year in kr, sign as in print (costs negative).

    `manader` are its twelve months when they are planned one by one; they add to `belopp`.
    """

    konto: str
    belopp: Decimal
    block: str | None = None
    insats: int | None = None
    manader: tuple[Decimal, ...] | None = None


@dataclass(frozen=True)
class Personal:
    """A year's staff: full-time posts, how many left, how many changed post."""

    heltidstjanster: Decimal
    slutat: int = 0
    bytt_tjanst: int = 0


@dataclass(frozen=True)
class Tidigaretal:
    """What a row showed for a period before the ledgers, in base unit, and where that stands."""

    varde: Decimal
    kalla: str


@dataclass(frozen=True)
class Underlag:
    """Everything a layout is filled with, by year. A year without ledger or budget is not a key.

    `prognos` is what each year is thought to end at, never a part of one.
    `tidigare` holds figures of periods without a ledger, by row.
    """

    konton: tuple[Kontounderlag, ...]
    saldon: Mapping[int, tuple[Saldorad, ...]]
    budget: Mapping[int, tuple[Budgetrad, ...]] = field(default_factory=dict)
    insatser: tuple[Insatsunderlag, ...] = ()
    personal: Mapping[int, Personal] = field(default_factory=dict)
    prognos: Mapping[int, tuple[Budgetrad, ...]] = field(default_factory=dict)
    tidigare: Mapping[Period, Mapping[str, Tidigaretal]] = field(default_factory=dict)
