"""Member fees (F7-F10): law 2003:1210, 5 §, and the association's rule for the municipalities.

Whole kronor throughout: each split is by largest remainder, so that rows always add to their part
and parts to the allocation.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product

from finsam.alfabet import svensk_ordning
from finsam.fordelning import storsta_rest
from finsam.money import avrunda
from finsam.typografi import datum

STAT, REGION, KOMMUN = "stat", "region", "kommun"


class AvgiftFel(ValueError):
    """The fee cannot be shared; the message says in Swedish what is missing."""


@dataclass(frozen=True)
class Andelar:
    """Each part's share of the allocation (0-1, together 1)."""

    stat: Decimal = Decimal("0.5")
    region: Decimal = Decimal("0.25")
    kommun: Decimal = Decimal("0.25")


@dataclass(frozen=True)
class Avgiftsmedlem:
    """A member; `part` stat, region or kommun, `folkmangd` only of a municipality.

    `nyckel` is the caller's own name of it; `betalar` False for one whose share another pays.
    """

    namn: str
    part: str
    folkmangd: int | None = None
    nyckel: int | None = None
    betalar: bool = True


@dataclass(frozen=True)
class Avgiftsrad:
    """What one payer owes, in whole kr. The state's two members pay as one.

    `medlem` is the key of the member that pays.
    """

    namn: str
    part: str
    belopp: int
    folkmangd: int | None = None
    medlem: int | None = None

    @property
    def betalarnamn(self) -> str:
        """The payer; of several that pay as one also who pays: "FK och AF genom FK"."""
        namn = self.namn.split("/")
        return self.namn if len(namn) == 1 else f"{' och '.join(namn)} genom {namn[0]}"

    def alla_betalarnamn(self, tidigare: Mapping[str, Collection[str]]) -> set[str]:
        """What the payer has been called; `tidigare` are the names that each member has had."""
        delar = ({namn, *tidigare.get(namn, ())} for namn in self.namn.split("/"))
        return {replace(self, namn="/".join(ett)).betalarnamn for ett in product(*delar)}


@dataclass(frozen=True)
class Avgifter:
    """An allocation shared: the three parts and every payer, in whole kr."""

    total: int
    stat: int
    region: int
    kommun: int
    rader: tuple[Avgiftsrad, ...]


def delar(total: int, andelar: Andelar = Andelar()) -> tuple[int, int, int]:
    """(state, regions, municipalities) in whole kr (F7).

    Largest remainder; of equal fractions the regions' goes first, so that the odd krona of a
    quarter is theirs: 21 585 170 gives 10 792 585, 5 396 293 and 5 396 292.
    """
    vikter = [Fraction(andelar.region), Fraction(andelar.stat), Fraction(andelar.kommun)]
    region, stat, kommun = storsta_rest(total, vikter)
    return stat, region, kommun


def kommunbelopp(belopp: int, folkmangder: Sequence[tuple[str, int]]) -> list[int]:
    """Whole kr per municipality by population, in the order given (F8).

    folkmangder: (name, inhabitants). Largest remainder; of equal fractions the larger population
    goes first, then the name in Swedish order.
    """
    ordning = sorted(
        range(len(folkmangder)),
        key=lambda i: (-folkmangder[i][1], svensk_ordning(folkmangder[i][0])),
    )
    fordelat = storsta_rest(belopp, [folkmangder[i][1] for i in ordning])
    per_plats = dict(zip(ordning, fordelat, strict=True))
    return [per_plats[i] for i in range(len(folkmangder))]


def avgifter(
    total: Decimal | int,
    medlemmar: Sequence[Avgiftsmedlem],
    folkmangd_datum: date | None,
    andelar: Andelar = Andelar(),
) -> Avgifter:
    """The year's fee of each payer: state, regions, municipalities in Swedish order (F7, F8).

    Several regions share their part equally. Raises AvgiftFel when the allocation is not in whole
    kr, a part has no member, or a population is missing, zero or given twice.
    """
    if total != int(total) or total < 0:
        raise AvgiftFel(f"Tilldelningen {total} ska vara hela kronor och inte negativ.")
    stat, region, kommun = delar(int(total), andelar)
    per_part = {
        part: sorted((m for m in medlemmar if m.part == part), key=lambda m: svensk_ordning(m.namn))
        for part in (STAT, REGION, KOMMUN)
    }
    _granska(per_part, folkmangd_datum)
    kommuner = kommunbelopp(kommun, [(m.namn, m.folkmangd or 0) for m in per_part[KOMMUN]])
    lika = storsta_rest(region, [1] * len(per_part[REGION]))
    rader = [
        _statens_rad(per_part[STAT], stat),
        *(
            Avgiftsrad(m.namn, m.part, kr, m.folkmangd, m.nyckel)
            for m, kr in zip(per_part[REGION] + per_part[KOMMUN], lika + kommuner, strict=True)
        ),
    ]
    return Avgifter(int(total), stat, region, kommun, tuple(rader))


def _statens_rad(medlemmar: Sequence[Avgiftsmedlem], belopp: int) -> Avgiftsrad:
    """The state's members as one payer, who pays first."""
    ordnade = sorted(medlemmar, key=lambda m: not m.betalar)
    return Avgiftsrad("/".join(m.namn for m in ordnade), STAT, belopp, medlem=ordnade[0].nyckel)


def _granska(per_part: dict[str, list[Avgiftsmedlem]], dag: date | None) -> None:
    namn = {STAT: "staten", REGION: "regionen", KOMMUN: "kommunerna"}
    for part, medlemmar in per_part.items():
        if not medlemmar:
            raise AvgiftFel(f"Ingen medlem betalar {namn[part]}s del av avgiften.")
    kommuner = [m.namn for m in per_part[KOMMUN]]
    for m in per_part[KOMMUN]:
        if not m.folkmangd or m.folkmangd < 0:
            raise AvgiftFel(f"Folkmängd per {datum(dag)} saknas för {m.namn}.")
        if kommuner.count(m.namn) > 1:
            raise AvgiftFel(f"Folkmängd per {datum(dag)} finns två gånger för {m.namn}.")


def halvarsavgifter(helar: Avgifter) -> tuple[Avgifter, Avgifter]:
    """What is earned in each half of the year (F9): H1 + H2 = the year, row by row.

    H1 is half of every part and row, by largest remainder, so that its rows add to its parts too.
    """
    halva = int(avrunda(Decimal(helar.total) / 2))
    stat, region, kommun = _halva(halva, [helar.stat, helar.region, helar.kommun])
    forsta: list[Avgiftsrad] = []
    for part, belopp in ((STAT, stat), (REGION, region), (KOMMUN, kommun)):
        rader = [rad for rad in helar.rader if rad.part == part]
        kronor = _halva(belopp, [rad.belopp for rad in rader])
        forsta += [replace(rad, belopp=kr) for rad, kr in zip(rader, kronor, strict=True)]
    h1 = Avgifter(stat + region + kommun, stat, region, kommun, tuple(forsta))
    andra = tuple(
        replace(ar, belopp=ar.belopp - halv.belopp)
        for ar, halv in zip(helar.rader, h1.rader, strict=True)
    )
    return h1, Avgifter(
        helar.total - h1.total,
        helar.stat - stat,
        helar.region - region,
        helar.kommun - kommun,
        andra,
    )


def _halva(belopp: int, helar: Sequence[int]) -> list[int]:
    """`belopp` over the rows by their year's fee; nothing when nobody pays anything."""
    if not any(helar):
        return [0] * len(helar)
    ordning = sorted(range(len(helar)), key=lambda i: -helar[i])
    per_plats = dict(zip(ordning, storsta_rest(belopp, [helar[i] for i in ordning]), strict=True))
    return [per_plats[i] for i in range(len(helar))]


def periodiserade_avgifter(betalt_och_intjanat: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """Fees paid but not yet earned, kr, a debt at the period's end (F10).

    Each payer: (paid, earned) so far. Who has paid less than is earned owes, and does not lessen
    the debt to the others.
    """
    return sum(
        (max(betalt - intjanat, Decimal(0)) for betalt, intjanat in betalt_och_intjanat),
        Decimal("0.00"),
    )
