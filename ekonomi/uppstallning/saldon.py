"""Balances and budgets indexed by account, summed exactly for a row's selection."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ekonomi.calculations.budgetmanader import budget_i_delen
from ekonomi.uppstallning.mall import Kontointervall, Urval
from ekonomi.uppstallning.resultat import Kontodel
from ekonomi.uppstallning.underlag import Budgetrad, Saldorad, Underlag
from finsam.money import NOLL, summa
from finsam.periods import Period
from insatser.calculations.forbrukning import Insatsunderlag

# A period's budget has no months of its own: it stands as the movement of one.
BUDGETMANAD = (1, 1)


@dataclass(frozen=True)
class Post:
    """The amounts of one account × block × projekt, by month; ledger sign."""

    konto: str
    block: str | None
    projekt: str | None
    manader: tuple[tuple[int, Decimal], ...]

    def summa(self, fran: int, till: int) -> Decimal:
        return sum([belopp for manad, belopp in self.manader if fran <= manad <= till], NOLL)


@dataclass(frozen=True)
class Belopp:
    """A sum in kr with the accounts, blocks and projekt behind it (those with money only)."""

    tal: Decimal
    konton: tuple[Kontodel, ...]
    block: tuple[str, ...]
    projekt: tuple[str, ...]


class Kontoordning:
    """Posts by account number, so that an interval is found without reading the others."""

    def __init__(self, poster: Iterable[Post]) -> None:
        self.poster = sorted(poster, key=lambda post: int(post.konto))
        self.nummer = [int(post.konto) for post in self.poster]

    def i_intervall(self, intervall: Kontointervall) -> Sequence[Post]:
        fran = bisect_left(self.nummer, intervall.fran)
        return self.poster[fran : bisect_right(self.nummer, intervall.till)]


class Postregister:
    """The posts of one year, found by account and projekt."""

    def __init__(self, poster: Iterable[Post], resultatkonton: frozenset[str]) -> None:
        self.alla = Kontoordning(poster)
        self.resultatkonton = resultatkonton
        per_projekt: dict[str, list[Post]] = defaultdict(list)
        for post in self.alla.poster:
            if post.projekt is not None:
                per_projekt[post.projekt].append(post)
        self.per_projekt = {kod: Kontoordning(del_) for kod, del_ in per_projekt.items()}

    def i_urval(self, urval: Urval) -> Iterator[Post]:
        """The posts that the selection gathers, each once."""
        # A row per insats reads its own posts only, not those of every insats.
        ordningar = (
            [self.per_projekt[kod] for kod in urval.projekt if kod in self.per_projekt]
            if urval.projekt
            else [self.alla]
        )
        for ordning in ordningar:
            for intervall in urval.konton:
                for post in ordning.i_intervall(intervall):
                    if urval.har_objekt(post.block, post.projekt):
                        yield post
        if urval.obokfort_resultat:
            for post in self.alla.poster:
                if post.konto in self.resultatkonton and not urval.har_konto(int(post.konto)):
                    yield post

    def belopp(self, urval: Urval, manader: tuple[int, int], tecken: int) -> Belopp:
        """tecken × the sum of the selection over the months, both inclusive."""
        delar: dict[str, Decimal] = defaultdict(lambda: NOLL)
        block, projekt = set(), set()
        for post in self.i_urval(urval):
            belopp = post.summa(*manader)
            if belopp:
                delar[post.konto] += tecken * belopp
                block.add(post.block)
                projekt.add(post.projekt)
        return Belopp(
            tal=summa(delar.values()),
            konton=tuple(Kontodel(*del_) for del_ in delar.items()),
            block=tuple(sorted(kod for kod in block if kod)),
            projekt=tuple(sorted(kod for kod in projekt if kod)),
        )


def saldoregister(rader: Iterable[Saldorad], resultatkonton: frozenset[str]) -> Postregister:
    manader: dict[tuple[str, str | None, str | None], list[tuple[int, Decimal]]] = defaultdict(list)
    for rad in rader:
        manader[rad.konto, rad.block, rad.projekt].append((rad.manad, rad.belopp))
    poster = (Post(*nyckel, tuple(belopp)) for nyckel, belopp in manader.items())
    return Postregister(poster, resultatkonton)


def budgetregister(rader: Iterable[Budgetrad], underlag: Underlag, period: Period) -> Postregister:
    """The period's budget as posts, with the ledger's sign.

    A part of a year has its own months, where they are planned, and else its share of an even
    budget; an insats by its own active months (F13). Each post is rounded to the öre, so that
    rows and sums agree, and the parts of a year add to it.
    """
    insatser = {insats.nr: insats for insats in underlag.insatser}
    poster = []
    for rad in rader:
        insats = insatser.get(rad.insats) if rad.insats is not None else None
        belopp = budgeterat(rad, insats, period)
        projekt = projektkod(insats) if insats else None
        poster.append(Post(rad.konto, rad.block, projekt, ((BUDGETMANAD[0], -belopp),)))
    return Postregister(poster, frozenset())


def budgeterat(rad: Budgetrad, insats: Insatsunderlag | None, period: Period) -> Decimal:
    """The line's kr in the period, sign as in print; `insats` is its own, if it has one."""
    spann = (insats.start, insats.slut) if insats else None
    return budget_i_delen(rad.belopp, period, rad.manader, spann)


def projektkod(insats: Insatsunderlag) -> str:
    """The code of dimension 6, or a code that no ledger has for an insats without one."""
    return insats.projektkod or f"insats {insats.nr}"
