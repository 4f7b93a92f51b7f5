"""What an application asks for, added up, and how a grant is shared over its years (F12)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from finsam.money import NOLL, summa
from insatser.calculations.forbrukning import beviljat_per_ar


@dataclass(frozen=True)
class Belopp:
    """An amount applied for, in kr; `finansiering` "sof" is the association's money."""

    ar: int
    kostnadsslag: str
    finansiering: str
    belopp: Decimal


@dataclass(frozen=True)
class Arssumma:
    """What is asked for one year, in kr: the association's money and the owner's own."""

    ar: int
    sof: Decimal
    egen: Decimal

    @property
    def alla(self) -> Decimal:
        return self.sof + self.egen


@dataclass(frozen=True)
class Ansokningssumma:
    """The years in order, and what they add to, in kr."""

    aren: tuple[Arssumma, ...]

    @property
    def sof(self) -> Decimal:
        return summa(ar.sof for ar in self.aren)

    @property
    def egen(self) -> Decimal:
        return summa(ar.egen for ar in self.aren)

    @property
    def alla(self) -> Decimal:
        return self.sof + self.egen

    def ar(self, ar: int) -> Arssumma:
        """What is asked for in the year; nothing for a year that is not there."""
        return next((a for a in self.aren if a.ar == ar), Arssumma(ar, NOLL, NOLL))

    @property
    def sof_per_ar(self) -> dict[int, Decimal]:
        """The association's money by year; years without any are left out."""
        return {ar.ar: ar.sof for ar in self.aren if ar.sof}


@dataclass(frozen=True)
class Fordelning:
    """A grant by year, in kr; `enligt_ansokan` says whether the application's years were kept."""

    per_ar: Mapping[int, Decimal]
    enligt_ansokan: bool


def summera(poster: Iterable[Belopp]) -> Ansokningssumma:
    """The amounts added by year and by who pays; a year without amounts is not there."""
    per_ar: dict[int, dict[str, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
    for post in poster:
        per_ar[post.ar][post.finansiering].append(post.belopp)
    return Ansokningssumma(
        tuple(
            Arssumma(ar, summa(per_ar[ar]["sof"]), summa(per_ar[ar]["egen"]))
            for ar in sorted(per_ar)
        )
    )


def fordela(
    belopp: Decimal, fran: date, tom: date, sokt_per_ar: Mapping[int, Decimal]
) -> Fordelning:
    """The grant in kr shared over the years of fran–tom.

    As the application says when it asks for just this amount in just these years; else by active
    months (F12), in whole thousands when the grant is. Raises ValueError with a Swedish sentence
    when the end lies before the start.
    """
    sokt = {ar: kr for ar, kr in sokt_per_ar.items() if kr}
    if sum(sokt.values(), NOLL) == belopp and set(sokt) <= set(range(fran.year, tom.year + 1)):
        return Fordelning(sokt, enligt_ansokan=True)
    steg = Decimal(1000) if belopp % 1000 == 0 else Decimal(1)
    per_ar = beviljat_per_ar(belopp, fran, tom, steg)
    return Fordelning({ar: kr for ar, kr in per_ar.items() if kr}, enligt_ansokan=False)


@dataclass(frozen=True)
class Beloppsrad:
    """A line of the budget, kr per year of the table; `kostnadsslag` empty: the payer's sum.

    Both empty: the sum of everything.
    """

    finansiering: str
    kostnadsslag: str
    per_ar: tuple[Decimal, ...]

    @property
    def summa(self) -> Decimal:
        return summa(self.per_ar)


def beloppsrader(poster: Iterable[Belopp], ordning: Sequence[str]) -> tuple[Beloppsrad, ...]:
    """The amounts as lines per payer and kind (kinds in `ordning`), with sums; none for none."""
    alla = list(poster)
    aren = [ar.ar for ar in summera(alla).aren]

    def rad(finansiering: str, slag: str) -> Beloppsrad:
        valda = [
            p for p in alla if finansiering in ("", p.finansiering) and slag in ("", p.kostnadsslag)
        ]
        return Beloppsrad(
            finansiering, slag, tuple(summa(p.belopp for p in valda if p.ar == ar) for ar in aren)
        )

    rader = []
    for finansiering in ("sof", "egen"):
        egna = {p.kostnadsslag for p in alla if p.finansiering == finansiering}
        rader += [rad(finansiering, slag) for slag in ordning if slag in egna]
        if egna:
            rader.append(rad(finansiering, ""))
    return (*rader, rad("", "")) if rader else ()
