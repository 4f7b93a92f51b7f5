"""When each payer pays which part of its fee, and what is due, late or paid ahead (F10).

Whole kronor: a fee's instalments add to the fee by largest remainder.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from ekonomi.calculations.avgifter import Avgifter, AvgiftFel, periodiserade_avgifter
from finsam.fordelning import storsta_rest
from finsam.money import NOLL, summa
from finsam.statusord import Statusord

# So long before the day it falls due an invoice should be on its way.
I_TID = timedelta(days=30)
PARTNAMN = {"stat": "staten", "region": "regionen", "kommun": "kommunerna"}


@dataclass(frozen=True)
class Rat:
    """The share (0-1) of a part's fee that it pays by a day of the year."""

    part: str
    manad: int
    dag: int
    andel: Decimal

    def forfaller(self, ar: int) -> date:
        """The day in that year; the last of a month that is too short."""
        return date(ar, self.manad, min(self.dag, monthrange(ar, self.manad)[1]))


@dataclass(frozen=True)
class Delbetalning:
    """What the member with the key `medlem` pays by a day, whole kr."""

    medlem: int
    forfaller: date
    belopp: int


def ratfel(rater: Iterable[tuple[str, Decimal]]) -> list[str]:
    """A sentence for each part whose shares, (part, share), are not together 1."""
    summor: dict[str, Decimal] = defaultdict(Decimal)
    for part, andel in rater:
        summor[part] += andel
    return [
        f"Raterna för {PARTNAMN[part]} är tillsammans {_decimaltal(andel)}, de ska vara 1."
        for part, andel in summor.items()
        if andel != 1
    ]


def _decimaltal(tal: Decimal) -> str:
    """The number as it is entered: 0,5."""
    return f"{tal.normalize():f}".replace(".", ",")


def betalplan(avgifter: Avgifter, rater: Sequence[Rat], ar: int) -> tuple[Delbetalning, ...]:
    """Every payer's instalments of the year, each in whole kr; they add to the fee.

    Largest remainder; of equal fractions the earlier day goes first. Raises AvgiftFel when a part
    has no instalments, or they are not together 1.
    """
    if fel := ratfel((rat.part, rat.andel) for rat in rater):
        raise AvgiftFel(fel[0])
    per_part: dict[str, list[Rat]] = defaultdict(list)
    for rat in sorted(rater, key=lambda rat: rat.forfaller(ar)):
        per_part[rat.part].append(rat)
    plan = []
    for rad in avgifter.rader:
        partens = per_part[rad.part]
        if not partens:
            raise AvgiftFel(f"Avgiftsrater saknas för {PARTNAMN[rad.part]}.")
        assert rad.medlem is not None
        delar = storsta_rest(rad.belopp, [Fraction(rat.andel) for rat in partens])
        plan += [
            Delbetalning(rad.medlem, rat.forfaller(ar), kr)
            for rat, kr in zip(partens, delar, strict=True)
            if kr
        ]
    return tuple(plan)


def aterstar(
    plan: Sequence[Delbetalning], skickat: Iterable[tuple[int, int]]
) -> tuple[tuple[Delbetalning, ...], dict[int, int]]:
    """What is left of a plan when (member, kr) have been sent, and what was sent too much.

    What was sent is taken from the earliest instalments; those that it covers fall away.
    """
    kvar: dict[int, int] = defaultdict(int)
    for medlem, belopp in skickat:
        kvar[medlem] += belopp
    rest = []
    for del_ in sorted(plan, key=lambda del_: del_.forfaller):
        avdrag = min(kvar[del_.medlem], del_.belopp)
        kvar[del_.medlem] -= avdrag
        if del_.belopp > avdrag:
            rest.append(replace(del_, belopp=del_.belopp - avdrag))
    return tuple(rest), {medlem: belopp for medlem, belopp in kvar.items() if belopp}


class Fakturalage(Statusord):
    """How an invoice stands: colour and word."""

    KOMMANDE = ("", "Kommande")
    ATT_FAKTURERA = ("varning", "Ska faktureras")
    FAKTURERAD = ("info", "Fakturerad")
    FORSENAD = ("fel", "Försenad")
    BETALD = ("ok", "Betald")


def fakturalage(
    forfaller: date, fakturerad: date | None, betald: date | None, idag: date
) -> Fakturalage:
    """How an invoice stands on the day; what falls due today is not late."""
    if betald and betald <= idag:
        return Fakturalage.BETALD
    if forfaller < idag:
        return Fakturalage.FORSENAD
    if fakturerad and fakturerad <= idag:
        return Fakturalage.FAKTURERAD
    return Fakturalage.ATT_FAKTURERA if forfaller - idag <= I_TID else Fakturalage.KOMMANDE


def uppskjutna(intjanat: Avgifter, betalt: Mapping[int, Decimal]) -> Decimal:
    """Fees paid but not earned, kr, positive: a debt at the period's end (F10).

    `intjanat` are the fees earned so far by payer, `betalt` what each has paid by its key.
    """
    return periodiserade_avgifter(
        [(betalt.get(rad.medlem or 0, NOLL), Decimal(rad.belopp)) for rad in intjanat.rader]
    )


def betalt_till(delar: Iterable[tuple[int, date | None, Decimal]], dag: date) -> dict[int, Decimal]:
    """What each member has paid up to and with the day: (member, paid, kr) of each payment."""
    per_medlem: dict[int, list[Decimal]] = defaultdict(list)
    for medlem, betald, belopp in delar:
        if betald and betald <= dag:
            per_medlem[medlem].append(belopp)
    return {medlem: summa(belopp) for medlem, belopp in per_medlem.items()}
