"""Equity against the year's allocation, and the national cap on it (F27, F28). kr, shares 0-1."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from finsam.money import NOLL, andel, summa
from finsam.typografi import med_enhet, procent


@dataclass(frozen=True)
class Steg:
    """A share of the part of the allocation above `over` kr, up to the next step."""

    over: Decimal
    andel: Decimal


@dataclass(frozen=True)
class Trappa:
    """The recommended most equity, from a day on."""

    giltig_fran: date
    steg: Sequence[Steg]
    kalla: str


# Newest last. Each year is judged by the steps that held on its last day.
TRAPPOR: Sequence[Trappa] = (
    Trappa(
        date(2013, 10, 2),
        (
            Steg(Decimal(0), Decimal("0.20")),
            Steg(Decimal(7_000_000), Decimal("0.15")),
            Steg(Decimal(15_000_000), Decimal("0.10")),
        ),
        "Nationella rådet 2013-10-02, enligt statens beslut om ansvarsfrihet för 2020",
    ),
)

# The state's allocation falls by at most this share a year, unless equity is above the cap.
STORSTA_MINSKNING = Decimal("0.10")


def trappa_for(ar: int) -> Trappa | None:
    """The steps that hold for a year; None before the first recommendation."""
    galler = [trappa for trappa in TRAPPOR if trappa.giltig_fran <= date(ar, 12, 31)]
    return galler[-1] if galler else None


def trappans_tak(bidrag: Decimal, ar: int) -> Decimal | None:
    """The most equity in kr that the year's allocation from all members allows (F28).

    Marginal: each share counts on its own part, so that more allocation never lowers the cap.
    None for a year without recommendation.
    """
    trappa = trappa_for(ar)
    if trappa is None:
        return None
    granser = [steg.over for steg in trappa.steg[1:]] + [max(bidrag, NOLL)]
    return summa(
        steg.andel * max(min(bidrag, grans) - steg.over, NOLL)
        for steg, grans in zip(trappa.steg, granser, strict=True)
    )


def over_taket(eget_kapital: Decimal, bidrag: Decimal, ar: int) -> Decimal:
    """How far equity passes the cap, kr; 0 at or below it, and where there is none."""
    tak = trappans_tak(bidrag, ar)
    return NOLL if tak is None else max(eget_kapital - tak, NOLL)


def kapitalandel(eget_kapital: Decimal, bidrag: Decimal) -> Decimal | None:
    """Equity as a share of the year's allocation (F27)."""
    return andel(eget_kapital, bidrag)


@dataclass(frozen=True)
class Kapitalprovning:
    """Equity at a year's end against the cap on that year's allocation, in kr.

    `slag` is "utfall" or "prognos"; `stat` the state's part of the allocation.
    """

    ar: int
    slag: str
    kapital: Decimal
    bidrag: Decimal
    stat: Decimal

    @property
    def tak(self) -> Decimal | None:
        return trappans_tak(self.bidrag, self.ar)

    @property
    def over(self) -> bool:
        """Whether equity passes the cap; equality does not."""
        return over_taket(self.kapital, self.bidrag, self.ar) > 0

    @property
    def skillnad(self) -> Decimal | None:
        """Equity less the cap: positive above it."""
        return None if self.tak is None else self.kapital - self.tak

    @property
    def andel(self) -> Decimal | None:
        return kapitalandel(self.kapital, self.bidrag)

    @property
    def statens_golv(self) -> Decimal | None:
        """The least that the state can give next year; None when there is no floor."""
        return None if self.over else self.stat * (1 - STORSTA_MINSKNING)

    @property
    def varning(self) -> str:
        """The sentence for equity above the cap; empty at or below it."""
        if not self.over:
            return ""
        kapital, tak = med_enhet(self.kapital, "tkr"), med_enhet(self.tak, "tkr")
        return f"Eget kapital {kapital} överstiger trappans tak {tak}."

    @property
    def foljd(self) -> str:
        """What it means for the state's allocation the year after, in words."""
        nasta, mest = self.ar + 1, procent(STORSTA_MINSKNING)
        if self.tak is None:
            return f"Ingen rekommendation om eget kapital gällde {self.ar}."
        if self.over:
            return (
                f"Staten kan därför sänka sin tilldelning {nasta} utan den gräns på {mest} som "
                "annars gäller."
            )
        return (
            f"Statens tilldelning {nasta} sänks därför med högst {mest}, till lägst "
            f"{med_enhet(self.statens_golv, 'tkr')}."
        )
