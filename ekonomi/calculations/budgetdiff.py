"""What a version of a budget changes in another, post by post; kr, signs as in print."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from finsam.money import NOLL, summa

Nyckel = TypeVar("Nyckel")
NY, BORTTAGEN, ANDRAD, OMFORDELAD, OFORANDRAD = (
    "Ny", "Borttagen", "Ändrad", "Annan fördelning över året", "Oförändrad",
)  # fmt: skip


@dataclass(frozen=True)
class Postvarde:
    """A post's amount of the year, and its months when they are planned one by one."""

    belopp: Decimal
    manader: tuple[Decimal, ...] | None = None


@dataclass(frozen=True)
class Postdiff(Generic[Nyckel]):
    """One post before and after; None where it is not there."""

    nyckel: Nyckel
    fore: Postvarde | None
    efter: Postvarde | None

    @property
    def fore_belopp(self) -> Decimal | None:
        return self.fore.belopp if self.fore else None

    @property
    def efter_belopp(self) -> Decimal | None:
        return self.efter.belopp if self.efter else None

    @property
    def skillnad(self) -> Decimal:
        """After less before; a post that is not there counts as nothing."""
        return _belopp(self.efter) - _belopp(self.fore)

    @property
    def handelse(self) -> str:
        """What has happened to the post, in a word."""
        if self.fore is None:
            return NY
        if self.efter is None:
            return BORTTAGEN
        if self.fore.belopp != self.efter.belopp:
            return ANDRAD
        return OFORANDRAD if self.fore.manader == self.efter.manader else OMFORDELAD


@dataclass(frozen=True)
class Budgetdiff(Generic[Nyckel]):
    """Every post of either version, those of the earlier one first and in its order."""

    poster: tuple[Postdiff[Nyckel], ...]

    @property
    def andrade(self) -> tuple[Postdiff[Nyckel], ...]:
        return tuple(post for post in self.poster if post.handelse != OFORANDRAD)

    @property
    def fore(self) -> Decimal:
        return summa(_belopp(post.fore) for post in self.poster)

    @property
    def efter(self) -> Decimal:
        return summa(_belopp(post.efter) for post in self.poster)

    @property
    def skillnad(self) -> Decimal:
        """The change of the year's result."""
        return self.efter - self.fore


def budgetdiff(
    fore: Mapping[Nyckel, Postvarde], efter: Mapping[Nyckel, Postvarde]
) -> Budgetdiff[Nyckel]:
    """What `efter` changes in `fore`."""
    nycklar = dict.fromkeys([*fore, *efter])
    return Budgetdiff(tuple(Postdiff(n, fore.get(n), efter.get(n)) for n in nycklar))


def _belopp(varde: Postvarde | None) -> Decimal:
    return varde.belopp if varde else NOLL
