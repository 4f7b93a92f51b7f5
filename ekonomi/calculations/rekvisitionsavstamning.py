"""Claims against the ledger: which were booked, which were not, and what nobody claimed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from finsam.money import NOLL
from finsam.periods import Period

# A claim is paid, and so booked, within its period or the quarter after.
BOKFORS_INOM = timedelta(days=92)


class Utfall(Enum):
    """What became of a claim or a booking: the word, and its colour (components/status.html)."""

    LIKA = ("Stämmer", "ok")
    SKILJER = ("Beloppen skiljer", "fel")
    EJ_BOKFORD = ("Rekvirerat men ej bokfört", "varning")
    EJ_REKVIRERAD = ("Bokfört men ej rekvirerat", "varning")

    @property
    def text(self) -> str:
        return self.value[0]

    @property
    def farg(self) -> str:
        return self.value[1]


@dataclass(frozen=True)
class Krav:
    """An attested claim, in kr; `insats` is the number, `nyckel` names the row."""

    insats: int
    nyckel: int
    period: Period
    belopp: Decimal

    @property
    def dag(self) -> date:
        return self.period.start


@dataclass(frozen=True)
class Bokning:
    """What a voucher books on the insats's projekt, in kr: cost positive."""

    insats: int
    nyckel: int
    namn: str
    dag: date
    belopp: Decimal


@dataclass(frozen=True)
class Avstamning:
    """A claim beside its booking; one of them is missing where there is no other."""

    utfall: Utfall
    krav: Krav | None = None
    bokning: Bokning | None = None

    @property
    def part(self) -> Krav | Bokning:
        """What gives the row its place: the claim, or else the booking."""
        part = self.krav or self.bokning
        assert part is not None, "an Avstamning has a claim, a booking or both"
        return part

    @property
    def insats(self) -> int:
        return self.part.insats

    @property
    def ar(self) -> int:
        return self.dag.year

    @property
    def dag(self) -> date:
        return self.part.dag

    @property
    def skillnad(self) -> Decimal:
        """Booked beyond what was claimed, in kr."""
        bokfort = self.bokning.belopp if self.bokning else NOLL
        return bokfort - (self.krav.belopp if self.krav else NOLL)


def stam_av(krav: Iterable[Krav], bokningar: Iterable[Bokning]) -> tuple[Avstamning, ...]:
    """Every claim and every booking once, by insats and day.

    A claim goes with a booking of the same amount within its time, the earliest first; what is
    left over goes with the booking nearest in amount; the rest stands alone. Bookings of 0 kr
    (a cost moved within the projekt) are left out.
    """
    per_insats: dict[int, tuple[list[Krav], list[Bokning]]] = defaultdict(lambda: ([], []))
    for ett in sorted(krav, key=lambda k: (k.period.start, k.nyckel)):
        per_insats[ett.insats][0].append(ett)
    for en in sorted(bokningar, key=lambda b: (b.dag, b.nyckel)):
        if en.belopp:
            per_insats[en.insats][1].append(en)
    rader = [rad for delar in per_insats.values() for rad in _insatsens(*delar)]
    return tuple(sorted(rader, key=lambda rad: (rad.insats, rad.dag)))


def _insatsens(krav: list[Krav], bokningar: list[Bokning]) -> Iterator[Avstamning]:
    kvar = list(bokningar)
    utan_lika = []
    for ett in krav:
        lika = next((b for b in kvar if b.belopp == ett.belopp and _i_tid(ett, b)), None)
        if lika is None:
            utan_lika.append(ett)
            continue
        kvar.remove(lika)
        yield Avstamning(Utfall.LIKA, ett, lika)
    for ett in utan_lika:
        i_tid = [b for b in kvar if _i_tid(ett, b)]
        if not i_tid:
            yield Avstamning(Utfall.EJ_BOKFORD, krav=ett)
            continue
        narmast = min(i_tid, key=lambda b: abs(b.belopp - ett.belopp))
        kvar.remove(narmast)
        yield Avstamning(Utfall.SKILJER, ett, narmast)
    for en in kvar:
        yield Avstamning(Utfall.EJ_REKVIRERAD, bokning=en)


def _i_tid(krav: Krav, bokning: Bokning) -> bool:
    return krav.period.start <= bokning.dag <= krav.period.slut + BOKFORS_INOM
